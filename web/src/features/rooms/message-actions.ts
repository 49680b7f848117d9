// What is done to a message: changed, deleted, brought back.

import { api, body } from '@/api/client.ts'
import { currentMessages } from '@/messages/messages.tsx'
import { toast, toastProblem } from '@/ui/toasts.tsx'
import { putMessage } from './history.ts'
import type { Message } from './rooms-queries.ts'

export async function changeMessage(message: Message, text: string) {
  putMessage(await body(api.PATCH('/messages/{id}', { params: { path: { id: message.id } }, body: { text } })))
}

/** At once; it can be taken back. */
export async function removeMessage(message: Message) {
  const { rooms, actions } = currentMessages()
  putMessage({ ...message, text: '', html: '', snippet: '', deleted_at: new Date().toISOString() })
  try {
    await api.DELETE('/messages/{id}', { params: { path: { id: message.id } } })
    toast(rooms.removed, { action: { label: actions.undo, run: () => void restoreMessage(message.id) } })
  } catch (error) {
    putMessage(message)
    toastProblem(error)
  }
}

async function restoreMessage(id: string) {
  try {
    putMessage(await body(api.POST('/messages/{id}/restore', { params: { path: { id } } })))
  } catch (error) {
    toastProblem(error)
  }
}

export function linkToMessage({ id, room_id }: Pick<Message, 'id' | 'room_id'>): string {
  return `${location.origin}/rooms/${room_id}?message=${id}`
}
