// Muting what a line is about. A room is muted for a time, as it is in its own menu; a thread is followed no more; of a task nothing comes.

import { api, body, type Schemas } from '@/api/client.ts'
import { queryClient } from '@/app/query-client.ts'
import { currentMessages } from '@/messages/messages.tsx'
import { toastProblem } from '@/ui/toasts.tsx'
import { changeMembership } from '@/features/rooms/room-actions.ts'
import { findRoom, roomsQuery } from '@/features/rooms/rooms-queries.ts'
import { offerUndo } from './change-entries.ts'
import { partsOf, type Line } from './lines.ts'

export async function muteThing({ id: place }: Line) {
  const { inbox: m } = currentMessages()
  const { noun, id } = partsOf(place)
  try {
    if (noun === 'thread') {
      const path = { params: { path: { id } } }
      await api.DELETE('/messages/{id}/following', path)
      offerUndo(m.unfollowed, () => api.PUT('/messages/{id}/following', path))
    } else {
      await changePreferences({ mute: place })
      offerUndo(m.muted, () => changePreferences({ unmute: place }))
    }
  } catch (error) {
    toastProblem(error)
  }
}

export async function muteRoom({ id: place }: Line, until: string, said: string) {
  await queryClient.ensureQueryData(roomsQuery)
  const room = findRoom(partsOf(place).id)
  // One that somebody is not in, or no more, tells them nothing but their name.
  if (!room) return void muteThing({ id: place } as Line)
  await changeMembership(room, { muted_until: until })
  offerUndo(said, () => changeMembership(findRoom(room.id) ?? room, { muted_until: room.membership!.muted_until }))
}

export async function changePreferences(change: Schemas['NotificationPreferencesChange']) {
  queryClient.setQueryData(['notification-preferences'], await body(api.PATCH('/notification-preferences', { body: change })))
}
