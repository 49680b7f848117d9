// That a task is due soon is told once for each day or moment on which it is due: an event, from which follows who is notified, and how.

import { sql } from 'kysely'
import { publish } from '#platform/events'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { findTasks } from './queries.ts'
import { lockAllTasks, taskBatch } from './storing.ts'

/** Returns how many were looked at, `taskBatch` at most. Of what has been due for more than a day it is too late to say so. */
export async function tellDue(tx: Tx, actor: Actor): Promise<number> {
  await lockAllTasks(tx)
  const { rows } = await sql<{ id: string; is_late: boolean }>`
    update task set due_told = sort_due where org_id = (select current_org()) and id = any(array(
      select id from task
      where org_id = (select current_org()) and is_open and deleted_at is null and due_told is distinct from sort_due
        and sort_due <= (now() at time zone 'UTC') + interval '2 days' and is_due_soon(due_on, due_at)
      limit ${taskBatch}
    ))
    returning id, coalesce(due_at, (due_on + 1)::timestamp at time zone 'UTC') < now() - interval '1 day' as is_late
  `.execute(tx)
  const soon = rows.filter(({ is_late }) => !is_late).map(({ id }) => id)
  for (const task of await findTasks(tx, soon)) {
    await publish(tx, actor, { type: 'task.due_soon', subject: `task:${task.id}`, data: { task } })
  }
  return rows.length
}
