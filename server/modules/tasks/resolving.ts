// From what somebody asks for to what a task becomes: whether what is named is there, and what follows from the rest of the task.

import { sql } from 'kysely'
import { checkMessagesVisible, checkRoomsVisible } from '#modules/rooms'
import { conflict, invalid, notFound } from '#platform/errors'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { checkZone } from '#platform/zones'
import type { Task, TaskChange } from './contract.ts'
import { findTasks } from './queries.ts'
import type { TaskColumns, TaskLists } from './storing.ts'

type Named = Pick<TaskChange, 'status_id' | 'assignee_ids' | 'watcher_ids' | 'blocker_ids' | 'contact_ids' | 'company_ids' | 'room_ids' | 'message_ids' | 'parent_id'>

/** Throws not_found for the first that is not there, is deleted, or is not for the actor to see. */
export async function checkNamed(tx: Tx, actor: Actor, { status_id, assignee_ids = [], watcher_ids = [], blocker_ids = [], contact_ids = [], company_ids = [], room_ids = [], message_ids = [], parent_id }: Named) {
  const given = [
    { noun: 'task_status', table: 'task_status', ids: status_id ? [status_id] : [] },
    { noun: 'member', table: 'member', ids: [...assignee_ids, ...watcher_ids], column: 'user_id' },
    { noun: 'task', table: 'task', ids: [...blocker_ids, ...(parent_id ? [parent_id] : [])], deletable: true },
    { noun: 'contact', table: 'contact', ids: contact_ids, deletable: true },
    { noun: 'company', table: 'company', ids: company_ids },
  ]
  for (const { noun, table, ids, column = 'id', deletable = false } of given) {
    if (ids.length === 0) continue
    const { rows } = await sql<{ id: string }>`
      select given.id from unnest(${ids}::uuid[]) as given (id)
      where not exists (select from ${sql.table(table)} known where known.org_id = (select current_org()) and known.${sql.ref(column)} = given.id
        ${deletable ? sql`and known.deleted_at is null` : sql``}) limit 1
    `.execute(tx)
    if (rows[0]) throw notFound(noun, rows[0].id)
  }
  await checkRoomsVisible(tx, actor, room_ids)
  await checkMessagesVisible(tx, actor, message_ids)
}

/** The status that is asked for by its id or by its category; undefined when neither is given. */
export async function findStatusId(tx: Tx, { status_id, category }: Pick<TaskChange, 'status_id' | 'category'>): Promise<string | undefined> {
  if (status_id !== undefined && category !== undefined) throw invalid('Name a status or a category, not both.')
  if (category === undefined) return status_id
  const { rows } = await sql<{ id: string }>`
    select id from task_status where org_id = (select current_org()) and category = ${category} order by position limit 1
  `.execute(tx)
  if (!rows[0]) throw conflict('no_such_status', `No status of this organization is of the category ${category}.`)
  return rows[0].id
}

/** The columns that change. Throws invalid when they do not fit each other. */
export function toColumns(change: TaskChange, before?: Task): Partial<TaskColumns> {
  const { title, description, priority, starts_on, estimate_minutes, parent_id } = change
  const columns = {
    title: title?.trim(), description: description?.trim() === '' ? null : description, priority, starts_on, estimate_minutes, parent_id, ...toDue(change, before), ...toRepetition(change, before),
  }
  const { due_on = before?.due_on, starts_on: begins = before?.starts_on } = columns
  if (due_on && begins && begins > due_on) throw invalid('A task cannot begin after the day on which it is due.')
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
}

type Due = Pick<TaskColumns, 'due_on' | 'due_time' | 'due_zone'>

