// How tasks are changed, one or many: rows and lists in sets, what was changed kept as history, and everybody told whose task is another by it: those
// that waited for it, and what it is a part of.

import { sql } from 'kysely'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { placeFirst } from './board-order.ts'
import type { Task } from './contract.ts'
import { findTasks } from './queries.ts'
import { repeatCompleted } from './repeating.ts'
import { keepRooms } from './room.ts'
import { columnNames, replaceLists, updateRows, type ChangedTask, type FieldChange, type TaskColumns, type TaskRow, type WantedTask } from './storing.ts'
import { publishNews, tellOthers } from './telling.ts'

type TaskEvent = 'task.updated' | 'task.deleted' | 'task.restored'

/**
 * Makes these tasks what is wanted and returns them as they are then, those that were so already as they were. What enters another status
 * comes first there, unless it says where. The caller has locked them (storing.ts), and has looked whether what is named is there.
 */
export async function changeTasks(tx: Tx, actor: Actor, wanted: WantedTask[], type: TaskEvent = 'task.updated'): Promise<{ tasks: Task[]; changed: ChangedTask[] }> {
  if (wanted.length === 0) return { tasks: [], changed: [] }
  await giveCategories(tx, wanted)
  await updateRows(tx, await givePlaces(tx, wanted))
  await replaceLists(tx, actor, wanted.map(({ before, lists = {} }) => ({ id: before.id, lists })))
  const ids = wanted.map(({ before }) => before.id)
  const after = new Map((await findTasks(tx, ids)).map((task) => [task.id, task]))
  const changed = wanted.flatMap(({ before }) => compare(before, after.get(before.id)!))
  const times = new Map(wanted.map(({ before, updated_at }) => [before.id, updated_at]))
  await touch(tx, changed, times)
  await keepHistory(tx, actor, changed)
  await publishNews(tx, actor, { type, news: changed.map(({ after, changes }) => ({ task: after, changes })) })
  await tellOthers(tx, actor, changed)
  await keepRooms(tx, actor, changed)
  await repeatCompleted(tx, actor, changed)
  return { tasks: ids.map((id) => after.get(id)!), changed }
}

async function giveCategories(tx: Tx, wanted: WantedTask[]) {
  const ids = [...new Set(wanted.flatMap(({ columns }) => columns?.status_id ?? []))]
  if (ids.length === 0) return
  const { rows } = await sql<{ id: string; category: Task['category'] }>`
    select id, category from task_status where org_id = (select current_org()) and id = any(${ids}::uuid[])
  `.execute(tx)
  const categories = new Map(rows.map(({ id, category }) => [id, category]))
  for (const { columns } of wanted) if (columns?.status_id) columns.category = categories.get(columns.status_id)!
}

async function givePlaces(tx: Tx, wanted: WantedTask[]): Promise<TaskRow[]> {
  const rows = wanted.map(({ before, columns, deleted = before.deleted_at !== null }): TaskRow => {
    const kept = Object.fromEntries(columnNames.map((name) => [name, before[name]])) as TaskColumns
    return { ...kept, ...columns, id: before.id, deleted }
  })
  const moving = rows.filter((row, place) => row.status_id !== wanted[place]!.before.status_id && wanted[place]!.columns?.position === undefined)
  for (const [statusId, entering] of Map.groupBy(moving, (row) => row.status_id)) {
    const positions = await placeFirst(tx, statusId, entering.length)
    entering.forEach((row, place) => void (row.position = positions[place]!))
  }
  return rows
}

const fields: Record<string, (task: Task) => unknown> = {
  title: (task) => task.title,
  description: (task) => task.description,
  status_id: (task) => task.status_id,
  priority: (task) => task.priority,
  due_on: (task) => task.due_on,
  due_time: (task) => task.due_time,
  due_zone: (task) => task.due_zone,
  starts_on: (task) => task.starts_on,
  estimate_minutes: (task) => task.estimate_minutes,
  parent_id: (task) => task.parent_id,
  repeat_rule: (task) => task.repeat_rule,
  repeat_mode: (task) => task.repeat_mode,
  assignee_ids: (task) => task.assignee_ids,
  watcher_ids: (task) => task.watcher_ids,
  labels: (task) => task.labels,
  blocker_ids: (task) => task.blockers.map(({ id }) => id),
  contact_ids: (task) => task.contacts.map(({ id }) => id),
  company_ids: (task) => task.companies.map(({ id }) => id),
  room_ids: (task) => task.room_ids,
  message_ids: (task) => task.message_ids,
  deleted_at: (task) => task.deleted_at,
}

function compare(before: Task, after: Task): ChangedTask[] {
  const changes = Object.entries(fields).flatMap(([field, read]): FieldChange[] =>
    JSON.stringify(read(before)) === JSON.stringify(read(after)) ? [] : [{ field, before: read(before), after: read(after) }])
  return changes.length > 0 || before.position !== after.position ? [{ before, after, changes }] : []
}

/** Later than it was, also where this transaction began before the one that it has waited for. */
async function touch(tx: Tx, changed: ChangedTask[], times: Map<string, string | undefined>) {
  if (changed.length === 0) return
  const given = changed.map(({ after: { id } }) => ({ id, at: times.get(id) ?? null }))
  const { rows } = await sql<{ id: string; updated_at: string }>`
    update task set updated_at = coalesce(given.at, greatest(now(), updated_at + interval '1 microsecond'))
    from json_to_recordset(${JSON.stringify(given)}) as given (id uuid, at timestamptz)
    where task.org_id = (select current_org()) and task.id = given.id
    returning task.id, to_json(updated_at) #>> '{}' as updated_at
  `.execute(tx)
  const updated = new Map(rows.map(({ id, updated_at }) => [id, updated_at]))
  for (const { after } of changed) after.updated_at = updated.get(after.id)!
}

async function keepHistory(tx: Tx, actor: Actor, changed: ChangedTask[]) {
  const rows = changed.flatMap(({ after, changes }) => changes.map((change) => ({ ...change, task_id: after.id })))
  if (rows.length === 0) return
  await sql`
    insert into task_change (org_id, task_id, field, before, after, changed_by)
    select current_org(), task_id, field, before, after, ${JSON.stringify({ kind: actor.kind, id: actor.id })}
    from json_to_recordset(${JSON.stringify(rows)}) as given (task_id uuid, field text, before jsonb, after jsonb)
  `.execute(tx)
}
