// What somebody does in their inbox. On all of their devices it is so at once.

import { sql, type RawBuilder } from 'kysely'
import { invalid } from '#platform/errors'
import { enqueueAll, type JobPayload } from '#platform/jobs'
import type { Tx } from '#platform/db/kysely'
import type { Actor, Tenancy } from '#platform/tenancy'
import type { InboxCleared, InboxClearing, Notification, NotificationChange, NotificationCounts, NotificationKind, NotificationsChange, NotificationsChanged, NotificationsRead } from './contract.ts'
import { countNotifications, getNotification, getNotifications, listOwnIds } from './queries.ts'
import { scheduleTelling } from './dispatches/scheduling.ts'
import { isLoud, lockInboxes, type Inbox } from './inboxes.ts'
import { markCausesRead, readCauses, tell, type Told } from './storing.ts'
import { urgentKinds, waysOf } from './ways.ts'

/** Throws invalid for an api key, which is nobody to be notified. */
export function checkPerson({ kind }: Actor) {
  if (kind !== 'user') throw invalid('An api key is notified of nothing: sign in.')
}

/** Throws invalid for an api key. */
export async function markNotificationsRead(tx: Tx, actor: Actor, { ids, place, up_to }: NotificationsRead): Promise<NotificationCounts> {
  checkPerson(actor)
  const which = ids ? sql`n.id = any(${ids}::uuid[])` : place !== undefined ? sql`n.place = ${place}` : sql`n.happened_at <= ${up_to}::timestamptz`
  await readCauses(tx, actor, sql`n.user_id = ${actor.id} and n.unread_count > 0 and ${which}`)
  return countNotifications(tx, actor.id)
}

/** Throws notification_not_found, and invalid for a time that is over. */
export async function changeNotification(tx: Tx, actor: Actor, id: string, change: NotificationChange): Promise<Notification> {
  checkPerson(actor)
  await lockInboxes(tx, [actor.id])
  await getNotification(tx, actor.id, id)
  await apply(tx, actor, [id], change)
  return getNotification(tx, actor.id, id)
}

/** Of those that are not theirs, or not there any more, nothing. Throws invalid for a time that is over. */
export async function changeNotifications(tx: Tx, actor: Actor, { ids, ...change }: NotificationsChange): Promise<NotificationsChanged> {
  checkPerson(actor)
  await lockInboxes(tx, [actor.id])
  await apply(tx, actor, await listOwnIds(tx, actor.id, sql`n.id = any(${ids}::uuid[])`, ids.length), change)
  return { data: await getNotifications(tx, actor.id, ids), counts: await countNotifications(tx, actor.id) }
}

/** As many as one transaction of a moment can hold. */
const atOnce = 1_000

/** Everything in the inbox that had happened by then is done; or what was done so at one time is not. Throws invalid for an api key. */
export async function clearInbox(tx: Tx, actor: Actor, { up_to, undo }: InboxClearing): Promise<InboxCleared> {
  checkPerson(actor)
  await lockInboxes(tx, [actor.id])
  const which = undo === undefined ? sql`n.done_at is null and n.snoozed_until is null and n.happened_at <= ${up_to}::timestamptz` : sql`n.done_at = ${undo}::timestamptz`
  const ids = await listOwnIds(tx, actor.id, which, atOnce)
  await apply(tx, actor, ids, { done: undo === undefined })
  const { rows: [now] } = await sql<{ at: string }>`select rfc3339(now()) as at`.execute(tx)
  return { done_at: undo === undefined && ids.length > 0 ? now!.at : null, has_more: ids.length === atOnce, counts: await countNotifications(tx, actor.id) }
}

async function apply(tx: Tx, actor: Actor, ids: string[], { read, done, snoozed_until }: NotificationChange) {
  const those = sql`n.id = any(${ids}::uuid[])`
  if (read) return readCauses(tx, actor, those)
  if (read === false) return tell(tx, actor, 'notification.updated', await unreadLatest(tx, sql`${those} and n.read_at is not null`))
  if (done) {
    const seen = await markCausesRead(tx, those)
    return tell(tx, actor, 'notification.updated', [...seen, ...(await set(tx, sql`${those} and n.done_at is null`, sql`done_at = now(), snoozed_until = null`))])
  }
  if (done === false) return tell(tx, actor, 'notification.updated', await takeUpAgain(tx, those))
  if (snoozed_until === null) return tell(tx, actor, 'notification.updated', await set(tx, sql`${those} and n.snoozed_until is not null`, sql`snoozed_until = null`))
  await snooze(tx, actor, ids, snoozed_until!)
}

