import { sql } from 'kysely'
import { notFound } from '#platform/errors'
import type { Db } from '#platform/db/kysely'
import type { CursorValue } from '#platform/pages'
import type { Delivery, Webhook } from './contract.ts'

export const webhookColumns = sql.raw(
  ['id', 'url', 'description', 'event_types', 'enabled', 'disabled_reason', 'failing_since', 'held_until', 'created_at', 'updated_at']
    .map((column) => `webhook.${column}`)
    .join(', '),
)

// The same id for each time that an event is sent, so that a receiver knows what it has already.
export const messageId = sql`case when event_id is null then 'test_' || id else 'event_' || event_id end`

const deliveryColumns = sql`id, webhook_id, ${messageId} as message_id, cause, event_type, status, attempts, response_body,
  next_attempt_at, created_at`

interface Paging {
  limit: number
  before?: CursorValue
}

/** Newest first. */
export async function listWebhooks(db: Db, { limit, before = null }: Paging): Promise<Webhook[]> {
  const { rows } = await sql<Webhook>`
    select ${webhookColumns} from webhook
    where org_id = (select current_org()) and (${before}::uuid is null or id < ${before}::uuid)
    order by id desc limit ${limit}
  `.execute(db)
  return rows
}

/** Throws not_found. */
export async function getWebhook(db: Db, id: string): Promise<Webhook> {
  const { rows } = await sql<Webhook>`
    select ${webhookColumns} from webhook where org_id = (select current_org()) and id = ${id}
  `.execute(db)
  if (!rows[0]) throw notFound('webhook', id)
  return rows[0]
}

interface DeliveryFilter extends Paging {
  webhook_id: string
  status?: Delivery['status']
}

/** Newest first. */
export async function listDeliveries(db: Db, { webhook_id, status, limit, before }: DeliveryFilter): Promise<Delivery[]> {
  const conditions = [
    sql`org_id = (select current_org()) and webhook_id = ${webhook_id}`,
    ...(status === undefined ? [] : [sql`status = ${status}`]),
    ...(before === undefined ? [] : [sql`id < ${before}::uuid`]),
  ]
  const { rows } = await sql<Delivery>`
    select ${deliveryColumns} from webhook_delivery where ${sql.join(conditions, sql` and `)} order by id desc limit ${limit}
  `.execute(db)
  return rows
}

/** Throws not_found. */
export async function getDelivery(db: Db, webhookId: string, id: string): Promise<Delivery> {
  const { rows } = await sql<Delivery>`
    select ${deliveryColumns} from webhook_delivery
    where org_id = (select current_org()) and webhook_id = ${webhookId} and id = ${id}
  `.execute(db)
  if (!rows[0]) throw notFound('webhook_delivery', id)
  return rows[0]
}
