// From the event log to deliveries. A webhook follows the log with a cursor of its own, which moves in the transaction
// that stores what it passed: none is missed, and none is delivered twice by itself.

import { sql, type RawBuilder } from 'kysely'
import { heardBy, type Hearing } from '#platform/audiences'
import { listEvents } from '#platform/events'
import type { Tx } from '#platform/db/kysely'
import type { WebhookJob } from './delivering.ts'
import { likePatterns, matchesAny } from './event-types.ts'
import { scheduleDeliveries } from './scheduling.ts'

interface Follower {
  enabled: boolean
  event_types: string[]
  cursor: string
  collected_at: string
}

/** Takes the next events of the log; whether there are more. */
export async function collectEvents(tx: Tx, { org_id, webhook_id, now, hearing }: WebhookJob & { now: Date; hearing: Hearing }): Promise<boolean> {
  const { rows: [follower] } = await sql<Follower>`
    select enabled, event_types, cursor, collected_at from webhook
    where org_id = (select current_org()) and id = ${webhook_id} for update
  `.execute(tx)
  if (!follower?.enabled) return false
  const { data, next_cursor, has_more, reset } = await listEvents(tx, { after: follower.cursor, limit: 100, hearing })
  const events = data.filter(({ type }) => matchesAny(follower.event_types, type))
  const target = { webhook_id, cause: 'event', now } as const
  const made = reset ? await catchUp(tx, target, { ...follower, hearing }) : events.length === 0 ? 0 : await insertDeliveries(tx, target, listed(events))
  // Where nothing happens the cursor moves too, or it would grow older than what is kept.
  const isOld = now.getTime() - Date.parse(follower.collected_at) > 3_600_000
  if (data.length > 0 || reset || isOld) {
    await sql`
      update webhook set cursor = ${next_cursor}, collected_at = now()
      where org_id = (select current_org()) and id = ${webhook_id}
    `.execute(tx)
  }
  if (made > 0) await scheduleDeliveries(tx, { org_id, webhook_id, now })
  return has_more
}

interface Target {
  webhook_id: string
  cause: 'event' | 'replay'
  now: Date
}

/**
 * The cursor means nothing any more, since the database was restored. So it goes by time, and a good while back for what
 * was committed late; what has its delivery already is left out.
 */
function catchUp(tx: Tx, target: Target, { event_types, collected_at, hearing }: Follower & { hearing: Hearing }): Promise<number> {
  const from = new Date(Date.parse(collected_at) - 300_000).toISOString()
  return insertDeliveries(tx, target, selectEvents({ event_types, from, hearing }))
}

interface Wanted {
  event_types: string[]
  from: string
  to?: string
  hearing: Hearing
}

export function selectEvents({ event_types, from, to, hearing }: Wanted): RawBuilder<unknown> {
  return sql`
    select id, type from event
    where org_id = (select current_org()) and ${heardBy(hearing)} and type like any(${likePatterns(event_types)}::text[])
      and created_at >= ${from}::timestamptz and created_at <= coalesce(${to ?? null}::timestamptz, 'infinity')
  `
}

/** These events, for `insertDeliveries`. */
export function listed(events: { id: number; type: string }[]): RawBuilder<unknown> {
  const [ids, types] = [events.map(({ id }) => id), events.map(({ type }) => type)]
  return sql`select id, type from unnest(${ids}::bigint[], ${types}::text[]) as event (id, type)`
}

/** A delivery of each of these events (`id`, `type`), due now; how many there are. */
export async function insertDeliveries(tx: Tx, { webhook_id, cause, now }: Target, events: RawBuilder<unknown>): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into webhook_delivery (org_id, webhook_id, cause, event_id, event_type, next_attempt_at)
    select current_org(), ${webhook_id}, ${cause}, id, type, ${now.toISOString()} from (${events}) event order by id
    on conflict do nothing
  `.execute(tx)
  return Number(numAffectedRows)
}