async function snooze(tx: Tx, actor: Actor, ids: string[], until: string) {
  const { rows } = await sql<{ isFuture: boolean }>`select ${until}::timestamptz > now() as "isFuture"`.execute(tx)
  if (!rows[0]!.isFuture) throw invalid('This time is over: choose one to come.', [{ path: '/snoozed_until', message: 'must be in the future' }])
  await tell(tx, actor, 'notification.updated', await set(tx, sql`n.id = any(${ids}::uuid[])`, sql`done_at = null, snoozed_until = ${until}::timestamptz`))
  const jobs = ids.map((id): WakeJob => ({ org_id: actor.org_id, user_id: actor.id, notification_id: id }))
  await enqueueAll(tx, 'notifications.wake', jobs.map((job) => ({ payload: job, key: `notifications.wake:${job.notification_id}`, run_at: new Date(until) })))
}

export interface WakeJob extends JobPayload {
  org_id: string
  user_id: string
  notification_id: string
}

/** Brings back what was snoozed, when its time is over; and tells of it as of what is new. */
export async function wake({ transact }: Tenancy, { org_id, user_id, notification_id }: WakeJob) {
  const actor: Actor = { org_id, kind: 'system', id: org_id, role: 'owner' }
  await transact(actor, async (tx) => {
    const inbox = (await lockInboxes(tx, [user_id])).get(user_id)
    const due = sql`n.user_id = ${user_id} and n.id = ${notification_id} and n.snoozed_until <= now()`
    await unreadLatest(tx, sql`${due} and n.read_at is not null`)
    const { rows: [back] } = await sql<Told & { kind: NotificationKind }>`
      update notification n set done_at = null, snoozed_until = null, happened_at = now()
      where n.org_id = (select current_org()) and ${due} returning n.id, n.user_id, n.kind
    `.execute(tx)
    if (!inbox || !back) return
    await tell(tx, actor, 'notification.updated', [back], isLoud(inbox, back.kind) ? [back.id] : [])
    await tellAgain(tx, org_id, back, { ...inbox, user_id })
  })
}

async function tellAgain(tx: Tx, orgId: string, { id, kind }: { id: string; kind: NotificationKind }, inbox: Inbox & { user_id: string }) {
  const ways = waysOf(inbox, kind)
  const [mail, push] = [ways.mail && inbox.mail_minutes !== null, ways.push && inbox.has_push]
  await sql`
    update notification_cause cause set to_mail = ${mail}, to_push = ${push} where cause.org_id = (select current_org()) and event_id = (
      select max(event_id) from notification_cause latest where latest.org_id = cause.org_id and latest.notification_id = ${id}
    ) and cause.notification_id = ${id}
  `.execute(tx)
  const users = [{ user_id: inbox.user_id, urgent: urgentKinds.includes(kind) }]
  if (mail) await scheduleTelling(tx, orgId, 'mail', users)
  if (push) await scheduleTelling(tx, orgId, 'push', users)
}

/** As it was before it was done: what was read by that is unread again. */
async function takeUpAgain(tx: Tx, which: RawBuilder<unknown>): Promise<Told[]> {
  const { rows } = await sql<Told>`
    with these as (
      update notification_cause cause set read_at = null from notification n
      where n.org_id = (select current_org()) and ${which} and cause.org_id = n.org_id and cause.notification_id = n.id and cause.read_at = n.done_at
      returning notification_id
    ), counted as (select notification_id, count(*)::int as unread from these group by notification_id)
    update notification n set done_at = null, unread_count = n.unread_count + coalesce(counted.unread, 0),
      read_at = case when counted.unread is null then n.read_at end
    from notification same left join counted on counted.notification_id = same.id
    where same.org_id = (select current_org()) and n.org_id = same.org_id and n.id = same.id and n.done_at is not null and ${which} returning n.id, n.user_id
  `.execute(tx)
  return rows
}

/** The latest cause of each is unread; what was done is read, and in the inbox again by that. */
async function unreadLatest(tx: Tx, which: RawBuilder<unknown>): Promise<Told[]> {
  const { rows } = await sql<Told>`
    with latest as (
      select n.org_id, n.user_id, (
        select event_id from notification_cause cause where cause.org_id = n.org_id and cause.notification_id = n.id order by event_id desc limit 1
      ) as event_id
      from notification n where n.org_id = (select current_org()) and ${which}
    ), these as (
      update notification_cause set read_at = null where (org_id, user_id, event_id) in (select * from latest) returning notification_id
    )
    update notification set unread_count = unread_count + 1, read_at = null, done_at = null
    where org_id = (select current_org()) and id in (select notification_id from these) returning id, user_id
  `.execute(tx)
  return rows
}

async function set(tx: Tx, which: RawBuilder<unknown>, assignments: RawBuilder<unknown>): Promise<Told[]> {
  const { rows } = await sql<Told>`
    update notification n set ${assignments} where n.org_id = (select current_org()) and ${which} returning n.id, n.user_id
  `.execute(tx)
  return rows
}
