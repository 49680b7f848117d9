// What an organization may ask of the server: requests in a minute by its plan, and operations at once. Whoever runs the
// server gives it.

import { sql } from 'kysely'
import { publish } from '#platform/events'
import type { Tx } from '#platform/db/kysely'
import type { Plan } from '#platform/plans'
import type { Actor } from '#platform/tenancy'

/**
 * Changes the plan of the actor's organization, and returns the one of before. Servers that run know it within the
 * seconds for which they remember a caller.
 */
export async function changePlan(tx: Tx, actor: Actor, plan: Plan): Promise<Plan> {
  const { rows } = await sql<{ before: Plan }>`
    with before as (select id, plan from organization where id = (select current_org()) for update)
    update organization set plan = ${plan} from before where organization.id = before.id
    returning before.plan as before
  `.execute(tx)
  const { before } = rows[0]!
  if (before !== plan) {
    const subject = `organization:${actor.org_id}`
    await publish(tx, actor, { type: 'organization.plan_changed', subject, audience: 'admins', data: { before, plan } })
  }
  return before
}

/** Changes how many operations of a kind it may have running at once, from 1 to 50, and returns how many it was. */
export async function changeParallel(tx: Tx, actor: Actor, parallel: number): Promise<number> {
  const { rows } = await sql<{ before: number }>`
    with before as (select id, parallel_operations from organization where id = (select current_org()) for update)
    update organization set parallel_operations = ${parallel} from before where organization.id = before.id
    returning before.parallel_operations as before
  `.execute(tx)
  const { before } = rows[0]!
  if (before !== parallel) {
    const subject = `organization:${actor.org_id}`
    await publish(tx, actor, { type: 'organization.parallel_changed', subject, audience: 'admins', data: { before, parallel } })
  }
  return before
}
