import { sql } from 'kysely'
import { allow, conflict, invalid, notFound } from '#platform/errors'
import { listEvents, publish } from '#platform/events'
import { OutgoingError, type Outgoing } from '#platform/outgoing'
import type { Secrets } from '#platform/secrets'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import type { NewWebhook, Webhook, WebhookChanges } from './contract.ts'
import { canManageWebhooks } from './policy.ts'
import { webhookColumns } from './queries.ts'
import { contextOf, newSecret } from './signing.ts'

const mostWebhooks = 50

/** A new webhook, which gets what happens from now on. Its secret is in the answer, once. Throws invalid, conflict. */
export async function createWebhook(tx: Tx, actor: Actor, input: NewWebhook, { outgoing, secrets }: { outgoing: Outgoing; secrets: Secrets }) {
  allow(canManageWebhooks(actor))
  checkUrl(outgoing, input.url)
  const { org_id } = actor
  const { rows: [made] } = await sql<{ id: string; known: number }>`
    select new_id() as id, (select count(*)::int from webhook where org_id = ${org_id}) as known
  `.execute(tx)
  const { id, known } = made!
  if (known >= mostWebhooks) throw conflict('too_many_webhooks', `There are ${mostWebhooks} webhooks already: remove one first.`)
  const secret = newSecret()
  const stored = await secrets.encrypt(secret, contextOf(org_id, id))
  const { url, event_types, description = '', enabled = true } = input
  const { rows } = await sql<Webhook>`
    insert into webhook (org_id, id, url, description, event_types, enabled, secret, cursor, collected_at)
    values (${org_id}, ${id}, ${url}, ${description}, ${event_types}, ${enabled}, ${stored}, ${await present(tx)}, now())
    returning ${webhookColumns}
  `.execute(tx)
  await tell(tx, actor, 'created', rows[0]!)
  return { ...rows[0]!, secret }
}

/**
 * Disabled, it lets go of what was still to be sent; enabled again, it gets what happens from then on. What it missed can
 * be replayed. Throws not_found, invalid.
 */
export async function changeWebhook(tx: Tx, actor: Actor, id: string, changes: WebhookChanges, outgoing: Outgoing): Promise<Webhook> {
  allow(canManageWebhooks(actor))
  if (changes.url !== undefined) checkUrl(outgoing, changes.url)
  const before = await lockWebhook(tx, id)
  const { url, description, event_types, enabled } = { ...before, ...changes }
  const begins = enabled && !before.enabled
  const released = begins || url !== before.url
  if (!enabled) await cancelDeliveries(tx, id)
  const { rows } = await sql<Webhook>`
    update webhook set url = ${url}, description = ${description}, event_types = ${event_types}, enabled = ${enabled},
      updated_at = now() ${released ? sql`, held_until = null` : sql``}
      ${begins ? sql`, disabled_reason = null, failing_since = null, cursor = ${await present(tx)}, collected_at = now()` : sql``}
    where org_id = (select current_org()) and id = ${id} returning ${webhookColumns}
  `.execute(tx)
  await tell(tx, actor, 'updated', rows[0]!)
  return rows[0]!
}

/** Ends it when the receiver is gone for good, or for a day. Its row must be locked. */
export async function disableWebhook(tx: Tx, actor: Actor, id: string, reason: string) {
  await cancelDeliveries(tx, id)
  const { rows } = await sql<Webhook>`
    update webhook set enabled = false, disabled_reason = ${reason}, updated_at = now()
    where org_id = (select current_org()) and id = ${id} returning ${webhookColumns}
  `.execute(tx)
  await tell(tx, actor, 'disabled', rows[0]!)
}

/** Its log goes with it. Throws not_found. */
export async function removeWebhook(tx: Tx, actor: Actor, id: string) {
  allow(canManageWebhooks(actor))
  const webhook = await lockWebhook(tx, id)
  await sql`delete from webhook where org_id = (select current_org()) and id = ${id}`.execute(tx)
  await tell(tx, actor, 'removed', webhook)
}

/** Another secret; messages are signed with both for a day. Throws not_found. */
export async function rotateSecret(tx: Tx, actor: Actor, id: string, { secrets, now }: { secrets: Secrets; now: Date }) {
  allow(canManageWebhooks(actor))
  const webhook = await lockWebhook(tx, id)
  const secret = newSecret()
  const stored = await secrets.encrypt(secret, contextOf(actor.org_id, id))
  const until = new Date(now.getTime() + 86_400_000).toISOString()
  await sql`
    update webhook set previous_secret = secret, previous_secret_until = ${until}, secret = ${stored}, updated_at = now()
    where org_id = (select current_org()) and id = ${id}
  `.execute(tx)
  await tell(tx, actor, 'secret_rotated', webhook)
  return { secret, previous_valid_until: until }
}

/** Whoever makes, claims or records a delivery does it under this lock. Throws not_found. */
export async function lockWebhook(tx: Tx, id: string): Promise<Webhook> {
  const { rows } = await sql<Webhook>`
    select ${webhookColumns} from webhook where org_id = (select current_org()) and id = ${id} for update
  `.execute(tx)
  if (!rows[0]) throw notFound('webhook', id)
  return rows[0]
}

/** For the admins alone: the URL of a webhook is often a secret of its receiver. */
async function tell(tx: Tx, actor: Actor, what: string, webhook: Webhook) {
  const subject = `webhook:${webhook.id}`
  await publish(tx, actor, { type: `webhook.${what}`, subject, audience: 'admins', data: { webhook } })
}

async function cancelDeliveries(tx: Tx, webhookId: string) {
  await sql`
    update webhook_delivery set status = 'cancelled', next_attempt_at = null
    where org_id = (select current_org()) and webhook_id = ${webhookId} and status = 'pending' and cause <> 'test'
  `.execute(tx)
}

/** The cursor from which the event log is followed. */
async function present(tx: Tx): Promise<string> {
  return (await listEvents(tx, { after: 'now', limit: 1 })).next_cursor
}

function checkUrl(outgoing: Outgoing, url: string) {
  try {
    outgoing.check(url)
  } catch (error) {
    throw error instanceof OutgoingError ? invalid(error.message, [{ path: '/url', message: error.message }]) : error
  }
}
