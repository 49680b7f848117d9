import type { Actor } from '#platform/tenancy'
import type { Task, TaskChange } from './contract.ts'

/** Everyone but guests works with all tasks of the organization. */
export function canWriteTasks({ role }: Actor): boolean {
  return role !== 'guest'
}

/** The statuses are everybody's. */
export function canConfigureTasks({ role }: Actor): boolean {
  return role === 'admin' || role === 'owner'
}

/** A guest sees what is assigned to them, what they watch and what they have made, and may say how far a task of theirs is. */
export function canChangeTask(actor: Actor, task: Task, change: TaskChange): boolean {
  if (canWriteTasks(actor)) return true
  return task.assignee_ids.includes(actor.id) && Object.keys(change).every((field) => field === 'status_id' || field === 'category')
}
