// Who knows of whom: members know all of the organization, and a guest those with whom they share a room.

import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'

/** The condition that this actor knows the user of this expression. */
export function isAcquainted({ kind, id, role }: Pick<Actor, 'kind' | 'id' | 'role'>, userId: RawBuilder<unknown>): RawBuilder<boolean> {
  if (role !== 'guest') return sql`true`
  if (kind !== 'user') return sql`false`
  return sql`(${userId} = ${id}::uuid or exists (
    select from room_member mine
    join room_member theirs on theirs.org_id = mine.org_id and theirs.room_id = mine.room_id
    where mine.org_id = (select current_org()) and mine.user_id = ${id} and theirs.user_id = ${userId}
  ))`
}

/** The guests who know of these users, and of whom of them. */
export async function listGuestsWith(db: Db, userIds: string[]): Promise<{ guest_id: string; user_ids: string[] }[]> {
  const { rows } = await sql<{ guest_id: string; user_ids: string[] }>`
    select guest.user_id as guest_id, array_agg(distinct theirs.user_id) as user_ids
    from member guest
    join room_member mine on mine.org_id = guest.org_id and mine.user_id = guest.user_id
    join room_member theirs on theirs.org_id = mine.org_id and theirs.room_id = mine.room_id
    where guest.org_id = (select current_org()) and guest.role = 'guest' and theirs.user_id = any(${userIds}::uuid[]) and theirs.user_id <> guest.user_id
    group by guest.user_id
  `.execute(db)
  return rows
}
