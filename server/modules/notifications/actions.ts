// What somebody does in their inbox. On all of their devices it is so at once.

import { sql, type RawBuilder } from 'kysely'
import { invalid } from '#platform/errors'
import { publish } from '#platform/events'
import { enqueue, type JobPayload } from '#platform/jobs'
import type { Tx } from '#platform/db/kysely'
import type { Actor, Tenancy } from '#platform/tenancy'
import type { Notification, NotificationChange, NotificationCounts, NotificationPreferences, NotificationPreferencesChange, NotificationsRead } from './contract.ts'
import { preferencesOf } from './preferences.ts'
import { countNotifications, getNotification } from './queries.ts'
import { lockInboxes, readCauses, tell } from './storing.ts'

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
export async function changeNotification(tx: Tx, actor: Actor, id: string, { read, done, snoozed_until }: NotificationChange): Promise<Notification> {
  checkPerson(actor)
  await lockInboxes(tx, [actor.id])
  const before = await getNotification(tx, actor.id, id)
  if (read === false || done === false) {
    if (done === false ? before.done_at !== null : before.read_at !== null) await reopen(tx, actor, id, { unread: read === false })
  } else if (snoozed_until === undefined) {
    await readCauses(tx, actor, sql`n.user_id = ${actor.id} and n.id = ${id}`)
    if (done && before.done_at === null) await set(tx, actor, id, sql`done_at = now(), snoozed_until = null`)
  } else {
    await snooze(tx, actor, before, snoozed_until)
  }
  return getNotification(tx, actor.id, id)
}

async function snooze(tx: Tx, actor: Actor, { id, snoozed_until: before }: Notification, until: string | null) {
  if (until === null) return void (before !== null && (await set(tx, actor, id, sql`snoozed_until = null`)))
  const { rows } = await sql<{ isFuture: boolean }>`select ${until}::timestamptz > now() as "isFuture"`.execute(tx)
  if (!rows[0]!.isFuture) throw invalid('This time is over: choose one to come.', [{ path: '/snoozed_until', message: 'must be in the future' }])
  await set(tx, actor, id, sql`done_at = null, snoozed_until = ${until}::timestamptz`)
  const job: WakeJob = { org_id: actor.org_id, user_id: actor.id, notification_id: id }
  await enqueue(tx, 'notifications.wake', job, { key: `notifications.wake:${id}`, run_at: new Date(until) })
}

export interface WakeJob extends JobPayload {
  org_id: string
  user_id: string
  notification_id: string
}

/** Brings back what was snoozed, when its time is over. */
export async function wake({ transact }: Tenancy, { org_id, user_id, notification_id }: WakeJob) {
  const actor: Actor = { org_id, kind: 'system', id: org_id, role: 'owner' }
  await transact(actor, async (tx) => {
    await lockInboxes(tx, [user_id])
    const { rows } = await sql`
      select from notification
      where org_id = (select current_org()) and user_id = ${user_id} and id = ${notification_id} and snoozed_until <= now()
    `.execute(tx)
    if (rows.length > 0) await reopen(tx, actor, notification_id, { unread: true, back: true })
  })
}

/** Back into the inbox; unread, its latest cause is. */
async function reopen(tx: Tx, actor: Actor, id: string, { unread, back = false }: { unread: boolean; back?: boolean }) {
  const { rows } = !unread ? { rows: [] } : await sql`
    update notification_cause set read_at = null
    where org_id = (select current_org()) and read_at is not null and (user_id, event_id) = (
      select user_id, event_id from notification_cause where org_id = (select current_org()) and notification_id = ${id} order by event_id desc limit 1
    ) returning event_id
  `.execute(tx)
  const came = back ? sql`, snoozed_until = null, happened_at = now()` : sql``
  const more = rows.length === 0 ? sql`` : sql`, unread_count = unread_count + 1, read_at = null`
  await set(tx, actor, id, sql`done_at = null ${more} ${came}`)
}

async function set(tx: Tx, actor: Actor, id: string, assignments: RawBuilder<unknown>) {
  await sql`update notification set ${assignments} where org_id = (select current_org()) and id = ${id}`.execute(tx)
  await tell(tx, actor, 'notification.updated', [{ id }])
}

/** Throws invalid for an api key. */
export async function changePreferences(tx: Tx, actor: Actor, { kinds }: NotificationPreferencesChange): Promise<NotificationPreferences> {
  checkPerson(actor)
  const inbox = (await lockInboxes(tx, [actor.id])).get(actor.id)!
  const before = preferencesOf(inbox)
  for (const [kind, ways] of Object.entries(kinds) as [keyof typeof kinds, { in_app?: boolean }][]) inbox.kinds[kind] = { ...inbox.kinds[kind], ...ways }
  const preferences = preferencesOf(inbox)
  if (JSON.stringify(preferences) === JSON.stringify(before)) return before
  await sql`
    update inbox set kinds = ${JSON.stringify(inbox.kinds)} where org_id = (select current_org()) and user_id = ${actor.id}
  `.execute(tx)
  const data = { notification_preferences: preferences }
  await publish(tx, actor, { type: 'notification_preferences.updated', subject: `user:${actor.id}`, audience: `user:${actor.id}`, audited: false, data })
  return preferences
}
