import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { addMembers, tellJoined } from './members.ts'

/** The direct room of these users, and whether it is new. Throws user_not_found. */
export async function openDirectRoom(tx: Tx, actor: Actor, userIds: string[]): Promise<{ id: string; created: boolean }> {
  const people = [...new Set(userIds.map((id) => id.toLowerCase()))].toSorted()
  const hash = createHash('sha256').update(people.join()).digest('hex')
  const { rows: [made] } = await sql<{ id: string }>`
    insert into room (org_id, kind, visibility, members_hash, created_by)
    values (${actor.org_id}, 'direct', 'private', ${hash}, ${JSON.stringify({ kind: actor.kind, id: actor.id })})
    on conflict (org_id, members_hash) where kind = 'direct' do nothing returning id
  `.execute(tx)
  const { rows: [known] } = made ? { rows: [made] } : await sql<{ id: string }>`
    select id from room where org_id = (select current_org()) and kind = 'direct' and members_hash = ${hash} for no key update
  `.execute(tx)
  const { id } = known!
  // Who had left the organization and is back is in it again.
  const added = await addMembers(tx, { room_id: id, user_ids: people })
  await tellJoined(tx, actor, id, added)
  return { id, created: made !== undefined }
}
