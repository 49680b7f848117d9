// Who is in a room. Each change of it is told to whom it concerns (`room.joined`, `room.left`), and to those who are in it.

import { sql } from 'kysely'
import { allow, notFound } from '#platform/errors'
import { publish, publishAll } from '#platform/events'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { checkChannel, checkOpen, lockRoom, notInRoom } from './access.ts'
import type { RoomEntry, RoomMember } from './contract.ts'
import { canInvite, canManageRoom } from './policy.ts'
import { getRoomEntry, getRoomMembers } from './queries.ts'

/** Repeating it changes nothing. Throws room_not_found, not_a_channel, room_archived, and forbidden for an api key. */
export async function joinRoom(tx: Tx, actor: Actor, id: string): Promise<RoomEntry> {
  const room = await lockRoom(tx, actor, id)
  allow(actor.kind === 'user', 'An api key is in no room, and sees all public ones without.')
  if (room.role === null) {
    checkChannel(room)
    checkOpen(room)
    await addMembers(tx, { room_id: id, user_ids: [actor.id] })
    await tellJoined(tx, actor, id, [actor.id])
  }
  return getRoomEntry(tx, actor, id)
}

/** Throws room_not_found, not_in_room, not_a_channel. */
export async function leaveRoom(tx: Tx, actor: Actor, id: string) {
  const room = await lockRoom(tx, actor, id)
  if (room.role === null) throw notInRoom()
  checkChannel(room)
  await takeOut(tx, actor, id, actor.id)
}

/** Those who are in it already stay as they are. Throws room_not_found, forbidden, not_a_channel, room_archived, user_not_found. */
export async function inviteMembers(tx: Tx, actor: Actor, id: string, userIds: string[]): Promise<RoomMember[]> {
  const room = await lockRoom(tx, actor, id)
  checkChannel(room)
  checkOpen(room)
  allow(canInvite(actor, room), 'Guests invite nobody.')
  const added = await addMembers(tx, { room_id: id, user_ids: userIds })
  await tellJoined(tx, actor, id, added)
  return getRoomMembers(tx, id, userIds)
}

/** Throws room_not_found, forbidden, not_a_channel, room_member_not_found. */
export async function removeRoomMember(tx: Tx, actor: Actor, id: string, userId: string) {
  const room = await lockRoom(tx, actor, id)
  checkChannel(room)
  allow(canManageRoom(actor, room) || (actor.kind === 'user' && userId === actor.id), 'Owners of the room remove others from it.')
  await takeOut(tx, actor, id, userId)
}

/** Throws room_not_found, forbidden, not_a_channel, room_member_not_found. */
export async function changeRoomRole(tx: Tx, actor: Actor, id: string, { user_id, role }: { user_id: string; role: 'owner' | 'member' }): Promise<RoomMember> {
  const room = await lockRoom(tx, actor, id)
  checkChannel(room)
  allow(canManageRoom(actor, room), 'Owners of the room say who owns it.')
  const { rows } = await sql`
    update room_member set role = ${role} where org_id = (select current_org()) and room_id = ${id} and user_id = ${user_id} returning user_id
  `.execute(tx)
  const [member] = await getRoomMembers(tx, id, [user_id])
  if (rows.length === 0 || !member) throw notFound('room_member', user_id)
  await publish(tx, actor, { type: 'room.member_changed', subject: `room:${id}`, audience: `room:${id}`, data: { room_id: id, member } })
  return member
}

interface Added {
  room_id: string
  user_ids: string[]
  role?: 'owner' | 'member'
}

/**
 * Adds members of the organization, whoever is not in it, with everything read that is there; their ids. The room is locked.
 * Throws user_not_found.
 */
export async function addMembers(tx: Tx, { room_id, user_ids, role = 'member' }: Added): Promise<string[]> {
  const { rows } = await sql<{ user_id: string; known: boolean; added: boolean }>`
    with wanted as (
      select wanted.user_id, member.user_id is not null as known
      from (select distinct unnest(${user_ids}::uuid[]) as user_id) wanted
      left join member on member.org_id = (select current_org()) and member.user_id = wanted.user_id
    ), added as (
      insert into room_member (org_id, room_id, user_id, role, read_seq)
      select org_id, id, user_id, ${role}::text, last_seq from room, wanted
      where org_id = (select current_org()) and id = ${room_id} and known
      on conflict do nothing returning user_id
    )
    select user_id, known, exists (select from added where added.user_id = wanted.user_id) as added from wanted
  `.execute(tx)
  const unknown = rows.find(({ known }) => !known)
  if (unknown) throw notFound('user', unknown.user_id)
  return rows.filter(({ added }) => added).map(({ user_id }) => user_id)
}

/** Tells these users that they are in the room, on which they fetch it, and everyone in it that these are. */
export async function tellJoined(tx: Tx, actor: Actor, id: string, userIds: string[]) {
  if (userIds.length === 0) return
  await tellAdded(tx, actor, id, userIds)
  await publishAll(tx, actor, {
    type: 'room.joined',
    audience: sql`'user:' || user_id`,
    events: sql`
      select user_id, ${`room:${id}`}::text as subject, ${JSON.stringify({ room_id: id })}::jsonb as data from unnest(${userIds}::uuid[]) as user_id
    `,
  })
}

/** Everyone in it alone: for a room that is in nobody's list. */
export async function tellAdded(tx: Tx, actor: Actor, id: string, userIds: string[]) {
  if (userIds.length === 0) return
  const data = { room_id: id, members: await getRoomMembers(tx, id, userIds) }
  await publish(tx, actor, { type: 'room.members_added', subject: `room:${id}`, audience: `room:${id}`, data })
}

export async function takeOut(tx: Tx, actor: Actor, id: string, userId: string) {
  const { rows } = await sql`
    delete from room_member where org_id = (select current_org()) and room_id = ${id} and user_id = ${userId} returning user_id
  `.execute(tx)
  if (rows.length === 0) throw notFound('room_member', userId)
  const subject = `room:${id}`
  await publish(tx, actor, { type: 'room.member_removed', subject, audience: `room:${id}`, data: { room_id: id, user_id: userId } })
  await publish(tx, actor, { type: 'room.left', subject, audience: `user:${userId}`, data: { room_id: id } })
}
