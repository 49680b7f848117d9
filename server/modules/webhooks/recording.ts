// What came of an attempt: done, again later, or never. And what that says of the receiver.

import { sql } from 'kysely'
import { listAdmins } from '#modules/accounts'
import { enqueue } from '#platform/jobs'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { disableWebhook, lockWebhook } from './actions.ts'
import type { Attempt, Delivery, Webhook } from './contract.ts'
import type { Answer, WebhookJob } from './delivering.ts'
import type { DeliveryOutcome } from './metrics.ts'
import { getDelivery } from './queries.ts'
import type { ReportJob } from './reports.ts'
import { heldUntil, nextAttemptAt } from './retrying.ts'

/** Returns what has become of the delivery; undefined when it was removed meanwhile. */
export async function record(
  tx: Tx,
  job: WebhookJob,
  id: string,
  { attempt, response_body, wanted_ms }: Answer,
  now: Date,
): Promise<DeliveryOutcome | undefined> {
  const webhook = await findLocked(tx, job)
  if (!webhook) return undefined
  const delivery = await getDelivery(tx, job.webhook_id, id)
  const attempts = [...delivery.attempts, attempt]
  const { status, next } = outcome(delivery, attempts, now, wanted_ms)
  await sql`
    update webhook_delivery set status = ${status}, attempts = ${JSON.stringify(attempts)}, response_body = ${response_body},
      next_attempt_at = ${next?.toISOString() ?? null}, claimed_until = null
    where org_id = (select current_org()) and webhook_id = ${job.webhook_id} and id = ${id}
  `.execute(tx)
  const became = status === 'succeeded' ? 'succeeded' : next ? 'retried' : 'failed'
  // A test says nothing of how the receiver is otherwise.
  if (delivery.cause === 'test' || !webhook.enabled) return became

  const failing_since = status === 'succeeded' ? null : (webhook.failing_since ?? attempt.at)
  const held_until = heldUntil(wanted_ms, now)?.toISOString() ?? whileHeld(webhook, now)
  if (failing_since !== webhook.failing_since || held_until !== webhook.held_until) await setState(tx, job.webhook_id, { failing_since, held_until })
  const reason = reasonToDisable(status, attempts, failing_since)
  if (reason) await giveUp(tx, job, reason)
  return became
}

function outcome({ cause, status }: Delivery, attempts: Attempt[], now: Date, wanted_ms: number): { status: Delivery['status']; next?: Date } {
  const { response_status } = attempts.at(-1)!
  if (response_status !== null && response_status >= 200 && response_status < 300) return { status: 'succeeded' }
  // Cancelled while it was under way.
  if (status !== 'pending') return { status }
  const next = cause === 'test' || isFinal(attempts.at(-1)!) ? undefined : nextAttemptAt(attempts.length, now, wanted_ms)
  return next ? { status: 'pending', next } : { status: 'failed' }
}

/** Gone for good; or nothing was sent, and nothing ever can be. */
function isFinal({ response_status, error }: Attempt): boolean {
  return response_status === 410 || error === eventGone
}

export const eventGone = 'The event is not kept any longer.'

/** When the receiver says that it is gone, or when one delivery failed for a day, and no other got through meanwhile. */
function reasonToDisable(status: Delivery['status'], attempts: Attempt[], failingSince: string | null): string | undefined {
  const { response_status, error } = attempts.at(-1)!
  if (response_status === 410) return 'The receiver answered 410 Gone.'
  const throughout = failingSince !== null && Date.parse(failingSince) <= Date.parse(attempts[0]!.at)
  if (status !== 'failed' || !throughout || error === eventGone) return undefined
  return `Nothing got through for a day. The last attempt: ${error ?? `the receiver answered ${response_status}.`}`
}

async function findLocked(tx: Tx, { webhook_id }: WebhookJob) {
  // Removed while a message was under way, it has no log any more.
  return lockWebhook(tx, webhook_id).catch((error) => (error.kind === 'not_found' ? undefined : Promise.reject(error)))
}

/** What is asked for holds, though a message that was under way gets through. */
function whileHeld({ held_until }: Webhook, now: Date): string | null {
  return held_until !== null && new Date(held_until) > now ? held_until : null
}

async function setState(tx: Tx, webhookId: string, { failing_since, held_until }: Pick<Webhook, 'failing_since' | 'held_until'>) {
  await sql`
    update webhook set failing_since = ${failing_since}, held_until = ${held_until} where org_id = (select current_org()) and id = ${webhookId}
  `.execute(tx)
}

/** Disables the webhook, and tells every admin. */
async function giveUp(tx: Tx, { org_id, webhook_id }: WebhookJob, reason: string) {
  const actor: Actor = { org_id, kind: 'system', id: webhook_id, role: 'owner' }
  await disableWebhook(tx, actor, webhook_id, reason)
  for (const { user_id } of await listAdmins(tx)) {
    const job: ReportJob = { org_id, webhook_id, user_id }
    await enqueue(tx, 'webhooks.report_disabled', job)
  }
}
