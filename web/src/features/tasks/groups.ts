// How a list of tasks is divided, by what it is sorted by.

import { addDays, dayOf, dueDay } from './days.ts'
import type { Task } from './tasks-queries.ts'
import type { Sort } from './tasks-search.ts'

const dueGroups = ['before', 'today', 'week', 'later', 'none'] as const

export interface TaskGroup {
  key: string
  tasks: Task[]
  /** When there are more than are shown. */
  total?: number
}

/** In the order in which they are; of days none comes back after a later one, wherever the clocks of a task are. */
export function groupTasks(tasks: Task[], sort: Sort): TaskGroup[] {
  const groups: TaskGroup[] = []
  let latest = 0
  for (const task of tasks) {
    latest = Math.max(latest, dueGroups.indexOf(dueGroupOf(task)))
    const key = sort === 'due' ? dueGroups[latest]! : sort === 'status' ? task.status_id : sort === 'priority' ? task.priority : ''
    const last = groups.at(-1)
    if (last?.key === key) last.tasks.push(task)
    else groups.push({ key, tasks: [task] })
  }
  return groups
}

function dueGroupOf(task: Task): (typeof dueGroups)[number] {
  const day = dueDay(task)
  if (day === null) return 'none'
  const today = dayOf(new Date())
  return day < today ? 'before' : day === today ? 'today' : day <= addDays(today, 6) ? 'week' : 'later'
}
