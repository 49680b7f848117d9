// Tasks that come again on schedule: when the day of one has come, the next is made.

import { sql } from 'kysely'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { changeTasks } from './changing.ts'
import { findTasks } from './queries.ts'
import { makeNext } from './repeating.ts'
import { lockAllTasks, taskBatch } from './storing.ts'

/** Of those whose day has come, the next ones; returns how many were looked at, `taskBatch` at most. */
export async function repeatScheduled(tx: Tx, actor: Actor): Promise<number> {
  await lockAllTasks(tx)
  const { rows } = await sql<{ id: string }>`
    select id from task t where org_id = (select current_org()) and repeat_mode = 'on_schedule' and deleted_at is null
      and due_on <= (now() at time zone 'UTC')::date
      and not exists (select from task next where next.org_id = t.org_id and next.repeated_from_id = t.id)
    order by due_on limit ${taskBatch}
  `.execute(tx)
  for (const task of await findTasks(tx, rows.map(({ id }) => id))) {
    // A rule that has come to its end leaves nothing to be looked at each minute.
    if (!(await makeNext(tx, actor, task))) await changeTasks(tx, actor, [{ before: task, columns: { repeat_rule: null, repeat_mode: null } }])
  }
  return rows.length
}
