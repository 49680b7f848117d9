// What guests see of a task that concerns them: nothing of tasks that do not, and nobody of the contacts and companies, of whom they know none.

import { listOutsideRooms, listVisibleMessages } from '#modules/rooms'
import type { Db } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import type { HistoryEntry, Task } from './contract.ts'
import { canSee, findTasks, withTasks } from './queries.ts'

/** These tasks as the actor sees them. Whether they see them at all, the caller has asked. */
export async function listShownTo(db: Db, actor: Actor, tasks: Task[]): Promise<Task[]> {
  if (actor.role !== 'guest') return tasks
  const ids = [...new Set(tasks.flatMap(({ blockers, parent_id }) => [...blockers.map(({ id }) => id), ...(parent_id ? [parent_id] : [])]))]
  const seen = await listSeen(db, actor, ids)
  return tasks.map((task) => {
    const isSeen = task.parent_id !== null && seen.has(task.parent_id)
    return { ...task, ...(!isSeen && { parent_id: null, parent: null }), blockers: task.blockers.filter(({ id }) => seen.has(id)), contacts: [], companies: [] }
  })
}

async function listSeen(db: Db, actor: Actor, taskIds: string[]): Promise<Set<string>> {
  return new Set((await findTasks(db, taskIds)).filter((task) => canSee(actor, task)).map(({ id }) => id))
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

/** These changes as the actor sees them: that there was one stays, of what is not for them to see not what it was. */
export async function listHistoryShownTo(db: Db, actor: Actor, entries: HistoryEntry[]): Promise<HistoryEntry[]> {
  if (actor.role !== 'guest') return entries
  const idsOf = (...fields: string[]) => entries.filter(({ field }) => fields.includes(field)).flatMap(({ before, after }) => [before, after].flat() as (string | null)[]).filter((id) => id !== null)
  const [tasks, outside, messages] = await Promise.all([
    listSeen(db, actor, [...new Set(idsOf('parent_id', 'blocker_ids'))]), listOutsideRooms(db, actor.id, idsOf('room_ids')), listVisibleMessages(db, actor, idsOf('message_ids')),
  ])
  const isSeen: Record<string, (id: string) => boolean> = {
    parent_id: (id) => tasks.has(id), blocker_ids: (id) => tasks.has(id), contact_ids: () => false, company_ids: () => false,
    room_ids: (id) => !outside.includes(id), message_ids: (id) => messages.has(id),
  }
  return entries.map((entry) => {
    const show = isSeen[entry.field]
    if (!show) return entry
    const left = (value: unknown) => (Array.isArray(value) ? value.filter(show) : value !== null && show(value as string) ? value : null)
    return { ...entry, before: left(entry.before), after: left(entry.after) }
  })
}
