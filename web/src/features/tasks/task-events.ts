// What an event does to the tasks that are cached, from when on there may be some: loaded with what reads them (tasks-queries.ts). A task is changed
// everywhere at once; where it is listed now, and in which order, is fetched again: so afterwards all is what a fresh fetch would give.

import { onEvents, type LiveEvent } from '@/api/live.ts'
import { queryClient } from '@/app/query-client.ts'
import { refetch } from '@/features/live-caches.ts'
import { findTask, putTask } from './task-caches.ts'
import { isChanging } from './task-changes.ts'
import type { Task } from './tasks-queries.ts'

const everywhere = ['tasks', 'task', 'task-history']

/** By what an event is about: keys of what may be another now. */
const touched: Record<string, string[]> = {
  task_status: ['task-statuses', ...everywhere],
  task_view: ['task-views'],
  label: ['labels', ...everywhere],
  // Their names stand on tasks.
  contact: everywhere,
  contacts: everywhere,
  company: everywhere,
}

onEvents({
  events(events) {
    for (const event of events) for (const key of apply(event)) refetch(key)
  },
  reset() {},
})

/** Returns keys of what is to be fetched again. */
function apply({ type, subject, data }: LiveEvent): string[][] {
  const [noun, id] = subject.split(':') as [string, string]
  // Files of a task come with its comments.
  if (noun === 'message') return [['task-files', (data.message as { room_id: string } | undefined)?.room_id ?? '']]
  if (noun !== 'task') return (touched[type.split('.')[0]!] ?? []).map((key) => [key])
  const task = data.task as Task | undefined
  // While a change of ours is on its way this is older than what is shown; its answer comes, and is fetched again.
  if (task && !isChanging(queryClient, id)) {
    const known = findTask(queryClient, id)
    if (known && known.updated_at <= task.updated_at) putTask(queryClient, task)
  }
  return [['tasks'], ['task', id], ['task-history', id]]
}
