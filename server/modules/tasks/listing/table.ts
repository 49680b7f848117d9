// Tasks as CSV, in the order of a list and without formulas.

import { sql } from 'kysely'
import { byteOrderMark, csvLines } from '#platform/csv'
import type { Db } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import type { Task } from '../contract.ts'
import { findTasks } from '../queries.ts'
import { findPage, type Listing } from './listing.ts'

const limit = 500

/** All tasks that a list would show, in batches. Throws invalid at the first for a wrong filter. */
export async function* readTasks(db: Db, actor: Actor, listing: Omit<Listing, 'limit' | 'cursor'>): AsyncGenerator<Task[]> {
  for (let cursor: string | undefined; ;) {
    const { ids, next_cursor } = await findPage(db, actor, { ...listing, limit, cursor })
    yield await findTasks(db, ids)
    if (next_cursor === null) return
    cursor = next_cursor
  }
}

const headers = [
  'Rapport ID', 'Title', 'Description', 'Status', 'Priority', 'Due', 'Time', 'Zone', 'Starts', 'Estimate (minutes)', 'Assignees', 'Labels', 'Contacts', 'Companies',
  'Blockers', 'Blocked', 'Part of', 'Repeats', 'Created', 'Updated', 'Completed',
]

export async function* writeTaskTable(db: Db, pages: AsyncIterable<Task[]>): AsyncGenerator<string> {
  const { statuses, members } = await findNames(db)
  yield byteOrderMark + csvLines([headers])
  for await (const tasks of pages) yield csvLines(tasks.map((task) => cells(task, statuses, members)))
}

/** Names of statuses and addresses of members, by their ids. */
async function findNames(db: Db): Promise<{ statuses: Record<string, string>; members: Record<string, string> }> {
  const { rows } = await sql<{ statuses: Record<string, string>; members: Record<string, string> }>`
    select (select json_object_agg(id, name) from task_status where org_id = (select current_org())) as statuses,
      (select json_object_agg("user".id, email) from member join "user" on "user".id = user_id where org_id = (select current_org())) as members
  `.execute(db)
  return rows[0]!
}

function cells(task: Task, statuses: Record<string, string>, members: Record<string, string>): (string | null | undefined)[] {
  const { id, title, description, status_id, priority, due_on, due_time, due_zone, starts_on, estimate_minutes, parent_id, repeat_rule, created_at, updated_at, completed_at } = task
  const names = (of: { name: string }[]) => of.map(({ name }) => name).join('; ')
  return [
    id, title, description, statuses[status_id], priority, due_on, due_time, due_zone, starts_on, estimate_minutes?.toString(),
    task.assignee_ids.map((each) => members[each]).join('; '), task.labels.join('; '), names(task.contacts), names(task.companies),
    task.blockers.map((blocker) => blocker.title).join('; '), task.blocked ? 'yes' : '', parent_id, repeat_rule, created_at, updated_at, completed_at,
  ]
}
