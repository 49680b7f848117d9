// Sending what is due for one webhook: claim in one transaction, send, record in another. Whoever dies in between leaves a
// claim that runs out; the message is then sent again, under the same id.

import { sql } from 'kysely'
import type { Clock } from '#platform/clock'
import { OutgoingError, type Outgoing } from '#platform/outgoing'
import type { Secrets } from '#platform/secrets'
import type { Tx } from '#platform/db/kysely'
import type { Tenancy } from '#platform/tenancy'
import type { Attempt } from './contract.ts'
import type { DeliveryMeter } from './metrics.ts'
import { messageId } from './queries.ts'
import { eventGone, record } from './recording.ts'
import { waitWanted } from './retrying.ts'
import { scheduleDeliveries } from './scheduling.ts'
import { contextOf, readSecrets, signatureHeaders, type StoredSecrets } from './signing.ts'

export interface DeliveryOptions {
  tenancy: Tenancy
  outgoing: Outgoing
  secrets: Secrets
  clock: Clock
  measured: DeliveryMeter
}

export interface WebhookJob {
  org_id: string
  webhook_id: string
}

/** Messages under way to one receiver. */
const lanes = 4

/** How long one receiver may have its turn while others wait for theirs. */
const turnMs = 30_000

const timeoutMs = 15_000
const keptBytes = 1_024

/** Sends everything that is due, for as long as the turn lasts; what is left waits for the next. */
export async function deliver(options: DeliveryOptions, job: WebhookJob, signal: AbortSignal) {
  const { tenancy, clock } = options
  const end = performance.now() + turnMs
  const lane = async () => {
    while (!signal.aborted && performance.now() < end) {
      const claimed = await tenancy.transact(job, (tx) => claim(tx, job, clock.now()))
      if (!claimed) return
      const answer = await attempt(options, job, claimed, signal)
      // Stopped by us: it was no attempt.
      if (signal.aborted && answer.attempt.response_status === null) return tenancy.transact(job, (tx) => release(tx, job, claimed))
      const outcome = await tenancy.transact(job, (tx) => record(tx, job, claimed.id, answer, clock.now()))
      if (outcome) options.measured(outcome, answer.attempt)
    }
  }
  const ends = await Promise.allSettled(Array.from({ length: lanes }, lane))
  await tenancy.transact(job, async (tx) => {
    const { rows } = await sql`select from webhook where org_id = (select current_org()) and id = ${job.webhook_id} for update`.execute(tx)
    if (rows.length > 0) await scheduleDeliveries(tx, { ...job, now: clock.now() })
  })
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}

interface Claimed extends StoredSecrets {
  id: string
  url: string
  message_id: string
  event_type: string
  cause: 'event' | 'replay' | 'test'
  created_at: string
  /** Null: it is not kept any longer. */
  event: { created_at: string; data: object } | null
}

/** The next one that is due, unless as many are under way as may be. */
async function claim(tx: Tx, { webhook_id }: WebhookJob, now: Date): Promise<Claimed | undefined> {
  const { rows: [webhook] } = await sql<StoredSecrets & { url: string; open: boolean }>`
    select url, enabled and (held_until is null or held_until <= ${now.toISOString()}) as open, secret, previous_secret, previous_secret_until from webhook
    where org_id = (select current_org()) and id = ${webhook_id} for update
  `.execute(tx)
  if (!webhook) return undefined
  const here = sql`org_id = (select current_org()) and webhook_id = ${webhook_id}`
  const at = sql`${now.toISOString()}::timestamptz`
  const { rows: [claimed] } = await sql<Omit<Claimed, keyof StoredSecrets | 'url'>>`
    update webhook_delivery set claimed_until = ${at} + make_interval(secs => ${(4 * timeoutMs) / 1_000})
    where ${here} and id = (
      select id from webhook_delivery
      where ${here} and status = 'pending' and next_attempt_at <= ${at} and (claimed_until is null or claimed_until <= ${at})
        and (${webhook.open} or cause = 'test')
      order by next_attempt_at, id limit 1
    ) and (select count(*) from webhook_delivery where ${here} and claimed_until > ${at}) < ${lanes}
    returning id, ${messageId} as message_id, event_type, cause, created_at, (
      select json_build_object('created_at', event.created_at, 'data', event.data) from event
      where event.org_id = webhook_delivery.org_id and event.id = webhook_delivery.event_id
    ) as event
  `.execute(tx)
  return claimed && { ...webhook, ...claimed }
}

async function release(tx: Tx, { webhook_id }: WebhookJob, { id }: Claimed) {
  await sql`
    update webhook_delivery set claimed_until = null
    where org_id = (select current_org()) and webhook_id = ${webhook_id} and id = ${id}
  `.execute(tx)
}

export interface Answer {
  attempt: Attempt
  response_body: string | null
  /** How long the receiver wants to be left alone. */
  wanted_ms: number
}

async function attempt(options: DeliveryOptions, { org_id, webhook_id }: WebhookJob, claimed: Claimed, signal: AbortSignal): Promise<Answer> {
  const { outgoing, secrets, clock } = options
  const [at, began] = [clock.now(), performance.now()]
  const answered = (response_status: number | null, error: string | null, response_body: string | null = null, wanted_ms = 0): Answer => ({
    attempt: { at: at.toISOString(), duration_ms: Math.round(performance.now() - began), response_status, error },
    response_body,
    wanted_ms,
  })
  const body = payloadOf(claimed, webhook_id)
  if (body === undefined) return answered(null, eventGone)
  try {
    const keys = await readSecrets(claimed, secrets, contextOf(org_id, webhook_id), at)
    const { status, headers, body: bytes } = await outgoing.request({
      url: claimed.url,
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(body)),
        'user-agent': 'Rapport-Webhooks',
        ...signatureHeaders(keys, { id: claimed.message_id, at, body }),
      },
      body,
      timeout_ms: timeoutMs,
      max_bytes: keptBytes,
      signal,
    })
    const isRedirect = status >= 300 && status < 400
    // PostgreSQL's text has no NUL.
    const text = bytes.toString('utf8').replaceAll('\0', '\ufffd')
    const wanted = waitWanted(status, headers['retry-after'], clock.now())
    return answered(status, isRedirect ? 'It redirects, which is not followed.' : null, text, wanted)
  } catch (error) {
    if (error instanceof OutgoingError) return answered(null, error.message)
    throw error
  }
}

/** As Standard Webhooks says; the same text at each attempt. */
function payloadOf({ cause, event_type, created_at, event }: Claimed, webhookId: string): string | undefined {
  if (cause === 'test') return JSON.stringify({ type: event_type, timestamp: created_at, data: { webhook_id: webhookId } })
  return event === null ? undefined : JSON.stringify({ type: event_type, timestamp: event.created_at, data: event.data })
}
