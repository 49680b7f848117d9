// Rooms themselves: made, changed, archived. Who is in them is in members.ts.

import { sql } from 'kysely'
import type pg from 'pg'
import { allow, conflict } from '#platform/errors'
import { publish } from '#platform/events'
import { enqueue } from '#platform/jobs'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { checkChannel, checkOpen, lockRoom } from './access.ts'
import { openDirectRoom } from './direct-rooms.ts'
import type { NewRoom, Room, RoomChange, RoomEntry } from './contract.ts'
import { addMembers, tellJoined } from './members.ts'
import type { HiddenRoom } from './messages/contacts.ts'
import { endRepetitions } from './messages/urgent.ts'
import { canCreateChannel, canManageRoom, canOpenDirect, canSetRetention } from './policy.ts'
import { getRoom, getRoomEntry } from './queries.ts'

/** A new room, or the direct room that these people have already. Throws forbidden, user_not_found, name_taken. */
export async function createRoom(tx: Tx, actor: Actor, input: NewRoom): Promise<RoomEntry> {
  const id = input.kind === 'channel' ? await createChannel(tx, actor, input) : await openDirect(tx, actor, input)
  return getRoomEntry(tx, actor, id)
}

type NewOf<Kind> = Extract<NewRoom, { kind: Kind }>

async function createChannel(tx: Tx, actor: Actor, { name, topic = '', visibility = 'public', user_ids = [] }: NewOf<'channel'>) {
  allow(canCreateChannel(actor, visibility), 'Members make channels, guests do not; and an api key makes public ones only.')
  const { rows } = await refusingTakenNames(
    sql<{ id: string }>`
      insert into room (org_id, kind, visibility, name, topic, created_by)
      values (${actor.org_id}, 'channel', ${visibility}, ${name}, ${topic}, ${JSON.stringify({ kind: actor.kind, id: actor.id })})
      returning id
    `.execute(tx),
  )
  const { id } = rows[0]!
  const isPerson = actor.kind === 'user'
  if (isPerson) await addMembers(tx, { room_id: id, user_ids: [actor.id], role: 'owner' })
  await addMembers(tx, { room_id: id, user_ids })
  if (visibility === 'public') await publish(tx, actor, { type: 'room.created', subject: `room:${id}`, data: { room: await getRoom(tx, id) } })
  await tellJoined(tx, actor, id, [...(isPerson ? [actor.id] : []), ...user_ids])
  return id
}

/** The same people are the same room, whoever opens it. */
async function openDirect(tx: Tx, actor: Actor, { user_ids }: NewOf<'direct'>) {
  allow(canOpenDirect(actor), 'Members write to others directly; guests and api keys do not begin it.')
  const { id } = await openDirectRoom(tx, actor, [actor.id, ...user_ids])
  return id
}

/** Throws room_not_found, forbidden, not_a_channel, room_archived, name_taken. */
export async function changeRoom(tx: Tx, actor: Actor, id: string, { archived, retention_days, ...change }: RoomChange): Promise<Room> {
  const before = await lockRoom(tx, actor, id)
  if (retention_days !== undefined) {
    allow(canSetRetention(actor), 'Admins say how long messages are kept.')
    await sql`update room set retention_days = ${retention_days}, updated_at = now() where org_id = (select current_org()) and id = ${id}`.execute(tx)
    if (archived === undefined && Object.keys(change).length === 0) {
      const room = await getRoom(tx, id)
      await tellRoom(tx, actor, 'room.updated', room)
      return room
    }
  }
  checkChannel(before)
  const topicAlone = Object.keys(change).every((key) => key === 'topic') && archived === undefined
  const mayTopic = before.role !== null && actor.role !== 'guest'
  allow(canManageRoom(actor, before) || (topicAlone && mayTopic), 'Owners of the room change it; its topic everybody who is in it.')
  if (archived !== false) checkOpen(before)
  const { name = null, topic = null, visibility = null } = change
  await refusingTakenNames(
    sql`
      update room set name = coalesce(${name}, name), topic = coalesce(${topic}, topic), visibility = coalesce(${visibility}, visibility),
        archived_at = case when ${archived ?? null}::boolean then coalesce(archived_at, now()) when ${archived ?? null}::boolean is null then archived_at end,
        updated_at = now()
      where org_id = (select current_org()) and id = ${id}
    `.execute(tx),
  )
  if (archived) await endRepetitions(tx, id)
  const room = await getRoom(tx, id)
  if (before.visibility === 'public' && room.visibility === 'private') {
    // Whoever is not in it is not to see it any more.
    await publish(tx, actor, { type: 'room.hidden', subject: `room:${id}`, data: { room_id: id } })
    const { org_id, kind, id: actorId, role } = actor
    await enqueue(tx, 'rooms.hide_contacts', { org_id, room_id: id, actor: { org_id, kind, id: actorId, role } } as HiddenRoom)
  }
  await tellRoom(tx, actor, 'room.updated', room)
  return room
}

/** Tells whoever sees it: of a public one all members, and those guests who are in it. */
async function tellRoom(tx: Tx, actor: Actor, type: string, room: Room) {
  const event = { type, subject: `room:${room.id}`, data: { room } }
  if (room.visibility === 'private') return publish(tx, actor, { ...event, audience: `room:${room.id}` })
  await publish(tx, actor, event)
  const { rows: guests } = await sql<{ user_id: string }>`
    select user_id from room_member join member using (org_id, user_id)
    where org_id = (select current_org()) and room_id = ${room.id} and member.role = 'guest'
  `.execute(tx)
  for (const { user_id } of guests) await publish(tx, actor, { ...event, audience: `user:${user_id}` })
}

async function refusingTakenNames<T>(query: Promise<T>): Promise<T> {
  try {
    return await query
  } catch (error) {
    if ((error as pg.DatabaseError).constraint !== 'room_public') throw error
    throw conflict('name_taken', 'There is a public channel of this name already: choose another, or use that one.')
  }
}
