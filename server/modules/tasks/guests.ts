// What guests see of a task that concerns them: nothing of tasks that do not, and nobody of the contacts and companies, of whom they know none.

import type { Db } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import type { Task } from './contract.ts'
import { canSee, findTasks, withTasks } from './queries.ts'

/** These tasks as the actor sees them. Whether they see them at all, the caller has asked. */
export async function listShownTo(db: Db, actor: Actor, tasks: Task[]): Promise<Task[]> {
  if (actor.role !== 'guest') return tasks
  const ids = [...new Set(tasks.flatMap(({ blockers, parent_id }) => [...blockers.map(({ id }) => id), ...(parent_id ? [parent_id] : [])]))]
  const seen = new Set((await findTasks(db, ids)).filter((task) => canSee(actor, task)).map(({ id }) => id))
  return tasks.map((task) => ({
    ...task, parent: task.parent && seen.has(task.parent.id) ? task.parent : null, blockers: task.blockers.filter(({ id }) => seen.has(id)), contacts: [], companies: [],
  }))
}

export async function showTo(db: Db, actor: Actor, task: Task): Promise<Task> {
  return (await listShownTo(db, actor, [task]))[0]!
}

/** As `withTasks`, as the actor sees them. */
export async function withTasksShownTo<Item extends object>(db: Db, actor: Actor, items: Item[], idsOf: (item: Item) => string[]) {
  const found = await withTasks(db, items, idsOf)
  if (actor.role !== 'guest') return found
  const shown = new Map((await listShownTo(db, actor, found.flatMap(({ data }) => data))).map((task) => [task.id, task]))
  return found.map((item) => ({ ...item, data: item.data.map(({ id }) => shown.get(id)!) }))
}
