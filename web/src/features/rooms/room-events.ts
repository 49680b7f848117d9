// What an event does to the rooms that are cached: afterwards they are what a fresh fetch would give.

import type { LiveEvent } from '@/api/live.ts'
import { queryClient } from '@/app/query-client.ts'
import { applyToThreads, dropThreads } from './threads.ts'
import { changed, dropRoom, fetchRoom, findRoom, knownRooms, putRoom, roomIdOf } from './rooms-queries.ts'

export function applyToRooms(event: LiveEvent) {
  if (event.type === 'retention.updated') for (const key of ['rooms', 'room', 'room-retention']) void queryClient.invalidateQueries({ queryKey: [key] })
  const id = roomIdOf(event)
  if (knownRooms()) applyToThreads(event)
  if (!id || !knownRooms()) return
  const { type } = event
  if (type === 'message.pinned' || type === 'message.unpinned') void queryClient.invalidateQueries({ queryKey: ['pins', id] })
  if (type.startsWith('room.')) {
    void queryClient.invalidateQueries({ queryKey: ['rooms-browsed'] })
    void queryClient.invalidateQueries({ queryKey: ['room-members', id] })
  }
  if (type === 'room.refreshed') return refresh(id)
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

const refreshing = new Set<string>()
/** An import tells of each of its steps. */
const restMs = 1_000

/** Much of it has come or gone. */
function refresh(id: string) {
  if (refreshing.has(id)) return
  refreshing.add(id)
  setTimeout(() => {
    refreshing.delete(id)
    // With the rooms come the threads.
    for (const key of [['rooms'], ['room', id], ['messages', id], ['replies'], ['message'], ['pins', id], ['bookmarks', id], ['bookmarks-listed'], ['threads-listed'], ['messages-found']]) {
      void queryClient.invalidateQueries({ queryKey: key })
    }
  }, restMs)
}

