// Tasks that come again: when one is done, or when its day has come, the next is made. Whoever makes it has locked the one before, and the
// database takes only one that follows each.

import { sql } from 'kysely'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import type { Task } from './contract.ts'
import { findTasks } from './queries.ts'
import { findStatusId } from './resolving.ts'
import { moveStart, nextDay } from './rules.ts'
import { insertTask, lockAllTasks, taskBatch, type ChangedTask } from './storing.ts'

/** Of those that are done by this, the next ones. */
export async function repeatCompleted(tx: Tx, actor: Actor, changed: ChangedTask[]) {
  const done = changed.filter(({ before, after }) => after.category === 'done' && before?.category !== 'done' && after.repeat_mode === 'on_completion')
  for (const { after } of done) await makeNext(tx, actor, after)
}

/** Of those whose day has come, the next ones; returns how many were looked at, `taskBatch` at most. */
export async function repeatScheduled(tx: Tx, actor: Actor): Promise<number> {
  await lockAllTasks(tx)
  const { rows } = await sql<{ id: string }>`
    select id from task t where org_id = (select current_org()) and repeat_mode = 'on_schedule' and deleted_at is null
      and due_on <= (now() at time zone 'UTC')::date
      and not exists (select from task next where next.org_id = t.org_id and next.repeated_from_id = t.id)
    order by due_on limit ${taskBatch}
  `.execute(tx)
  for (const task of await findTasks(tx, rows.map(({ id }) => id))) await makeNext(tx, actor, task)
  return rows.length
}

async function makeNext(tx: Tx, actor: Actor, task: Task) {
  const due_on = await nextDay(task, Date.now())
  const { rows } = await sql`
    select from task where org_id = (select current_org()) and repeated_from_id = ${task.id}
  `.execute(tx)
  if (rows.length > 0) return
  // A rule that has come to its end leaves nothing to be looked at each minute.
  if (!due_on) return void (await sql`update task set repeat_rule = null, repeat_mode = null where org_id = (select current_org()) and id = ${task.id}`.execute(tx))
  const { title, description, priority, due_time, due_zone, estimate_minutes, parent_id, repeat_rule, repeat_mode } = task
  const { assignee_ids, watcher_ids, labels } = task
  await insertTask(tx, actor, {
    columns: {
      title, description, priority, due_on, due_time, due_zone, estimate_minutes, parent_id, repeat_rule, repeat_mode,
      status_id: (await findStatusId(tx, { category: 'todo' }))!, category: 'todo', repeated_from_id: task.id,
      starts_on: moveStart(task, due_on),
    },
    lists: { assignee_ids, watcher_ids, labels, contact_ids: task.contacts.map(({ id }) => id), company_ids: task.companies.map(({ id }) => id), room_ids: task.room_ids },
  })
}
