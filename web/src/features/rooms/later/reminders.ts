// What somebody wants to be reminded of.

import { queryOptions } from '@tanstack/react-query'
import { api, body, type Schemas } from '@/api/client.ts'
import type { LiveEvent } from '@/api/live.ts'
import { queryClient } from '@/app/query-client.ts'
import { readAll } from '@/features/people/references.ts'
import { currentMessages } from '@/messages/messages.tsx'
import { toast, toastProblem } from '@/ui/toasts.tsx'
import { readWithEvents } from '../with-events.ts'

export type Reminder = Schemas['Reminder']

export const remindersQuery = queryOptions({
  queryKey: ['reminders'],
  queryFn: ({ signal }) => readWithEvents(() => readAll((cursor) => body(api.GET('/reminders', { params: { query: { limit: 100, cursor } }, signal }))), changed),
  staleTime: Infinity,
})

/** Those of which one is reminded now. */
export function countDue(reminders: Reminder[]): number {
  return reminders.filter(({ told_at }) => told_at !== null).length
}

export async function remind(reminder: Schemas['NewReminder'], when: (at: string) => string) {
  const { later } = currentMessages()
  const made = await body(api.POST('/reminders', { body: reminder }))
  put((list) => withOne(list, made))
  toast(later.will_remind(when(made.remind_at)), { undo: () => void finish(made, false) })
}

export async function putOff(reminder: Reminder, remindAt: string) {
  put((list) => withOne(list, { ...reminder, remind_at: remindAt, told_at: null }))
  try {
    const changed = await body(api.PATCH('/reminders/{id}', { params: { path: { id: reminder.id } }, body: { remind_at: remindAt } }))
    put((list) => withOne(list, changed))
  } catch (error) {
    put((list) => withOne(list, reminder))
    toastProblem(error)
  }
}

/** Done, or not wanted. */
export async function finish(reminder: Reminder, says = true) {
  const { later } = currentMessages()
  put((list) => without(list, reminder.id))
  try {
    await api.DELETE('/reminders/{id}', { params: { path: { id: reminder.id } } })
    if (says) toast(reminder.told_at ? later.is_done : later.is_removed)
  } catch (error) {
    put((list) => withOne(list, reminder))
    toastProblem(error)
  }
}

export function applyToReminders(event: LiveEvent) {
  put((list) => changed(list, event))
}

function put(change: (list: Reminder[]) => Reminder[]) {
  queryClient.setQueryData(remindersQuery.queryKey, (list) => list && change(list))
}

function without(list: Reminder[], id: string): Reminder[] {
  return list.filter((each) => each.id !== id)
}

function withOne(list: Reminder[], reminder: Reminder): Reminder[] {
  return [...without(list, reminder.id), reminder].toSorted((one, other) => one.remind_at.localeCompare(other.remind_at) || one.id.localeCompare(other.id))
}

function changed(list: Reminder[], { type, data }: LiveEvent): Reminder[] {
  if (type === 'reminder.removed') return without(list, data.id as string)
  return type.startsWith('reminder.') ? withOne(list, data.reminder as Reminder) : list
}
