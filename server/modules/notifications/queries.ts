import { sql, type RawBuilder } from 'kysely'
import { notFound } from '#platform/errors'
import type { Db } from '#platform/db/kysely'
import { decodeCursor, toPage } from '#platform/pages'
import type { Notification, NotificationCounts, NotificationPage, NotificationQuery, NotificationState } from './contract.ts'

/** Whether the room of the row `n` has the comments of a task. */
const isComment = `case when n.place like 'room:%' then exists (
  select from room where room.org_id = n.org_id and room.id = substr(n.place, 6, 36)::uuid and room.kind = 'task'
) else false end`

/** A notification as the API shows it, of the row `n`. */
export const notificationJson = `(
  select json_build_object(
    'id', n.id, 'kind', n.kind, 'place', n.place, 'subject', cause.subject, 'title', cause.title, 'is_comment', ${isComment}, 'snippet', cause.snippet,
    'actor', cause.actor, 'unread_count', n.unread_count, 'happened_at', rfc3339(n.happened_at), 'read_at', rfc3339(n.read_at),
    'done_at', rfc3339(n.done_at), 'snoozed_until', rfc3339(n.snoozed_until))
  from notification_cause cause where cause.org_id = n.org_id and cause.notification_id = n.id order by event_id desc limit 1
)`

/** More are not counted: it is asked with each notification, and nobody reads further. */
const mostCounted = 1_000

/** Of how many places there are some, of the user of this name in SQL. Along an index by places, so that whoever has thousands waits no longer. */
const countsOf = (user: string) => {
  const places = (which: string) => `(select count(*) from (
    select distinct place from notification where org_id = (select current_org()) and user_id = ${user} and ${which} limit ${mostCounted}
  ) places)`
  return `json_build_object('unread', ${places('unread_count > 0 and snoozed_until is null')}, 'snoozed', ${places('snoozed_until is not null')})`
}

/** Once for each of these users, in SQL: who has many entries in an event has one count in all of them. */
const countedOf = (users: RawBuilder<unknown>) => sql`(
  select user_id, ${sql.raw(countsOf('someone.user_id'))} as counts from (select distinct user_id from ${users} users) someone
) counted`

/** For `publishAll`: of each of these notifications the event that says how it is now; of those that are loud, that it may make a noise. */
export function eventsOf(ids: string[], loud: string[]): RawBuilder<unknown> {
  const those = sql`(select * from notification where org_id = (select current_org()) and id = any(${ids}::uuid[]))`
  return sql`
    select 'notification:' || n.id as subject, n.user_id,
      json_build_object('notification', ${sql.raw(notificationJson)}, 'counts', counts, 'loud', n.id = any(${loud}::uuid[]))::jsonb as data
    from ${those} n join ${countedOf(those)} using (user_id)
  `
}

/** For `publishAll`: that these notifications are not there any more. */
export function removalsOf(gone: { id: string; user_id: string }[]): RawBuilder<unknown> {
  const those = sql`(select * from json_to_recordset(${JSON.stringify(gone)}) as given (id uuid, user_id uuid))`
  return sql`
    select 'notification:' || n.id as subject, n.user_id, json_build_object('notification_id', n.id, 'counts', counts)::jsonb as data
    from ${those} n join ${countedOf(those)} using (user_id)
  `
}

/** For `publishAll`: that much of what these users have is another than it was. */
export function upheavalsOf(userIds: string[]): RawBuilder<unknown> {
  return sql`
    select 'user:' || user_id as subject, user_id, json_build_object('counts', counts)::jsonb as data
    from ${countedOf(sql`(select unnest(${userIds}::uuid[]) as user_id)`)}
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

/** Those of somebody for which this holds, by the entry `n`: the first so many. */
export async function listOwnIds(db: Db, userId: string, which: RawBuilder<unknown>, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from notification n where org_id = (select current_org()) and user_id = ${userId} and ${which} limit ${limit}
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
