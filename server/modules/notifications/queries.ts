import { sql, type RawBuilder } from 'kysely'
import { notFound } from '#platform/errors'
import type { Db } from '#platform/db/kysely'
import { decodeCursor, toPage } from '#platform/pages'
import type { Notification, NotificationCounts, NotificationPage, NotificationQuery, NotificationState } from './contract.ts'

/** A notification as the API shows it, of the row `n`. */
export const notificationJson = `(
  select json_build_object(
    'id', n.id, 'kind', n.kind, 'place', n.place, 'subject', cause.subject, 'title', cause.title, 'snippet', cause.snippet,
    'actor', cause.actor, 'unread_count', n.unread_count, 'happened_at', rfc3339(n.happened_at), 'read_at', rfc3339(n.read_at),
    'done_at', rfc3339(n.done_at), 'snoozed_until', rfc3339(n.snoozed_until))
  from notification_cause cause where cause.org_id = n.org_id and cause.notification_id = n.id order by event_id desc limit 1
)`

/** Of how many places there are some, of the user of this name in SQL. */
const countsOf = (user: string) => `json_build_object(
  'unread', (select count(distinct place) from notification where org_id = (select current_org()) and user_id = ${user} and unread_count > 0 and snoozed_until is null),
  'snoozed', (select count(distinct place) from notification where org_id = (select current_org()) and user_id = ${user} and snoozed_until is not null)
)`

/** For `publishAll`: of each of these notifications the event that says how it is now. */
export function eventsOf(ids: string[]): RawBuilder<unknown> {
  return sql`
    select 'notification:' || n.id as subject, n.user_id,
      json_build_object('notification', ${sql.raw(notificationJson)}, 'counts', ${sql.raw(countsOf('n.user_id'))})::jsonb as data
    from notification n where org_id = (select current_org()) and id = any(${ids}::uuid[])
  `
}

/** For `publishAll`: that these notifications are not there any more. */
export function removalsOf(gone: { id: string; user_id: string }[]): RawBuilder<unknown> {
  return sql`
    select 'notification:' || n.id as subject, n.user_id,
      json_build_object('notification_id', n.id, 'counts', ${sql.raw(countsOf('n.user_id'))})::jsonb as data
    from json_to_recordset(${JSON.stringify(gone)}) as n (id uuid, user_id uuid)
  `
}

const states: Record<NotificationState, RawBuilder<unknown>> = {
  open: sql`n.done_at is null and n.snoozed_until is null`,
  snoozed: sql`n.snoozed_until is not null`,
  done: sql`n.done_at is not null`,
}

/** Those of somebody, with how many there are. Throws invalid for a cursor of another list. */
export async function listNotifications(db: Db, userId: string, { state, unread, kind, limit, cursor }: NotificationQuery): Promise<NotificationPage> {
  const after = cursor === undefined ? undefined : decodeCursor(cursor, 2)
  const conditions = [
    sql`n.org_id = (select current_org()) and n.user_id = ${userId}`,
    states[state],
    ...(unread ? [sql`n.unread_count > 0`] : []),
    ...(kind ? [sql`n.kind = ${kind}`] : []),
    ...(after ? [sql`(n.happened_at, n.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`] : []),
  ]
  const [{ rows }, counts] = await Promise.all([
    sql<{ notification: Notification }>`
      select ${sql.raw(notificationJson)} as notification from notification n
      where ${sql.join(conditions, sql` and `)} order by n.happened_at desc, n.id desc limit ${limit + 1}
    `.execute(db),
    countNotifications(db, userId),
  ])
  return { ...toPage(rows.map(({ notification }) => notification), limit, ({ happened_at, id }) => [happened_at, id]), counts }
}

export async function countNotifications(db: Db, userId: string): Promise<NotificationCounts> {
  const { rows } = await sql<{ counts: NotificationCounts }>`
    select ${sql.raw(countsOf('given.id'))} as counts from (select ${userId}::uuid as id) given
  `.execute(db)
  return rows[0]!.counts
}

/** Which of these are theirs. */
export async function listOwnIds(db: Db, userId: string, ids: string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from notification where org_id = (select current_org()) and user_id = ${userId} and id = any(${ids}::uuid[])
  `.execute(db)
  return rows.map(({ id }) => id)
}

/** Those of these that are theirs, the latest first. */
export async function getNotifications(db: Db, userId: string, ids: string[]): Promise<Notification[]> {
  const { rows } = await sql<{ notification: Notification }>`
    select ${sql.raw(notificationJson)} as notification from notification n
    where n.org_id = (select current_org()) and n.user_id = ${userId} and n.id = any(${ids}::uuid[]) order by n.happened_at desc, n.id desc
  `.execute(db)
  return rows.map(({ notification }) => notification)
}

/** Throws notification_not_found, also for those of others. */
export async function getNotification(db: Db, userId: string, id: string): Promise<Notification> {
  const [notification] = await getNotifications(db, userId, [id])
  if (!notification) throw notFound('notification', id)
  return notification
}