/** Without a day there is no time, and without a time no zone. */
function toDue(change: TaskChange, before?: Task): Partial<Due> {
  if (change.due_on === undefined && change.due_time === undefined && change.due_zone === undefined) return {}
  const due_on = change.due_on === undefined ? (before?.due_on ?? null) : change.due_on
  if (due_on === null) {
    if (change.due_time) throw invalid('A time needs a day: give `due_on` as well.')
    return { due_on, due_time: null, due_zone: null }
  }
  const due_time = change.due_time === undefined ? (before?.due_time ?? null) : change.due_time
  if (due_time === null) return { due_on, due_time, due_zone: null }
  // Elsewhere it is another day, and a year has four digits.
  if (due_on < '0001-01-02' || due_on > '9999-12-30') throw invalid('On this day no time is told: choose another day.')
  const due_zone = change.due_zone ?? before?.due_zone
  if (!due_zone) throw invalid('A time is one of some place: give `due_zone` as well, such as Europe/Berlin.')
  checkZone(due_zone)
  return { due_on, due_time, due_zone }
}

/** What has no day any more comes no more. */
function toRepetition(change: TaskChange, before?: Task): Partial<Pick<TaskColumns, 'repeat_rule' | 'repeat_mode'>> {
  const { repeat_rule = before?.repeat_rule ?? null, due_on = before?.due_on ?? null } = change
  if (repeat_rule === null || (due_on === null && change.repeat_rule === undefined)) {
    if (change.repeat_mode && repeat_rule === null) throw invalid('Say in `repeat_rule` how often it comes again.')
    return before?.repeat_rule ? { repeat_rule: null, repeat_mode: null } : {}
  }
  if (due_on === null) throw invalid('What comes again needs a day from which on: give `due_on` as well.')
  return { repeat_rule, repeat_mode: change.repeat_mode ?? before?.repeat_mode ?? 'on_completion' }
}

/** The lists that are given. */
export function toLists({ assignee_ids, watcher_ids, labels, blocker_ids, contact_ids, company_ids, room_ids, message_ids }: TaskChange): Partial<TaskLists> {
  const lists = { assignee_ids, watcher_ids, labels, blocker_ids, contact_ids, company_ids, room_ids, message_ids }
  return Object.fromEntries(Object.entries(lists).filter(([, value]) => value !== undefined))
}

/**
 * Throws conflict with the way that leads back when the task waits for itself after this. The trigger on task_dependency refuses the same
 * of whoever does not ask here.
 */
export async function checkCircle(tx: Tx, task: { id: string; title: string }, blockerIds: string[]) {
  if (blockerIds.includes(task.id)) throw invalid('A task does not wait for itself.')
  if (blockerIds.length === 0) return
  const { rows } = await sql<{ task_id: string; blocker_id: string }>`
    with recursive earlier as (
      select id from unnest(${blockerIds}::uuid[]) as id
      union
      select d.blocker_id from earlier join task_dependency d on d.org_id = (select current_org()) and d.task_id = earlier.id
    )
    select d.task_id, d.blocker_id from earlier join task_dependency d on d.org_id = (select current_org()) and d.task_id = earlier.id
  `.execute(tx)
  const way = findWay(Map.groupBy(rows, ({ task_id }) => task_id), blockerIds, task.id)
  if (!way) return
  const titles = new Map((await findTasks(tx, way)).map(({ id, title }) => [id, title]))
  const told = [task.id, ...way].map((id) => `“${titles.get(id)}”`).join(' waits for ')
  throw conflict('dependency_circle', `They would wait for each other: ${told}.`)
}

/** The shortest one, from one of `from` to the end, both among it. */
function findWay(edges: Map<string, { blocker_id: string }[]>, from: string[], to: string): string[] | undefined {
  const cameFrom = new Map<string, string | undefined>(from.map((id) => [id, undefined]))
  for (const id of cameFrom.keys()) {
    if (id === to) break
    for (const { blocker_id } of edges.get(id) ?? []) if (!cameFrom.has(blocker_id)) cameFrom.set(blocker_id, id)
  }
  if (!cameFrom.has(to)) return undefined
  const way: string[] = []
  for (let id: string | undefined = to; id !== undefined; id = cameFrom.get(id)) way.unshift(id)
  return way
}
