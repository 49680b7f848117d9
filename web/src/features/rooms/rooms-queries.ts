// The rooms that somebody is in, with what they have not read.

import { queryOptions } from '@tanstack/react-query'
import { api, body, type Schemas } from '@/api/client.ts'
import type { LiveEvent } from '@/api/live.ts'
import { queryClient } from '@/app/query-client.ts'
import { applyToThreads, takeThreads } from './threads.ts'
import { counted } from './unread-counts.ts'
import { readWithEvents } from './with-events.ts'

export type Room = Schemas['RoomEntry']
export type Membership = Schemas['RoomMembership']
export type Message = Schemas['Message']

export const roomsQuery = queryOptions({
  queryKey: ['rooms'],
  queryFn: ({ signal }) =>
    readWithEvents(
      async () => {
        const { data, threads } = await body(api.GET('/rooms', { signal }))
        takeThreads(threads)
        return data
      },
      (rooms, event) => {
        applyToThreads(event)
        // One that came meanwhile is not among them.
        if (event.type === 'room.joined') setTimeout(() => void fetchRoom(roomIdOf(event)!))
        return rooms.map((room) => (concerns(room, event) ? (changed(room, event) ?? room) : room))
      },
    ),
  staleTime: Infinity,
})

/** A room that one may not be in. */
export function roomQuery(id: string) {
  return queryOptions({
    queryKey: ['room', id],
    queryFn: ({ signal }) => body(api.GET('/rooms/{id}', { params: { path: { id } }, signal })),
    staleTime: 0,
  })
}

export function knownRooms(): Room[] | undefined {
  return queryClient.getQueryData(roomsQuery.queryKey)
}

export function findRoom(id: string): Room | undefined {
  return knownRooms()?.find((room) => room.id === id) ?? findTaskRoom(id)
}

/** The comments of a task, which are in no list. */
function findTaskRoom(id: string): Room | undefined {
  const room = queryClient.getQueryData<Room>(['room', id])
  return room?.kind === 'task' ? room : undefined
}

/** Where it is in the list, or at its end; one that is archived or left is in it no more. */
export function putRoom(room: Room) {
  queryClient.setQueryData(['room', room.id], room)
  if (room.kind === 'task') return
  queryClient.setQueryData<Room[]>(roomsQuery.queryKey, (rooms) => {
    if (!rooms) return rooms
    if (!room.membership || room.archived_at) return rooms.filter(({ id }) => id !== room.id)
    return rooms.some(({ id }) => id === room.id) ? rooms.map((each) => (each.id === room.id ? room : each)) : [...rooms, room]
  })
}

/** Whoever looks at it sees what they may see from outside, if anything; of what is said there nobody tells them any more. */
export function dropRoom(id: string) {
  queryClient.setQueryData<Room[]>(roomsQuery.queryKey, (rooms) => rooms?.filter((room) => room.id !== id))
  for (const key of ['room', 'messages']) void queryClient.resetQueries({ queryKey: [key, id] })
}

/** What was counted before the latest message is known to be old: then it is asked for again. */
export function takeMembership(membership: Membership) {
  const room = findRoom(membership.room_id)
  if (!room) return
  if (membership.revision < room.revision) void fetchRoom(room.id)
  else putRoom({ ...room, membership })
}

export async function fetchRoom(id: string) {
  const read = () => body(api.GET('/rooms/{id}', { params: { path: { id } } }))
  try {
    putRoom(await readWithEvents(read, (room, event) => (concerns(room, event) ? (changed(room, event) ?? room) : room)))
  } catch {
    // It is not there any more, or nobody answers: the list says which.
    await queryClient.invalidateQueries({ queryKey: roomsQuery.queryKey })
  }
}

export function concerns(room: Room, event: LiveEvent): boolean {
  return roomIdOf(event) === room.id
}

interface RoomEventData {
  room_id?: string
  room?: Partial<Room>
  message?: Message
  membership?: Membership
  revision?: number
  mentions_before?: Message['mentions']
  draft?: NonNullable<Room['draft']>
}

export function roomIdOf({ data }: LiveEvent): string | undefined {
  const { room_id, room, message, membership, draft } = data as RoomEventData
  return room_id ?? room?.id ?? message?.room_id ?? membership?.room_id ?? draft?.room_id
}

/** The room after an event; undefined where only the server can say what it is like now. */
export function changed(room: Room, { type, data }: LiveEvent): Room | undefined {
  const given = data as RoomEventData
  if (type === 'draft.updated' && given.draft!.thread_id === null) return { ...room, draft: given.draft!.text === '' ? null : given.draft! }
  if (type === 'room.updated') return { ...room, ...given.room }
  if (type === 'room.members_added' && room.people) return undefined
  if (type === 'membership.updated') return given.membership!.revision < room.revision ? undefined : { ...room, membership: given.membership! }
  if (type.startsWith('message.') && given.message?.thread_id === null && given.revision! > room.revision) return withMessage(room, type, given)
  return room
}

function withMessage(room: Room, type: string, { message, revision, mentions_before }: RoomEventData): Room {
  const { id, seq, author, snippet, created_at, deleted_at } = message!
  const next = { ...room, revision: revision! }
  if (type === 'message.created') next.last_seq = seq
  if (seq === next.last_seq) next.last_message = { id, seq, author, snippet, created_at, deleted_at }
  if (!room.membership) return next
  next.membership = counted({ ...room.membership, revision: revision! }, type, { message: message!, mentions_before })
  return next
}
