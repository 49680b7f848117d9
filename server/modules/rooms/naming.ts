// What other modules name of rooms: only what whoever names it sees.

import { sql, type RawBuilder } from 'kysely'
import { notFound } from '#platform/errors'
import type { Db } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { isVisible } from './access.ts'

/** Throws room_not_found for the first that the actor does not see. */
export async function checkRoomsVisible(db: Db, actor: Actor, ids: string[]) {
  await check(db, 'room', ids, sql`room where room.org_id = (select current_org()) and room.id = given.id and ${isVisible(actor)}`)
}

/** Throws message_not_found for the first that the actor does not see, or that is deleted. */
export async function checkMessagesVisible(db: Db, actor: Actor, ids: string[]) {
  await check(db, 'message', ids, sql`
    message join room on room.org_id = message.org_id and room.id = message.room_id
    where message.org_id = (select current_org()) and message.id = given.id and message.deleted_at is null and ${isVisible(actor)}`)
}

/** Those of these messages that the actor sees, and that are not deleted. */
export async function listVisibleMessages(db: Db, actor: Pick<Actor, 'kind' | 'id' | 'role'>, ids: string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select message.id from message join room on room.org_id = message.org_id and room.id = message.room_id
    where message.org_id = (select current_org()) and message.id = any(${ids}::uuid[]) and message.deleted_at is null and ${isVisible(actor)}
  `.execute(db)
  return new Set(rows.map(({ id }) => id))
}

async function check(db: Db, noun: string, ids: string[], seen: RawBuilder<unknown>) {
  if (ids.length === 0) return
  const { rows } = await sql<{ id: string }>`select given.id from unnest(${ids}::uuid[]) as given (id) where not exists (select from ${seen}) limit 1`.execute(db)
  if (rows[0]) throw notFound(noun, rows[0].id)
}
