// How far somebody has read a room, and what they want to hear of it: their own, on all of their devices.

import { sql, type RawBuilder } from 'kysely'
import { publish } from '#platform/events'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { checkVisible, notInRoom } from './access.ts'
import type { Membership, MembershipChange } from './contract.ts'
import { getMembership } from './queries.ts'

/** Never backwards: another device may have read further. Throws room_not_found, not_in_room. */
export function markRead(tx: Tx, actor: Actor, roomId: string, seq: number): Promise<Membership> {
  return setReadSeq(tx, actor, roomId, sql`greatest(read_seq, ${seq}::int)`)
}

/** From this message on. Throws room_not_found, not_in_room. */
export function markUnread(tx: Tx, actor: Actor, roomId: string, seq: number): Promise<Membership> {
  return setReadSeq(tx, actor, roomId, sql`${seq - 1}::int`)
}

async function setReadSeq(tx: Tx, actor: Actor, roomId: string, seq: RawBuilder<unknown>): Promise<Membership> {
  // A message that is not there yet is unread.
  const wanted = sql`least(${seq}, (select last_seq from room where org_id = (select current_org()) and id = ${roomId}))`
  return change(tx, actor, roomId, { set: sql`read_seq = ${wanted}`, where: sql`read_seq <> ${wanted}` })
}

/** Throws room_not_found, not_in_room. */
export async function changeMembership(tx: Tx, actor: Actor, roomId: string, { muted_until, notify }: MembershipChange): Promise<Membership> {
  const muted = muted_until === undefined ? sql`muted_until` : sql`${muted_until}::timestamptz`
  const level = notify ?? null
  return change(tx, actor, roomId, {
    set: sql`muted_until = ${muted}, notify = coalesce(${level}, notify)`,
    where: sql`(muted_until, notify) is distinct from (${muted}, coalesce(${level}, notify))`,
  })
}

/** Counted behind the change, with the revision of the room at which it was counted: what comes later is told later. */
async function change(
  tx: Tx,
  actor: Actor,
  roomId: string,
  { set, where }: { set: RawBuilder<unknown>; where: RawBuilder<unknown> },
): Promise<Membership> {
  await checkVisible(tx, actor, roomId)
  if (actor.kind !== 'user') throw notInRoom()
  const { rows } = await sql`
    update room_member set ${set} where org_id = (select current_org()) and room_id = ${roomId} and user_id = ${actor.id} and ${where}
    returning user_id
  `.execute(tx)
  const membership = await getMembership(tx, actor.id, roomId)
  if (rows.length === 0) return membership
  const subject = `room:${roomId}`
  await publish(tx, actor, { type: 'membership.updated', subject, audience: `user:${actor.id}`, audited: false, data: { membership } })
  return membership
}
