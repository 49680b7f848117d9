// How tasks are written: rows and lists, in sets. What a change is besides that is in changing.ts.

import { sql, type RawBuilder } from 'kysely'
import { ensureNamed } from '#modules/contacts'
import { invalid } from '#platform/errors'
import { publish } from '#platform/events'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { placeFirst } from './board-order.ts'
import type { Task } from './contract.ts'
import { getLabel } from './labels/queries.ts'
import { findTasks } from './queries.ts'
import { tellOthers } from './telling.ts'

export interface LockedTasks {
  /** What is about to change. */
  ids?: string[]
  /** What these will wait for, or be a part of. */
  named?: string[]
  /** Whether something is about to wait for something, or to be a part of it. */
  tree?: boolean
  /** Whether their parts show something of them that is about to change. */
  parts?: boolean
}

/** For whoever is about to change some tasks, before anything of them is read: nobody changes these, or those that show something of them. */
export async function lockTasks(tx: Tx, { ids = [], named = [], tree = false, parts = false }: LockedTasks) {
  await sql`select lock_some_tasks(${ids}::uuid[], ${named}::uuid[], ${tree}, ${parts})`.execute(tx)
}

/** For whoever is about to change many, or what all of them share: nobody else changes tasks of the organization. */
export async function lockAllTasks(tx: Tx) {
  await sql`select lock_tasks(current_org())`.execute(tx)
}

/** Tasks at once: a transaction of some 100 ms. */
export const taskBatch = 250

export type TaskColumns = Pick<Task,
  'title' | 'description' | 'status_id' | 'category' | 'priority' | 'due_on' | 'due_time' | 'due_zone' | 'starts_on' | 'estimate_minutes' |
  'parent_id' | 'position' | 'repeat_rule' | 'repeat_mode' | 'repeated_from_id'>

export interface TaskLists {
  assignee_ids: string[]
  watcher_ids: string[]
  /** Names. */
  labels: string[]
  blocker_ids: string[]
  contact_ids: string[]
  company_ids: string[]
  room_ids: string[]
  message_ids: string[]
}

export interface WantedTask {
  before: Task
  columns?: Partial<TaskColumns>
  lists?: Partial<TaskLists>
  /** Whether it is to be deleted. */
  deleted?: boolean
  /** What its `updated_at` becomes when anything changes: now, unless that is taken back. */
  updated_at?: string
}

/** A new task. The caller as of `changeTasks`. */
export async function insertTask(tx: Tx, actor: Actor, { columns, lists }: { columns: Omit<TaskColumns, 'position'>; lists: Partial<TaskLists> }): Promise<Task> {
  const [position] = await placeFirst(tx, columns.status_id, 1)
  const { rows } = await catchWrongZone(sql<{ id: string }>`
    insert into task (org_id, ${names}, created_by, completed_at)
    select current_org(), ${names}, ${JSON.stringify({ kind: actor.kind, id: actor.id })}, case category when 'done' then now() end
    from json_to_record(${JSON.stringify({ ...columns, position })}) as given (${types})
    returning id
  `.execute(tx))
  const id = rows[0]!.id
  await replaceLists(tx, actor, [{ id, lists }])
  const [task] = await findTasks(tx, [id])
  await publish(tx, actor, { type: 'task.created', subject: `task:${id}`, data: { task } })
  await tellOthers(tx, actor, [{ before: undefined, after: task!, changes: [] }])
  return task!
}

const columnTypes: Record<keyof TaskColumns, string> = {
  title: 'text', description: 'text', status_id: 'uuid', category: 'text', priority: 'text', due_on: 'date', due_time: 'time', due_zone: 'text',
  starts_on: 'date', estimate_minutes: 'int', parent_id: 'uuid', position: 'text', repeat_rule: 'text', repeat_mode: 'text', repeated_from_id: 'uuid',
}
export const columnNames = Object.keys(columnTypes) as (keyof TaskColumns)[]
const names = sql.raw(columnNames.join(', '))
const types = sql.raw(columnNames.map((name) => `${name} ${columnTypes[name]}`).join(', '))
const assignments = sql.raw(columnNames.map((name) => `${name} = given.${name}`).join(', '))

export interface TaskRow extends TaskColumns {
  id: string
  deleted: boolean
}

