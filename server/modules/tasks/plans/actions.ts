import { sql } from 'kysely'
import { invalid } from '#platform/errors'
import { publish } from '#platform/events'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import type { Plan } from '../listing/contract.ts'
import { getTask } from '../queries.ts'

/** What the actor means to do on a day, or not any more. Nobody else is told. Throws not_found, and invalid for an api key. */
export async function planTask(tx: Tx, actor: Actor, { task_id, planned_on }: Plan): Promise<Plan> {
  if (actor.kind !== 'user') throw invalid('An api key has no day of its own: sign in.')
  await getTask(tx, actor, task_id)
  if (planned_on === null) {
    await sql`delete from task_plan where org_id = (select current_org()) and user_id = ${actor.id} and task_id = ${task_id}`.execute(tx)
  } else {
    await sql`
      insert into task_plan (org_id, user_id, task_id, planned_on) values (current_org(), ${actor.id}, ${task_id}, ${planned_on})
      on conflict (org_id, user_id, task_id) do update set planned_on = excluded.planned_on
    `.execute(tx)
  }
  const plan = { task_id, planned_on }
  await publish(tx, actor, { type: planned_on === null ? 'task.unplanned' : 'task.planned', subject: `task:${task_id}`, audience: `user:${actor.id}`, audited: false, data: { plan } })
  return plan
}
