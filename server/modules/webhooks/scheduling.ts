import { sql } from 'kysely'
import { enqueue } from '#platform/jobs'
import type { Tx } from '#platform/db/kysely'
import type { WebhookJob } from './delivering.ts'

/**
 * Queues the job that delivers, for when the next delivery is due; at most one waits for each webhook. The webhook's row
 * must be locked: of two that queue it, the later one knows of the deliveries of both.
 */
export async function scheduleDeliveries(tx: Tx, { org_id, webhook_id, now }: WebhookJob & { now: Date }) {
  // What is claimed is due again when whoever claimed it is dead; what waits for the receiver, when it wants to be asked.
  const { rows } = await sql<{ due_at: string | null }>`
    select min(greatest(next_attempt_at, claimed_until, case when cause <> 'test' then held_until end)) as due_at
    from webhook_delivery join webhook on webhook.org_id = webhook_delivery.org_id and webhook.id = webhook_id
    where webhook_delivery.org_id = (select current_org()) and webhook_id = ${webhook_id} and status = 'pending'
  `.execute(tx)
  const due = rows[0]!.due_at
  if (due === null) return
  const run_at = new Date(due) > now ? new Date(due) : undefined
  const job: WebhookJob = { org_id, webhook_id }
  await enqueue(tx, 'webhooks.deliver', job, { key: `webhooks.deliver:${webhook_id}`, run_at })
}
