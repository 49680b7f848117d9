// What of the messages of a room, or of the answers in a thread, is at hand: a stretch without gaps, which grows in both directions as it is read.

import { queryOptions } from '@tanstack/react-query'
import { api, body } from '@/api/client.ts'
import { onEvents, type LiveEvent } from '@/api/live.ts'
import { queryClient } from '@/app/query-client.ts'
import { findRoom, type Message } from './rooms-queries.ts'
import { findThread, threadRootQuery } from './threads.ts'
import { readWithEvents } from './with-events.ts'

export interface History {
  messages: Message[]
  /** Where to go on in that direction; null: there is nothing. */
  before: number | null
  after: number | null
}

const pageSize = 50
/** More is not kept: it grows at one end and goes at the other. */
const most = 500

/** A room, or a thread in it. */
export interface Spot {
  room_id: string
  thread_id: string | null
}

export function historyQuery(spot: Spot) {
  return queryOptions({
    queryKey: keyOf(spot),
    queryFn: () => read(spot, placeOf(spot)),
    staleTime: Infinity,
    gcTime: 60 * 60_000,
  })
}

function keyOf({ room_id, thread_id }: Spot): ['messages' | 'replies', string] {
  return thread_id ? ['replies', thread_id] : ['messages', room_id]
}

type Place = { before?: number; after?: number; around?: string; at?: string }

/** Where somebody was, or the first message that they have not read. */
function placeOf(spot: Spot): Place {
  const known = queryClient.getQueryData<History>(keyOf(spot))
  if (known?.after) return { around: known.messages[Math.floor(known.messages.length / 2)]!.id }
  const counts = spot.thread_id ? findThread(spot.thread_id) : findRoom(spot.room_id)?.membership
  const unread = counts?.unread_count ?? 0
  return unread > pageSize - 10 ? { around: String(counts!.read_seq + 1) } : {}
}

function read(spot: Spot, place: Place): Promise<History> {
  const query = { limit: pageSize, ...place }
  return readWithEvents(async () => {
    const { data, before, after } = await body(
      spot.thread_id
        ? api.GET('/messages/{id}/replies', { params: { path: { id: spot.thread_id }, query } })
        : api.GET('/rooms/{id}/messages', { params: { path: { id: spot.room_id }, query } }),
    )
    return { messages: data, before, after }
  }, (history, event) => changed(history, event, spot))
}

const jumps = new Map<string, Place>()

/** Shows the messages around one, or the latest, instead of what is at hand: of several those that were asked for last. */
export async function jump(spot: Spot, place: Place) {
  const key = keyOf(spot)
  jumps.set(key.join(), place)
  await queryClient.cancelQueries({ queryKey: key })
  const history = await read(spot, place)
  if (jumps.get(key.join()) !== place) return
  jumps.delete(key.join())
  queryClient.setQueryData<History>(key, history)
}

const extending = new Set<string>()

/** Reads on in one direction; nothing, as long as that is under way. */
export async function extend(spot: Spot, direction: 'before' | 'after') {
  const key = keyOf(spot)
  const from = queryClient.getQueryData<History>(key)?.[direction]
  const name = `${key.join()} ${direction}`
  if (from === null || from === undefined || extending.has(name)) return
  extending.add(name)
  try {
    const page = await read(spot, { [direction]: from })
    queryClient.setQueryData<History>(key, (history) => {
      // It is another stretch by now.
      if (history?.[direction] !== from) return history
      return direction === 'before'
        ? trimEnd({ ...history, messages: [...page.messages, ...history.messages], before: page.before })
        : trimStart({ ...history, messages: [...history.messages, ...page.messages], after: page.after })
    })
  } finally {
    extending.delete(name)
  }
}

function trimEnd(history: History): History {
  if (history.messages.length <= most) return history
  const messages = history.messages.slice(0, most)
  return { ...history, messages, after: messages.at(-1)!.seq }
}

function trimStart(history: History): History {
  if (history.messages.length <= most) return history
  const messages = history.messages.slice(-most)
  return { ...history, messages, before: messages[0]!.seq }
}

/** What was sent from here, before its event comes. */
export function addMessage(message: Message) {
  queryClient.setQueryData<History>(keyOf(message), (history) => history && appended(history, message))
}

/** What was changed from here, likewise. Whatever else is known of it may be newer. */
export function putChange({ id, room_id, thread_id }: Message, change: Partial<Message>) {
  const renew = (message: Message) => ({ ...message, ...change })
  queryClient.setQueryData<History>(keyOf({ room_id, thread_id }), (history) => history && replaced(history, id, renew))
  queryClient.setQueryData(threadRootQuery(id).queryKey, (root) => root && renew(root))
}

interface MessageData {
  message?: Message
  thread?: { id: string; reply_count: number; last_reply_at: string | null; author_ids: string[] }
}

function changed(history: History, { type, data }: LiveEvent, spot: Spot): History {
  const { message, thread } = data as MessageData
  if (!type.startsWith('message.') || message?.room_id !== spot.room_id) return history
  if (message.thread_id === spot.thread_id) return type === 'message.created' ? appended(history, message) : replaced(history, message.id, () => message)
  // What answers it shows where it stands.
  if (!thread || spot.thread_id !== null) return history
  const { reply_count, last_reply_at, author_ids } = thread
  return replaced(history, thread.id, (root) => ({ ...root, thread: { reply_count, last_reply_at, author_ids } }))
}

function appended(history: History, message: Message): History {
  const { messages, after } = history
  const last = messages.at(-1)?.seq ?? 0
  if (after !== null) return history
  if (message.seq <= last) return replaced(history, message.id, () => message)
  // Another one is on its way, which comes before it: then both are read.
  if (message.seq > last + 1) return { ...history, after: last }
  return { ...history, messages: [...messages, message] }
}

function replaced(history: History, id: string, change: (message: Message) => Message): History {
  return { ...history, messages: history.messages.map((each) => (each.id === id ? change(each) : each)) }
}

onEvents({
  events(events) {
    for (const event of events) {
      const { message } = event.data as MessageData
      if (!message) continue
      const { id, room_id, thread_id } = message
      queryClient.setQueryData(threadRootQuery(id).queryKey, (root) => root && message)
      for (const spot of thread_id ? [{ room_id, thread_id: null }, { room_id, thread_id }] : [{ room_id, thread_id }]) {
        queryClient.setQueryData<History>(keyOf(spot), (history) => history && changed(history, event, spot))
      }
    }
  },
  reset() {},
})
