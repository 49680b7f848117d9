// What is in inboxes: what comes in, what is read, what goes.

import { sql, type RawBuilder } from 'kysely'
import { publishAll } from '#platform/events'
import { runPrepared, type Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import type { NotificationKind } from './contract.ts'
import { scheduleTelling } from './dispatches/scheduling.ts'
import { isLoud, lockInboxes, type Inboxes } from './inboxes.ts'
import { eventsOf, removalsOf, upheavalsOf } from './queries.ts'
import { urgentKinds, waysOf } from './ways.ts'

/** Something of which somebody is to hear. */
export interface Cause {
  event_id: number
  user_id: string
  kind: NotificationKind
  place: string
  subject: string
  /** Of a message. */
  seq: number | null
  title: string | null
  snippet: string
  /** What they are called is looked up, unless it is known. */
  actor: { kind: string; id: string | null; name?: string | null }
  /** When it happened. */
  at: string
}

/** Each once, however often it is given; more in the same place is the same entry, which comes back when it was done or snoozed. Of users whose inboxes are locked. */
export async function addCauses(tx: Tx, actor: Actor, causes: Cause[], inboxes: Inboxes) {
  const wanted = causes.flatMap((cause) => {
    const inbox = inboxes.get(cause.user_id)
    if (!inbox || inbox.muted_places.includes(cause.place)) return []
    const { in_app, mail, push } = waysOf(inbox, cause.kind)
    return in_app ? [{ ...cause, to_mail: mail && inbox.mail_minutes !== null, to_push: push && inbox.has_push }] : []
  })
  if (wanted.length === 0) return
  const rows = await runPrepared(tx, 'notifications.add_causes', sql<{ id: string; user_id: string; kind: NotificationKind; is_new: boolean }>`
    with given as (
      select * from json_to_recordset(${JSON.stringify(wanted)}) as given (
        event_id bigint, user_id uuid, kind text, place text, subject text, seq int, title text, snippet text, actor jsonb, at timestamptz,
        to_mail boolean, to_push boolean)
    ), fresh as materialized (
      select * from given where not exists (
        select from notification_cause known where known.org_id = (select current_org()) and known.user_id = given.user_id and known.event_id = given.event_id
      )
    ), entry as (
      insert into notification (org_id, user_id, kind, place, unread_count, happened_at)
      select current_org(), user_id, kind, place, count(*), max(at) from fresh group by user_id, kind, place
      on conflict (org_id, user_id, kind, place) do update set unread_count = notification.unread_count + excluded.unread_count,
        happened_at = greatest(notification.happened_at, excluded.happened_at), read_at = null, done_at = null, snoozed_until = null
      returning id, user_id, kind, place, xmax = 0 as is_new
    ), stored as (
      insert into notification_cause (org_id, user_id, event_id, notification_id, subject, seq, title, snippet, to_mail, to_push, actor)
      select current_org(), user_id, event_id, id, subject, seq, title, snippet, to_mail, to_push, actor || jsonb_build_object('name', coalesce(actor->>'name',
        case actor->>'kind'
          when 'user' then (select name from "user" where "user".id = (actor->>'id')::uuid)
          when 'api_key' then (select name from api_key where api_key.org_id = current_org() and api_key.id = (actor->>'id')::uuid)
        end))
      from fresh join entry using (user_id, kind, place)
    )
    select id, user_id, kind, is_new from entry
  `)
  const [made, more] = [rows.filter(({ is_new }) => is_new), rows.filter(({ is_new }) => !is_new)]
  const loud = rows.filter(({ user_id, kind }) => isLoud(inboxes.get(user_id)!, kind)).map(({ id }) => id)
  const schedule = (way: 'mail' | 'push') => {
    const users = Map.groupBy(wanted.filter((cause) => cause[`to_${way}`]), ({ user_id }) => user_id)
    return scheduleTelling(tx, actor.org_id, way, [...users].map(([user_id, those]) => ({ user_id, urgent: those.some(({ kind }) => urgentKinds.includes(kind)) })))
  }
  // One after the other on one connection, without waiting for each: somebody waits to be told.
  await Promise.all([tell(tx, actor, 'notification.created', made, loud), tell(tx, actor, 'notification.updated', more, loud), schedule('mail'), schedule('push')])
}

/** Marks the causes as read that this condition names, by `cause` and its entry `n`; of whoever they are. */
export async function readCauses(tx: Tx, actor: Actor, which: RawBuilder<unknown>): Promise<void> {
  await tell(tx, actor, 'notification.updated', await markCausesRead(tx, which))
}

/** As `readCauses`, and whoever calls it tells of these entries. */
export async function markCausesRead(tx: Tx, which: RawBuilder<unknown>): Promise<Told[]> {
  const unread = sql`${which} and cause.read_at is null`
  if (!(await lockThose(tx, unread))) return []
  const { rows } = await sql<Told>`
    with these as (
      update notification_cause cause set read_at = now() from notification n where ${ofEntry} and ${unread} returning cause.notification_id
    )
    update notification set unread_count = unread_count - counted.read, read_at = case when unread_count = counted.read then now() end
    from (select notification_id, count(*)::int as read from these group by notification_id) counted
    where org_id = (select current_org()) and id = notification_id returning id, user_id
  `.execute(tx)
  return rows
}

/** Takes away the causes that this condition names, and entries that have no others; also what was said of them in the log. */
export async function removeCauses(tx: Tx, actor: Actor, which: RawBuilder<unknown>) {
  if (!(await lockThose(tx, which))) return
  const { rows: touched } = await sql<Told>`
    with gone as (
      delete from notification_cause cause using notification n where ${ofEntry} and ${which} returning cause.notification_id, cause.read_at
    )
    update notification set unread_count = unread_count - counted.unread,
      read_at = coalesce(read_at, case when unread_count = counted.unread then now() end)
    from (select notification_id, count(*) filter (where read_at is null)::int as unread from gone group by notification_id) counted
    where org_id = (select current_org()) and id = notification_id returning id, user_id
  `.execute(tx)
  const ids = touched.map(({ id }) => id)
  await sql`select forget_notifications(${ids}::uuid[])`.execute(tx)
  const { rows: gone } = await sql<Told>`
    delete from notification where org_id = (select current_org()) and id = any(${ids}::uuid[]) and not exists (
      select from notification_cause where org_id = notification.org_id and notification_id = notification.id
    ) returning id, user_id
  `.execute(tx)
  const isGone = new Set(gone.map(({ id }) => id))
  await tell(tx, actor, 'notification.updated', touched.filter(({ id }) => !isGone.has(id)))
  if (gone.length === 0) return
  await publishAll(tx, actor, { type: 'notification.removed', audited: false, audience: sql`'user:' || user_id`, events: removalsOf(gone) })
}

/** What this condition names is called so now, or says this. */
export async function rewriteCauses(tx: Tx, actor: Actor, which: RawBuilder<unknown>, { title = null, snippet = null }: { title?: string | null; snippet?: string | null }) {
  const otherwise = sql`${which} and (cause.title is distinct from coalesce(${title}, cause.title) or cause.snippet <> coalesce(${snippet}, cause.snippet))`
  if (!(await lockThose(tx, otherwise))) return
  const { rows } = await sql<Told>`
    with these as (
      update notification_cause cause set title = coalesce(${title}, title), snippet = coalesce(${snippet}, snippet) from notification n
      where ${ofEntry} and ${otherwise} returning cause.notification_id, cause.user_id
    )
    select distinct notification_id as id, user_id from these
  `.execute(tx)
  await tell(tx, actor, 'notification.updated', rows)
}

/** Of a cause and its entry `n`. */
const ofEntry = sql`cause.org_id = (select current_org()) and n.org_id = cause.org_id and n.id = cause.notification_id`

/** Locks the inboxes in which such causes are; whether there are any. */
async function lockThose(tx: Tx, which: RawBuilder<unknown>): Promise<boolean> {
  const { rows } = await sql<{ user_id: string }>`select distinct cause.user_id from notification_cause cause, notification n where ${ofEntry} and ${which}`.execute(tx)
  if (rows.length > 0) await lockInboxes(tx, rows.map(({ user_id }) => user_id))
  return rows.length > 0
}

export interface Told {
  id: string
  user_id: string
}

/** Of more of one person's it is told at once that there is much. */
const mostTold = 100

/** Tells their users how these are now, of each once; and of which of them they may be told with a noise. */
export async function tell(tx: Tx, actor: Actor, type: 'notification.created' | 'notification.updated', notifications: Told[], loud: string[] = []) {
  const each = new Map(notifications.map((told) => [told.id, told.user_id]))
  const many: string[] = []
  const few: string[] = []
  for (const [userId, ids] of Map.groupBy(each.keys(), (id) => each.get(id)!)) {
    if (ids.length > mostTold) many.push(userId)
    else few.push(...ids)
  }
  const audience = sql`'user:' || user_id`
  await Promise.all([
    few.length > 0 && publishAll(tx, actor, { type, audited: false, audience, events: eventsOf(few, loud), prepared: 'notifications.tell' }),
    many.length > 0 && publishAll(tx, actor, { type: 'inbox.changed', audited: false, audience, events: upheavalsOf(many) }),
  ])
}
