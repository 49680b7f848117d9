// What is said in rooms: mentions, direct messages, answers in threads that one follows. What one has read on any device is read here.

import { listWordedReminders } from '#modules/reminders'
import { listConcerned, listOutsiders, type Concerned } from '#modules/rooms'
import type { StoredEvent } from '#platform/events'
import type { Db } from '#platform/db/kysely'
import { causeOf, type CauseSource, type Effect } from './contract.ts'
import { removeGoneMessages } from './gone-messages.ts'
import { removeHiddenReminders } from './hidden-reminders.ts'

export const roomCauses: CauseSource = {
  types: [
    'message.created', 'message.repeated', 'message.acknowledged', 'message.restored', 'message.updated', 'message.deleted', 'membership.updated', 'thread.updated', 'room.member_removed',
    'room.hidden', 'room.updated', 'room.refreshed',
  ],
  async effectsOf(db, events) {
    const said = events.filter(({ type }) => saying.has(type)).map((event) => messageOf(event).message.id)
    const concerned = said.length === 0 ? new Map() : Map.groupBy(await listConcerned(db, said), ({ message_id }) => message_id)
    const effects: Effect[] = []
    for (const event of events) effects.push(...(await effectsOfEvent(db, event, concerned)))
    return effects
  },
}

const saying = new Set(['message.created', 'message.repeated', 'message.restored', 'message.updated'])

function messageOf({ data }: StoredEvent) {
  // But for new ones it says whom it was for before.
  return data as { message: { id: string; snippet: string; mentions: Mentions }; mentions_before: Mentions }
}

interface Mentions {
  user_ids: string[]
  room: boolean
}

async function effectsOfEvent(db: Db, event: StoredEvent, concerned: Map<string, Concerned[]>): Promise<Effect[]> {
  const { type, subject, data } = event
  const roomId = data.room_id as string
  switch (type) {
    case 'message.created':
    case 'message.restored':
      return (concerned.get(messageOf(event).message.id) ?? []).map((each) => toCause(event, each))
    case 'message.repeated':
      return (concerned.get(messageOf(event).message.id) ?? []).filter(({ reason }) => reason === 'urgent').map((each) => toCause(event, each))
    case 'message.acknowledged':
      return [{ effect: 'remove', subject, kind: 'urgent', user_ids: [data.user_id as string] }]
    case 'message.updated':
      return changed(db, event, concerned)
    case 'message.deleted':
      return [{ effect: 'remove', subject }]
    case 'membership.updated': {
      const { room_id, read_seq } = data.membership as { room_id: string; read_seq: number }
      return [{ effect: 'read', place: `room:${room_id}`, user_id: event.actor.id, seq: read_seq }]
    }
    case 'thread.updated': {
      const { room_id, thread_id, read_seq } = data.following as { room_id: string; thread_id: string; read_seq: number }
      return [{ effect: 'read', place: placeOf({ room_id, thread_id }), user_id: event.actor.id, seq: read_seq }]
    }
    // What they were told of a room goes with it.
    case 'room.member_removed':
      return leaveBehind(db, roomId, [data.user_id as string])
    case 'room.updated': {
      const { id, name } = data.room as { id: string; name: string | null }
      return name === null ? [] : [{ effect: 'rewrite', place: `room:${id}`, title: name }]
    }
    case 'room.refreshed':
      return removeGoneMessages(db, roomId)
    default:
      return leaveBehind(db, roomId, await listOutsiders(db, roomId))
  }
}

async function leaveBehind(db: Db, roomId: string, userIds: string[]): Promise<Effect[]> {
  return [{ effect: 'remove', place: `room:${roomId}`, user_ids: userIds }, ...(await removeHiddenReminders(db, userIds))]
}

/** Whom a change names who was not named before is told; whom it names no longer was not meant. */
async function changed(db: Db, event: StoredEvent, concerned: Map<string, Concerned[]>): Promise<Effect[]> {
  const { message, mentions_before: before } = messageOf(event)
  const isNew = ({ reason, user_id }: Concerned) => reason === 'mention' && !before.room && !before.user_ids.includes(user_id)
  const mayBeGone = (before.room || before.user_ids.length > 0) && !message.mentions.room
  const { subject } = event
  return [
    // But for who is reminded of it in words of their own.
    { effect: 'rewrite', subject, snippet: message.snippet, but_places: (await listWordedReminders(db, message.id)).map((id) => `reminder:${id}`) },
    ...(mayBeGone ? [{ effect: 'remove', subject, kind: 'mention', but_user_ids: message.mentions.user_ids } as const] : []),
    ...(concerned.get(message.id) ?? []).filter(isNew).map((each) => toCause(event, each)),
  ]
}

/** That the room is read up to it does not answer what is urgent. */
function toCause(event: StoredEvent, { user_id, reason, room_name, author, snippet, seq, ...where }: Concerned): Effect {
  return { effect: 'notify', ...causeOf(event), user_id, kind: reason, place: placeOf(where), seq: reason === 'urgent' ? null : seq, title: room_name, snippet, actor: author }
}

function placeOf({ room_id, thread_id }: { room_id: string; thread_id: string | null }): string {
  return thread_id === null ? `room:${room_id}` : `room:${room_id}/thread:${thread_id}`
}
