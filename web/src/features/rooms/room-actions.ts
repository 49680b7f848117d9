// What is done to a room as a whole, and to one's own place in it.

import { api, body, type Schemas } from '@/api/client.ts'
import { queryClient } from '@/app/query-client.ts'
import { toastProblem } from '@/ui/toasts.tsx'
import { dropRoom, findRoom, putRoom, takeMembership, type Room } from './rooms-queries.ts'

/** As it will be, until the server says otherwise. */
export async function changeRoom(room: Room, change: Schemas['RoomChange']) {
  const { archived, ...shown } = change
  putRoom({ ...room, ...shown })
  try {
    const changed = await body(api.PATCH('/rooms/{id}', { params: { path: { id: room.id } }, body: change }))
    putRoom({ ...(findRoom(room.id) ?? room), ...changed })
  } catch (error) {
    putRoom({ ...(findRoom(room.id) ?? room), name: room.name, topic: room.topic, visibility: room.visibility })
    toastProblem(error)
  }
}

export async function changeMembership(room: Room, change: Schemas['RoomMembershipChange']) {
  putRoom({ ...room, membership: { ...room.membership!, ...change } })
  try {
    takeMembership(await body(api.PATCH('/rooms/{id}/membership', { params: { path: { id: room.id } }, body: change })))
  } catch (error) {
    putRoom({ ...(findRoom(room.id) ?? room), membership: room.membership })
    toastProblem(error)
  }
}

/** Resolves to whether one is out. */
export async function leaveRoom(room: Room): Promise<boolean> {
  try {
    await api.DELETE('/rooms/{id}/membership', { params: { path: { id: room.id } } })
    dropRoom(room.id)
    return true
  } catch (error) {
    toastProblem(error)
    return false
  }
}

export async function joinRoom(id: string): Promise<Room> {
  const room = await body(api.POST('/rooms/{id}/membership', { params: { path: { id } } }))
  putRoom(room)
  // Nobody has told what was said while one was only looking.
  void queryClient.invalidateQueries({ queryKey: ['messages', id] })
  return room
}

export async function createRoom(given: Schemas['NewRoom']): Promise<Room> {
  const room = await body(api.POST('/rooms', { body: given }))
  putRoom(room)
  return room
}
