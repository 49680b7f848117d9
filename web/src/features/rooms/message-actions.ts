// What is done to a message: changed, deleted, brought back.

import { api, body } from '@/api/client.ts'
import { currentMessages } from '@/messages/messages.tsx'
import { toast, toastProblem } from '@/ui/toasts.tsx'
import { putChange } from './history.ts'
import type { Message } from './rooms-queries.ts'

export async function changeMessage(message: Message, text: string) {
  const { html, snippet, mentions, edited_at, ...changed } = await body(api.PATCH('/messages/{id}', { params: { path: { id: message.id } }, body: { text } }))
  putChange(message, { text: changed.text, html, snippet, mentions, edited_at })
}

/** At once; it can be taken back. */
export async function removeMessage(message: Message) {
  const { rooms } = currentMessages()
  putChange(message, { text: '', html: '', snippet: '', files: [], deleted_at: new Date().toISOString() })
  try {
    await api.DELETE('/messages/{id}', { params: { path: { id: message.id } } })
    toast(rooms.removed, { undo: () => void restoreMessage(message) })
  } catch (error) {
    putChange(message, message)
    toastProblem(error)
  }
}

async function restoreMessage(message: Message) {
  try {
    putChange(message, await body(api.POST('/messages/{id}/restore', { params: { path: { id: message.id } } })))
  } catch (error) {
    toastProblem(error)
  }
}

/** As if it were so already; the event says what is so. */
export async function react(message: Message, emoji: string, me: string) {
  const isMine = message.reactions.some((reaction) => reaction.emoji === emoji && reaction.user_ids.includes(me))
  const params = { path: { id: message.id, emoji } }
  putChange(message, { reactions: isMine ? withoutMine(message.reactions, emoji, me) : withMine(message.reactions, emoji, me) })
  try {
    await (isMine ? api.DELETE('/messages/{id}/reactions/{emoji}', { params }) : api.PUT('/messages/{id}/reactions/{emoji}', { params }))
  } catch (error) {
    putChange(message, { reactions: message.reactions })
    toastProblem(error)
  }
}

type Reactions = Message['reactions']

function withMine(reactions: Reactions, emoji: string, me: string): Reactions {
  if (!reactions.some((each) => each.emoji === emoji)) return [...reactions, { emoji, user_ids: [me] }]
  return reactions.map((each) => (each.emoji === emoji ? { emoji, user_ids: [...each.user_ids, me] } : each))
}

function withoutMine(reactions: Reactions, emoji: string, me: string): Reactions {
  const left = reactions.map((each) => (each.emoji === emoji ? { emoji, user_ids: each.user_ids.filter((id) => id !== me) } : each))
  return left.filter(({ user_ids }) => user_ids.length > 0)
}

export async function pin(message: Message) {
  const params = { path: { id: message.id } }
  putChange(message, { pinned_at: message.pinned_at ? null : new Date().toISOString() })
  try {
    await (message.pinned_at ? api.DELETE('/messages/{id}/pin', { params }) : api.PUT('/messages/{id}/pin', { params }))
  } catch (error) {
    putChange(message, { pinned_at: message.pinned_at })
    toastProblem(error)
  }
}

export function linkToMessage({ id, room_id, thread_id }: Message): string {
  return `${location.origin}/rooms/${room_id}?${new URLSearchParams({ message: id, ...(thread_id && { thread: thread_id }) })}`
}
