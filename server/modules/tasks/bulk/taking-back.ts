// One batch of an undo: what was kept of these tasks is put back and forgotten.

import { sql } from 'kysely'
import { bulkBatch, type BulkKind } from '#modules/contacts'
import type { Tx } from '#platform/db/kysely'
import type { Task } from '../contract.ts'
import { findTasks } from '../queries.ts'
import { changeTasks } from '../changing.ts'
import { type TaskColumns, type TaskLists } from '../storing.ts'

type Before = Partial<TaskColumns & TaskLists & Pick<Task, 'deleted_at'>>

interface Kept {
  task_id: string
  made_at: string
  updated_before: string
  before: Before
}

/**
 * Of those that nobody has changed since. A status or a member that is gone by now does not come back. Their `updated_at` is what it was, so that
 * what was done before can be undone as well.
 */
export const takeBackBatch: BulkKind['takeBackBatch'] = async (tx, actor, { id, action }) => {
  const taken = await takeRows(tx, id)
  const kept = new Map(taken.map((row) => [row.task_id, row]))
  const gone = await findGone(tx, taken)
  const unchanged = (await findTasks(tx, [...kept.keys()])).filter((task) => task.updated_at === kept.get(task.id)!.made_at)
  const wanted = unchanged.map((task) => {
    const { before, updated_before } = kept.get(task.id)!
    return { before: task, columns: columnsOf(before, gone), lists: listsOf(before, gone), deleted: deletedOf(before, task), updated_at: updated_before }
  })
  await changeTasks(tx, actor, wanted, eventTypes[action])
  await sql`update bulk_change set restored = restored + ${wanted.length} where org_id = (select current_org()) and id = ${id}`.execute(tx)
  return taken.length
}

const eventTypes = { change: 'task.updated', delete: 'task.restored', restore: 'task.deleted' } as const

async function takeRows(tx: Tx, id: string): Promise<Kept[]> {
  const { rows } = await sql<Kept>`
    with taken as (
      delete from bulk_change_task where org_id = (select current_org()) and bulk_change_id = ${id} and task_id = any (array(
        select task_id from bulk_change_task where org_id = (select current_org()) and bulk_change_id = ${id} order by task_id limit ${bulkBatch}))
      returning task_id, to_json(made_at) #>> '{}' as made_at, to_json(updated_before) #>> '{}' as updated_before, before
    )
    select * from taken order by task_id
  `.execute(tx)
  return rows
}

/** Ids of statuses and members that are named and not there. */
async function findGone(tx: Tx, taken: Kept[]): Promise<Set<string>> {
  const ids = [...new Set(taken.flatMap(({ before }) => [before.status_id ?? [], before.assignee_ids ?? []].flat()))]
  const { rows } = await sql<{ id: string }>`
    select given.id from unnest(${ids}::uuid[]) as given (id)
    where not exists (select from task_status s where s.org_id = (select current_org()) and s.id = given.id)
      and not exists (select from member m where m.org_id = (select current_org()) and m.user_id = given.id)
  `.execute(tx)
  return new Set(rows.map(({ id }) => id))
}

function columnsOf({ assignee_ids: _, labels: __, deleted_at: ___, ...columns }: Before, gone: Set<string>): Partial<TaskColumns> {
  const { status_id, ...rest } = columns
  return status_id === undefined || gone.has(status_id) ? rest : { ...rest, status_id }
}

function listsOf({ assignee_ids, labels }: Before, gone: Set<string>): Partial<TaskLists> {
  return { ...(assignee_ids && { assignee_ids: assignee_ids.filter((id) => !gone.has(id)) }), ...(labels && { labels }) }
}

function deletedOf({ deleted_at }: Before, task: Task): boolean {
  return deleted_at === undefined ? task.deleted_at !== null : deleted_at !== null
}