/** The rows as they are given, with what follows from that. */
export async function updateRows(tx: Tx, rows: TaskRow[]) {
  await catchWrongZone(sql`
    update task set ${assignments},
      completed_at = case when given.category = 'done' then coalesce(completed_at, now()) end,
      deleted_at = case when deleted then coalesce(deleted_at, now()) end
    from json_to_recordset(${JSON.stringify(rows)}) as given (id uuid, deleted boolean, ${types})
    where task.org_id = (select current_org()) and task.id = given.id
  `.execute(tx))
}

/** A zone that JavaScript knows and PostgreSQL does not: they have databases of their own. */
async function catchWrongZone<T>(work: Promise<T>): Promise<T> {
  return work.catch((error) => {
    if ((error as { code?: string }).code === '22023') throw invalid('The database does not know this time zone yet: name another of the same region.')
    throw error
  })
}

interface ListTable {
  table: string
  column: string
  /** What else its rows have, of the other one. */
  more?: { column: string; of: RawBuilder<unknown> }
  /** What is not shown is in no list that somebody gives: it stays. */
  hidden?: RawBuilder<unknown>
}

const listTables: Record<keyof TaskLists, ListTable> = {
  assignee_ids: { table: 'task_assignee', column: 'user_id' },
  watcher_ids: { table: 'task_watcher', column: 'user_id' },
  labels: { table: 'task_label', column: 'label_id' },
  blocker_ids: { table: 'task_dependency', column: 'blocker_id', hidden: sql`(select from task o where o.org_id = (select current_org()) and o.id = blocker_id and o.deleted_at is not null)` },
  contact_ids: { table: 'task_contact', column: 'contact_id', hidden: sql`(select from contact o where o.org_id = (select current_org()) and o.id = contact_id and o.deleted_at is not null)` },
  company_ids: { table: 'task_company', column: 'company_id' },
  room_ids: { table: 'task_room', column: 'room_id' },
  message_ids: { table: 'task_message', column: 'message_id', more: { column: 'room_id', of: sql`(select room_id from message where org_id = (select current_org()) and id = other)` } },
}

/** Of those that are given, each becomes exactly that. */
export async function replaceLists(tx: Tx, actor: Actor, tasks: { id: string; lists: Partial<TaskLists> }[]) {
  const labelIds = await ensureLabels(tx, actor, tasks.flatMap(({ lists }) => lists.labels ?? []))
  for (const [name, { table, column, more, hidden }] of Object.entries(listTables) as [keyof TaskLists, ListTable][]) {
    const given = tasks.filter(({ lists }) => lists[name] !== undefined)
    if (given.length === 0) continue
    const rows = given.flatMap(({ id, lists }) => lists[name]!.map((each) => ({ task: id, other: name === 'labels' ? labelIds.get(toLabel(each))! : each })))
    const wanted = JSON.stringify([...new Map(rows.map((row) => [`${row.task} ${row.other}`, row])).values()])
    await sql`
      with wanted as (select task, other from json_to_recordset(${wanted}) as given (task uuid, other uuid)), gone as (
        delete from ${sql.table(table)} where org_id = (select current_org()) and task_id = any(${given.map(({ id }) => id)}::uuid[])
          and not exists (select from wanted where task = task_id and other = ${sql.ref(column)}) ${hidden ? sql`and not exists ${hidden}` : sql``}
      )
      insert into ${sql.table(table)} (org_id, task_id, ${sql.ref(column)} ${more ? sql`, ${sql.ref(more.column)}` : sql``})
      select current_org(), task, other ${more ? sql`, ${more.of}` : sql``} from wanted order by 2, 3 on conflict do nothing
    `.execute(tx)
  }
}

/** As the database has it: of half a surrogate pair it keeps that something was there. */
function toLabel(name: string): string {
  return name.trim().toWellFormed()
}

/** The ids of labels by their names; those that are missing are made, and told of. */
async function ensureLabels(tx: Tx, actor: Actor, given: string[]): Promise<Map<string, string>> {
  const { ids, made } = await ensureNamed(tx, 'label', given.map(toLabel))
  for (const id of made) await publish(tx, actor, { type: 'label.created', subject: `label:${id}`, data: { label: await getLabel(tx, id) } })
  return ids
}

export interface FieldChange {
  field: string
  before: unknown
  after: unknown
}

export interface ChangedTask {
  /** Undefined for one that is new. */
  before: Task | undefined
  after: Task
  /** Its fields, but for its place on the board. */
  changes: FieldChange[]
}
