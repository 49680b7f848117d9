// What of the messages of a room is at hand: a stretch without gaps, which grows in both directions as it is read.

import { queryOptions } from '@tanstack/react-query'
import { api, body } from '@/api/client.ts'
import { onEvents, type LiveEvent } from '@/api/live.ts'
import { queryClient } from '@/app/query-client.ts'
import { findRoom, type Message } from './rooms-queries.ts'
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

export function historyQuery(roomId: string) {
  return queryOptions({
    queryKey: ['messages', roomId],
    queryFn: () => read(roomId, placeOf(roomId)),
    staleTime: Infinity,
    gcTime: 60 * 60_000,
  })
}

type Place = { before?: number; after?: number; around?: string; at?: string }

/** Where somebody was, or the first message that they have not read. */
function placeOf(roomId: string): Place {
  const known = queryClient.getQueryData<History>(['messages', roomId])
  if (known?.after) return { around: known.messages[Math.floor(known.messages.length / 2)]!.id }
  const room = findRoom(roomId)
  const unread = room?.membership ? room.last_seq - room.membership.read_seq : 0
  return unread > pageSize - 10 ? { around: String(room!.membership!.read_seq + 1) } : {}
}

function read(roomId: string, place: Place): Promise<History> {
  return readWithEvents(async () => {
    const { data, before, after } = await body(api.GET('/rooms/{id}/messages', { params: { path: { id: roomId }, query: { limit: pageSize, ...place } } }))
    return { messages: data, before, after }
  }, (history, event) => (messageOf(event)?.room_id === roomId ? changed(history, event) : history))
}

/** Shows the messages around one, or the latest, instead of what is at hand. */
export async function jump(roomId: string, place: Place) {
  await queryClient.cancelQueries({ queryKey: ['messages', roomId] })
  queryClient.setQueryData<History>(['messages', roomId], await read(roomId, place))
}

const extending = new Set<string>()

/** Reads on in one direction; nothing, as long as that is under way. */
export async function extend(roomId: string, direction: 'before' | 'after') {
  const from = queryClient.getQueryData<History>(['messages', roomId])?.[direction]
  const name = `${roomId} ${direction}`
  if (from === null || from === undefined || extending.has(name)) return
  extending.add(name)
  try {
    const page = await read(roomId, { [direction]: from })
    queryClient.setQueryData<History>(['messages', roomId], (history) => {
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

/** What was sent or changed from here, before its event comes. */
export function putMessage(message: Message, isNew = false) {
  queryClient.setQueryData<History>(['messages', message.room_id], (history) => history && (isNew ? appended(history, message) : replaced(history, message)))
}

function messageOf({ type, data }: LiveEvent): Message | undefined {
  return type.startsWith('message.') ? (data as { message?: Message }).message : undefined
}

function changed(history: History, event: LiveEvent): History {
  const message = messageOf(event)!
  if (message.thread_id !== null) return history
  return event.type === 'message.created' ? appended(history, message) : replaced(history, message)
}

function appended(history: History, message: Message): History {
  const { messages, after } = history
  const last = messages.at(-1)?.seq ?? 0
  if (after !== null) return history
  if (message.seq <= last) return replaced(history, message)
  // Another one is on its way, which comes before it: then both are read.
  if (message.seq > last + 1) return { ...history, after: last }
  return { ...history, messages: [...messages, message] }
}

function replaced(history: History, message: Message): History {
  return { ...history, messages: history.messages.map((each) => (each.id === message.id ? message : each)) }
}

onEvents({
  events(events) {
    for (const event of events) {
      const message = messageOf(event)
      if (message) queryClient.setQueryData<History>(['messages', message.room_id], (history) => history && changed(history, event))
    }
  },
  reset() {},
})
