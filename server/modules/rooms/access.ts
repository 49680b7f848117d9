// Which rooms somebody sees: public ones, but for guests, and those in which they are. An api key is nobody who could be in a
// room: it sees the public ones.

import { sql, type RawBuilder } from 'kysely'
import { conflict, notFound } from '#platform/errors'
import type { Db, Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'

/** The condition that this actor sees the row of `room`. */
export function isVisible({ kind, id, role }: Pick<Actor, 'kind' | 'id' | 'role'>): RawBuilder<boolean> {
  if (kind === 'system') return sql`true`
  if (kind === 'api_key') return role === 'guest' ? sql`false` : sql`room.visibility = 'public'`
  const isIn = sql<boolean>`exists (
    select from room_member here where here.org_id = room.org_id and here.room_id = room.id and here.user_id = ${id}
  )`
  return role === 'guest' ? isIn : sql`(room.visibility = 'public' or ${isIn})`
}

/** The condition that this actor may write in it. */
export function isWritable({ kind, id }: Pick<Actor, 'kind' | 'id'>): RawBuilder<boolean> {
  if (kind === 'system') return sql`true`
  if (kind === 'api_key') return sql`room.visibility = 'public'`
  return sql`exists (select from room_member here where here.org_id = room.org_id and here.room_id = room.id and here.user_id = ${id})`
}

/** Throws room_not_found, also where it is not to be seen. */
export async function checkVisible(db: Db, actor: Actor, id: string) {
  const { rows } = await sql`select from room where org_id = (select current_org()) and id = ${id} and ${isVisible(actor)}`.execute(db)
  if (rows.length === 0) throw notFound('room', id)
}

export interface LockedRoom {
  id: string
  kind: 'channel' | 'direct' | 'task'
  visibility: 'public' | 'private'
  name: string | null
  archived_at: string | null
  last_seq: number
  /** The actor's; null where they are not in it. */
  role: 'owner' | 'member' | null
  /** Whether it has an owner. */
  owned: boolean
}

/** The room, whose messages and members nobody changes until the end. Throws room_not_found. */
export async function lockRoom(tx: Tx, actor: Actor, id: string): Promise<LockedRoom> {
  const lock = sql`select from room where org_id = (select current_org()) and id = ${id} for no key update`
  await lock.execute(tx)
  // Another statement: it sees what was committed while the lock was waited for.
  const { rows } = await sql<LockedRoom>`
    select id, kind, visibility, name, archived_at, last_seq,
      (select role from room_member where org_id = room.org_id and room_id = room.id and user_id = ${actor.kind === 'user' ? actor.id : null}::uuid) as role,
      exists (select from room_member where org_id = room.org_id and room_id = room.id and role = 'owner') as owned
    from room where org_id = (select current_org()) and id = ${id} and ${isVisible(actor)}
  `.execute(tx)
  if (!rows[0]) throw notFound('room', id)
  return rows[0]
}

/** Throws room_archived. */
export function checkOpen({ archived_at }: Pick<LockedRoom, 'archived_at'>) {
  if (archived_at !== null) throw conflict('room_archived', 'The room is archived: it is only read. Bring it back from the archive first.')
}

/** Throws not_a_channel. */
export function checkChannel({ kind }: Pick<LockedRoom, 'kind'>) {
  if (kind !== 'channel') throw conflict('not_a_channel', 'Only a channel has settings, and people who come and go: direct messages are always of the same, and the comments of a task of those it concerns.')
}

export function notInRoom() {
  return conflict('not_in_room', 'You are not in this room: join it first.')
}
