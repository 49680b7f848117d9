// Sending again what was sent, and sending a test.

import { sql, type RawBuilder } from 'kysely'
import type { Hearing } from '#platform/audiences'
import { allow, conflict } from '#platform/errors'
import { publish } from '#platform/events'
import type { Tx } from '#platform/db/kysely'
import { decodeCursor, toPage } from '#platform/pages'
import type { Actor } from '#platform/tenancy'
import { lockWebhook } from './actions.ts'
import { insertDeliveries, listed, selectEvents } from './collecting.ts'
import type { Delivery, NewReplay, Webhook } from './contract.ts'
import { canManageWebhooks } from './policy.ts'
import { getDelivery } from './queries.ts'
import { eventGone } from './recording.ts'
import { scheduleDeliveries } from './scheduling.ts'

/** Events at once: a transaction of some tens of milliseconds. */
const batch = 1_000

interface Target {
  webhook_id: string
  now: Date
}

/** Sends what was sent, or never got through, once more, under the same message id. Throws not_found, conflict. */
export async function replayDelivery(tx: Tx, actor: Actor, { webhook_id, id, now }: Target & { id: string }): Promise<Delivery> {
  allow(canManageWebhooks(actor))
  const webhook = await lockWebhook(tx, webhook_id)
  const { cause } = await getDelivery(tx, webhook_id, id)
  if (cause === 'test') return insertOne(tx, actor, webhook, { now, row: sql`'test', null::bigint, 'webhook.test'` })
  checkEnabled(webhook)
  const event = sql`
    select event_id, event_type from webhook_delivery
    where org_id = (select current_org()) and webhook_id = ${webhook_id} and id = ${id}
      and event_id in (select id from event where org_id = (select current_org()))
  `
  return insertOne(tx, actor, webhook, { now, row: sql`'replay', event.* from (${event}) event` })
}

/** Sends the events of a time again that the webhook is for, or what never got through, a batch. Throws not_found, conflict, invalid. */
export async function replayEvents(
  tx: Tx,
  actor: Actor,
  { webhook_id, now, from, to, only = 'undelivered', cursor, hearing }: Target & NewReplay & { hearing: Hearing },
) {
  allow(canManageWebhooks(actor))
  const webhook = await lockWebhook(tx, webhook_id)
  checkEnabled(webhook)
  const undelivered = sql`and not exists (
    select from webhook_delivery done where done.org_id = (select current_org()) and done.webhook_id = ${webhook_id}
      and done.event_id = event.id and done.status in ('succeeded', 'pending')
  )`
  const [after] = cursor === undefined ? [0] : decodeCursor(cursor, 1)
  // Left to itself, PostgreSQL walks the whole log along its ids for the sake of the limit.
  const { rows } = await sql<{ id: number; type: string }>`
    with event as materialized (${selectEvents({ event_types: webhook.event_types, from, to, hearing })})
    select id, type from event where id > ${after}::bigint ${only === 'undelivered' ? undelivered : sql``} order by id limit ${batch + 1}
  `.execute(tx)
  const page = toPage(rows, batch, ({ id }) => [id])
  const deliveries = await insertDeliveries(tx, { webhook_id, cause: 'replay', now }, listed(page.data))
  await tell(tx, actor, webhook, { from, to, only, deliveries })
  if (deliveries > 0) await scheduleDeliveries(tx, { org_id: actor.org_id, webhook_id, now })
  return { deliveries, next_cursor: page.next_cursor }
}

/** Sends `webhook.test`, once, also where the webhook is disabled. Throws not_found. */
export async function sendTest(tx: Tx, actor: Actor, { webhook_id, now }: Target): Promise<Delivery> {
  allow(canManageWebhooks(actor))
  const webhook = await lockWebhook(tx, webhook_id)
  return insertOne(tx, actor, webhook, { now, row: sql`'test', null::bigint, 'webhook.test'` })
}

async function insertOne(tx: Tx, actor: Actor, webhook: Webhook, { now, row }: { now: Date; row: RawBuilder<unknown> }): Promise<Delivery> {
  const { rows } = await sql<{ id: string }>`
    insert into webhook_delivery (org_id, webhook_id, next_attempt_at, cause, event_id, event_type)
    select current_org(), ${webhook.id}, ${now.toISOString()}::timestamptz, ${row} returning id
  `.execute(tx)
  if (!rows[0]) throw conflict('event_gone', `${eventGone} Fetch afresh what it was about.`)
  const delivery = await getDelivery(tx, webhook.id, rows[0].id)
  await tell(tx, actor, webhook, { delivery })
  await scheduleDeliveries(tx, { org_id: actor.org_id, webhook_id: webhook.id, now })
  return delivery
}

function checkEnabled({ enabled }: Webhook) {
  if (!enabled) throw conflict('webhook_disabled', 'The webhook is disabled: enable it first.')
}

async function tell(tx: Tx, actor: Actor, { id }: Webhook, data: Record<string, unknown>) {
  await publish(tx, actor, { type: 'webhook.replayed', subject: `webhook:${id}`, audience: 'admins', data })
}
