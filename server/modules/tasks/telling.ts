// What a change of tasks does to others: they are not blocked any more, their parts are other ones, or what they are a part of is called otherwise. None
// of that is a change of theirs, but a client shows it.

import { sql } from 'kysely'
import { publishAll } from '#platform/events'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import type { Category, Task } from './contract.ts'
import { findTasks } from './queries.ts'
import type { ChangedTask, FieldChange } from './storing.ts'

export async function tellOthers(tx: Tx, actor: Actor, changed: ChangedTask[]) {
  const told = new Set(changed.map(({ after }) => after.id))
  const finished = new Set(changed.filter(({ before, after }) => before && blocks(before) && !blocks(after)).map(({ after }) => after.id))
  const waiting = await listWaiting(tx, changed.filter(isAnotherBlocker).map(({ after }) => after.id))
  const parents = changed.filter(isAnotherPart).flatMap(({ before, after }) => [before?.parent_id ?? [], after.parent_id ?? []].flat())
  const parts = await listParts(tx, changed.filter(isAnotherParent).map(({ after }) => after.id))
  const unblocked: TaskNews[] = []
  const updated: TaskNews[] = []
  for (const task of await findTasks(tx, [...new Set([...waiting.keys(), ...parents, ...parts])])) {
    // In no list: when it is restored, that is told with all there is.
    if (task.deleted_at !== null) continue
    const by = waiting.get(task.id)?.filter((id) => finished.has(id)) ?? []
    if (by.length > 0 && !task.blocked && blocks(task)) unblocked.push({ task, unblocked_by: by })
    else if (!told.has(task.id)) updated.push({ task, changes: [] })
  }
  await publishNews(tx, actor, { type: 'task.unblocked', news: unblocked })
  await publishNews(tx, actor, { type: 'task.updated', news: updated })
}

interface TaskNews {
  task: Task
  changes?: FieldChange[]
  unblocked_by?: string[]
}

/** What is told of each of these tasks, in one statement. */
export async function publishNews(tx: Tx, actor: Actor, { type, news }: { type: string; news: TaskNews[] }) {
  if (news.length === 0) return
  const events = JSON.stringify(news.map((data) => ({ subject: `task:${data.task.id}`, data })))
  await publishAll(tx, actor, { type, events: sql`select subject, data from json_to_recordset(${events}) as given (subject text, data jsonb)` })
}

/** Whether it stands in the way of those that wait for it. */
function blocks({ category, deleted_at }: Pick<Task, 'category' | 'deleted_at'>): boolean {
  return isOpen(category) && deleted_at === null
}

export function isOpen(category: Category): boolean {
  return category !== 'done' && category !== 'cancelled'
}

/** Whether those that wait for it show it otherwise. */
function isAnotherBlocker({ before, after }: ChangedTask): boolean {
  return before !== undefined && (before.title !== after.title || before.category !== after.category || before.deleted_at !== after.deleted_at)
}

/** Whether what it is a part of counts it otherwise. */
function isAnotherPart({ before, after }: ChangedTask): boolean {
  return before === undefined || before.parent_id !== after.parent_id || isOpen(before.category) !== isOpen(after.category) || before.deleted_at !== after.deleted_at
}

/** Whether its parts call it otherwise. */
function isAnotherParent({ before, after }: ChangedTask): boolean {
  return before !== undefined && before.title !== after.title && after.subtasks.total > 0
}

async function listParts(tx: Tx, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select id from task where org_id = (select current_org()) and parent_id = any(${ids}::uuid[]) and deleted_at is null
  `.execute(tx)
  return rows.map(({ id }) => id)
}

/** Tasks that wait for these, with what of these each waits for. */
async function listWaiting(tx: Tx, ids: string[]): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ task_id: string; blocker_ids: string[] }>`
    select task_id, array_agg(blocker_id order by blocker_id) as blocker_ids from task_dependency
    where org_id = (select current_org()) and blocker_id = any(${ids}::uuid[]) group by task_id
  `.execute(tx)
  return new Map(rows.map(({ task_id, blocker_ids }) => [task_id, blocker_ids]))
}
