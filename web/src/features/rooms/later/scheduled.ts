// What somebody has written to be sent later.

import { queryOptions } from '@tanstack/react-query'
import { api, body, type Schemas } from '@/api/client.ts'
import type { LiveEvent } from '@/api/live.ts'
import { queryClient } from '@/app/query-client.ts'
import { readAll } from '@/features/people/references.ts'
import { currentMessages } from '@/messages/messages.tsx'
import { toast, toastProblem } from '@/ui/toasts.tsx'
import { addMessage, type Spot } from '../history.ts'
import { readWithEvents } from '../with-events.ts'

export type Scheduled = Schemas['ScheduledMessage']

export const scheduledQuery = queryOptions({
  queryKey: ['scheduled-messages'],
  queryFn: ({ signal }) =>
    readWithEvents(() => readAll((cursor) => body(api.GET('/scheduled-messages', { params: { query: { limit: 100, cursor } }, signal }))), changed),
  staleTime: Infinity,
})

/** Those that could not be sent. */
export function countUnsent(list: Scheduled[]): number {
  return list.filter(({ problem }) => problem !== null).length
}

/** Resolves to whether it is kept. */
export async function schedule({ room_id, thread_id }: Spot, { files, urgent, ...said }: Pick<Scheduled, 'text' | 'send_at' | 'urgent'> & { files: { id: string }[] }): Promise<boolean> {
  try {
    const scheduled = await body(api.POST('/rooms/{id}/scheduled-messages', { params: { path: { id: room_id } }, body: { ...said, ...(urgent && { urgent }), ...(thread_id && { thread_id }), ...(files.length > 0 && { file_ids: files.map(({ id }) => id) }) } }))
    put((list) => withOne(list, scheduled))
    return true
  } catch (error) {
    toastProblem(error)
    return false
  }
}

export async function changeScheduled(scheduled: Scheduled, change: Schemas['ScheduledMessageChange']) {
  const { file_ids, ...shown } = change
  put((list) => withOne(list, { ...scheduled, ...shown, ...(file_ids && { files: scheduled.files.filter(({ id }) => file_ids.includes(id)) }), ...(change.send_at && { problem: null }) }))
  try {
    const changed = await body(api.PATCH('/scheduled-messages/{id}', { params: { path: { id: scheduled.id } }, body: change }))
    put((list) => withOne(list, changed))
  } catch (error) {
    put((list) => withOne(list, scheduled))
    throw error
  }
}

/** It can be taken back: then it waits again. */
export async function removeScheduled(scheduled: Scheduled) {
  const { later } = currentMessages()
  put((list) => without(list, scheduled.id))
  try {
    await api.DELETE('/scheduled-messages/{id}', { params: { path: { id: scheduled.id } } })
    toast(later.not_sent, { undo: Date.parse(scheduled.send_at) > Date.now() ? () => void schedule(scheduled, scheduled) : undefined })
  } catch (error) {
    put((list) => withOne(list, scheduled))
    toastProblem(error)
  }
}

export async function sendNow(scheduled: Scheduled) {
  try {
    addMessage(await body(api.POST('/scheduled-messages/{id}/send', { params: { path: { id: scheduled.id } } })))
    put((list) => without(list, scheduled.id))
  } catch (error) {
    toastProblem(error)
  }
}

/** What could not be sent where it was meant to be, in another room, or there without its thread. Resolves to whether it is sent. */
export async function sendOtherwise(scheduled: Scheduled, change: Pick<Schemas['ScheduledMessageChange'], 'room_id' | 'thread_id'>): Promise<boolean> {
  const params = { path: { id: scheduled.id } }
  try {
    await body(api.PATCH('/scheduled-messages/{id}', { params, body: change }))
    addMessage(await body(api.POST('/scheduled-messages/{id}/send', { params })))
    put((list) => without(list, scheduled.id))
    return true
  } catch (error) {
    toastProblem(error)
    return false
  }
}

function put(change: (list: Scheduled[]) => Scheduled[]) {
  queryClient.setQueryData(scheduledQuery.queryKey, (list) => list && change(list))
}

function without(list: Scheduled[], id: string): Scheduled[] {
  return list.filter((each) => each.id !== id)
}

function withOne(list: Scheduled[], scheduled: Scheduled): Scheduled[] {
  return [...without(list, scheduled.id), scheduled].toSorted((one, other) => one.send_at.localeCompare(other.send_at) || one.id.localeCompare(other.id))
}

function changed(list: Scheduled[], { type, data }: LiveEvent): Scheduled[] {
  if (!type.startsWith('scheduled_message.')) return list
  const scheduled = data.scheduled_message as Scheduled
  return type === 'scheduled_message.removed' ? without(list, scheduled.id) : withOne(list, scheduled)
}

/** Wherever one is: that a message could not be sent one is told. */
export function applyToScheduled(event: LiveEvent) {
  put((list) => changed(list, event))
  const { later } = currentMessages()
  if (event.type === 'scheduled_message.failed') toast(later.could_not(later.problems[(event.data.scheduled_message as Scheduled).problem!]), { tone: 'danger' })
}
