// What somebody says of themselves, and when they are not to be disturbed. Others see the status and when it is quiet, but not the
// hours of the week.

import { sql } from 'kysely'
import { invalid } from '#platform/errors'
import { publish, publishAll } from '#platform/events'
import { runPrepared, type Db, type Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { checkZone } from '#platform/zones'
import { listGuestsWith } from '#modules/rooms'
import type { Availability, AvailabilityChange, Hours, ShownAvailability, Status } from './contract.ts'

const nothingSaid: Availability = { status: null, quiet_until: null, hours: null }

/** What is over is not there any more. */
export async function getAvailability(db: Db, userId: string): Promise<Availability> {
  const { rows: [found] } = await sql<Availability>`
    select ${statusJson} as status, case when quiet_until > now() then quiet_until end as quiet_until,
      case when hours is not null then json_build_object('zone', zone, 'days', hours) end as hours
    from availability where org_id = (select current_org()) and user_id = ${userId}
  `.execute(db)
  return found ?? nothingSaid
}

/** Throws invalid for an api key, a status without words, hours that end before they begin, and a zone that is none. */
export async function changeAvailability(tx: Tx, actor: Actor, change: AvailabilityChange): Promise<Availability> {
  if (actor.kind !== 'user') throw invalid('An api key is nobody who could be available: sign in.')
  if (change.status) checkStatus(change.status)
  if (change.hours) checkHours(change.hours)
  await sql`insert into availability (org_id, user_id) values (current_org(), ${actor.id}) on conflict do nothing`.execute(tx)
  const before = await lockAvailability(tx, actor.id)
  const { status, quiet_until, hours } = { ...before, ...change }
  await sql`
    update availability set
      status_emoji = ${status?.emoji ?? null}, status_text = ${status?.text ?? null}, status_until = ${status?.until ?? null},
      quiet_until = ${quiet_until}, hours = ${hours && JSON.stringify(hours.days)}::jsonb, zone = ${hours?.zone ?? null}
    where org_id = (select current_org()) and user_id = ${actor.id}
  `.execute(tx)
  const after = await getAvailability(tx, actor.id)
  if (JSON.stringify(after) !== JSON.stringify(before)) await tell(tx, actor, after)
  return after
}

async function lockAvailability(tx: Tx, userId: string): Promise<Availability> {
  await sql`select from availability where org_id = (select current_org()) and user_id = ${userId} for update`.execute(tx)
  return getAvailability(tx, userId)
}

/** Their own devices all of it, and whoever may see them what is shown. */
async function tell(tx: Tx, actor: Actor, availability: Availability) {
  const subject = `user:${actor.id}`
  await publish(tx, actor, { type: 'availability.updated', subject, audience: `user:${actor.id}`, audited: false, data: { availability } })
  const [shown] = await listShown(tx, [actor.id])
  const data = { shown_availability: shown! }
  await publish(tx, actor, { type: 'shown_availability.updated', subject, audited: false, data })
  const guests = await listGuestsWith(tx, [actor.id])
  if (guests.length === 0) return
  await publishAll(tx, actor, {
    type: 'shown_availability.updated',
    audited: false,
    audience: sql`'user:' || guest_id`,
    events: sql`
      select guest_id, ${subject}::text as subject, ${JSON.stringify(data)}::jsonb as data
      from unnest(${guests.map(({ guest_id }) => guest_id)}::uuid[]) as guest_id
    `,
  })
}

/** What the others see of each of these, of whom something is to be seen. */
async function listShown(db: Db, userIds: string[]): Promise<ShownAvailability[]> {
  const { rows } = await sql<ShownAvailability>`
    select user_id, ${statusJson} as status, quiet.quiet_from, quiet.quiet_until
    from availability, lateral quiet_span(availability.quiet_until, hours, zone, now()) as quiet
    where org_id = (select current_org()) and user_id = any(${userIds}::uuid[])
  `.execute(db)
  return rows
}

/** Who of these is not to be disturbed at this moment (now, unless given), and until when: then what was held back may come. */
export async function listQuiet(db: Db, userIds: string[], at?: Date): Promise<Map<string, Date>> {
  // Before each notification.
  const rows = await runPrepared(db, 'presence.quiet', sql<{ user_id: string; until: string }>`
    select user_id, quiet.quiet_until as until
    from availability, lateral quiet_span(availability.quiet_until, hours, zone, coalesce(${at ?? null}::timestamptz, now())) as quiet
    where org_id = (select current_org()) and user_id = any(${userIds}::uuid[]) and quiet.quiet_from is null and quiet.quiet_until is not null
  `)
  return new Map(rows.map(({ user_id, until }) => [user_id, new Date(until)]))
}

/** What is said by the row of `availability`, as long as it holds. */
export const statusJson = sql<Status | null>`case
  when coalesce(status_emoji, status_text) is not null and coalesce(status_until > now(), true)
  then json_build_object('emoji', status_emoji, 'text', status_text, 'until', rfc3339(status_until)) end`

function checkStatus({ emoji, text }: Status) {
  if (emoji === null && text.trim() === '') throw invalid('A status says something: give an emoji, a text, or both; or null for none.')
}

function checkHours({ zone, days }: Hours) {
  checkZone(zone)
  if (new Set(days.map(({ day }) => day)).size < days.length) throw invalid('Give each day of the week once.')
  const wrong = days.findIndex(({ from, until }) => from >= until)
  if (wrong >= 0) throw invalid('The hours of a day end before they begin.', [{ path: `/hours/days/${wrong}/until`, message: 'must be after from' }])
}
