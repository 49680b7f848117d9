// What an event does to the rooms that are cached: afterwards they are what a fresh fetch would give.

import type { LiveEvent } from '@/api/live.ts'
import { queryClient } from '@/app/query-client.ts'
import { applyToThreads, dropThreads } from './threads.ts'
import { changed, dropRoom, fetchRoom, findRoom, knownRooms, putRoom, roomIdOf } from './rooms-queries.ts'

export function applyToRooms(event: LiveEvent) {
  const id = roomIdOf(event)
  if (knownRooms()) applyToThreads(event)
  if (!id || !knownRooms()) return
  const { type } = event
  if (type.startsWith('room.')) {
    void queryClient.invalidateQueries({ queryKey: ['rooms-browsed'] })
    void queryClient.invalidateQueries({ queryKey: ['room-members', id] })
  }
  const room = findRoom(id)
  if (type === 'room.left') {
    dropRoom(id)
    dropThreads(({ room_id }) => room_id === id)
  } else if (type === 'room.joined') void fetchRoom(id)
  else if (!room) {
    // One that is back from the archive, or that is only looked at.
    if (type === 'room.updated' || queryClient.getQueryData(['room', id])) void fetchRoom(id)
  } else {
    const next = changed(room, event)
    if (!next) void fetchRoom(id)
    else if (next !== room) putRoom(next)
  }
}
