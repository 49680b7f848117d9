// What an organization may ask of the server: requests in a minute by its plan, and operations at once. Whoever runs the
// server gives it.

import { sql } from 'kysely'
import { publish } from '#platform/events'
import type { Tx } from '#platform/db/kysely'
import type { Plan } from '#platform/plans'
import type { Actor } from '#platform/tenancy'

/**
 * Changes the plan of the actor's organization, and returns the one of before. Servers that run read of it in
 * the event log.
 */
export async function changePlan(tx: Tx, actor: Actor, plan: Plan): Promise<Plan> {
  const before = await set(tx, 'plan', plan)
  if (before !== plan) await tell(tx, actor, 'organization.plan_changed', { before, plan })
  return before
}

/** Changes how many operations of a kind it may have running at once, from 1 to 50, and returns how many it was. */
export async function changeParallel(tx: Tx, actor: Actor, parallel: number): Promise<number> {
  const before = await set(tx, 'parallel_operations', parallel)
  if (before !== parallel) await tell(tx, actor, 'organization.parallel_changed', { before, parallel })
  return before
}

/** Returns what stood there. */
async function set<Value>(tx: Tx, column: 'plan' | 'parallel_operations', value: Value): Promise<Value> {
  const { rows } = await sql<{ before: Value }>`
    with before as (select id, ${sql.ref(column)} as value from organization where id = (select current_org()) for update)
    update organization set ${sql.ref(column)} = ${value} from before where organization.id = before.id
    returning before.value as before
  `.execute(tx)
  return rows[0]!.before
}

async function tell(tx: Tx, actor: Actor, type: string, data: Record<string, unknown>) {
  await publish(tx, actor, { type, subject: `organization:${actor.org_id}`, audience: 'admins', data })
}
