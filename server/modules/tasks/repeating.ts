// Tasks that come again: when one is done, or when its day has come (scheduled.ts), the next is made. Whoever makes it has locked the one before, and the
// database takes only one that follows each.

import { sql } from 'kysely'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import type { Task } from './contract.ts'
import { findStatusId } from './resolving.ts'
import { moveStart, nextDay } from './rules.ts'
import { insertTask, type ChangedTask } from './storing.ts'

/** Of those that are done by this, the next ones. */
export async function repeatCompleted(tx: Tx, actor: Actor, changed: ChangedTask[]) {
  const done = changed.filter(({ before, after }) => after.category === 'done' && before?.category !== 'done' && after.repeat_mode === 'on_completion')
  for (const { after } of done) await makeNext(tx, actor, after)
}

/** The one that follows, unless it is there already. Whether one follows: a rule may have come to its end. */
export async function makeNext(tx: Tx, actor: Actor, task: Task): Promise<boolean> {
  const due_on = await nextDay(task, Date.now())
  const { rows } = await sql`
    select from task where org_id = (select current_org()) and repeated_from_id = ${task.id}
  `.execute(tx)
  if (rows.length > 0) return true
  if (!due_on) return false
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
  return true
}
