// What is due to be told becomes dispatches, in the transaction that takes it as told: so nothing is told twice. Who is not to be disturbed is told
// afterwards, but for what is urgent, where they let that through; and who is looking at Rapport on one device is not pushed on the others, but for
// what is urgent, as long as they are.

import { sql, type RawBuilder } from 'kysely'
import { isOnline } from '#modules/presence'
import { listMuteRooms } from '#modules/rooms'
import { enqueue, type JobPayload } from '#platform/jobs'
import type { Tx } from '#platform/db/kysely'
import type { Tenancy } from '#platform/tenancy'
import { notificationKinds, type NotificationKind } from '../contract.ts'
import { lockInboxes, type Inbox } from '../inboxes.ts'
import { urgentKinds, waysOf } from '../ways.ts'
import { enqueueTelling, type TellJob, type Way } from './scheduling.ts'

export interface SendJob extends JobPayload {
  org_id: string
  dispatch_id: string
  /** How often it was begun before. */
  attempt: number
}

export async function tell({ transact }: Tenancy, job: TellJob) {
  await transact(job, (tx) => tellBy(tx, job))
}

/** Whether somebody is still there is looked up so often. */
const lookSeconds = 60

async function tellBy(tx: Tx, job: TellJob) {
  const { org_id, user_id, way } = job
  const inbox = (await lockInboxes(tx, [user_id])).get(user_id)
  if (!inbox) return
  const { quiet_until: quietUntil } = inbox
  const heldUntil = quietUntil ?? (way === 'push' && (await isOnline(tx, user_id)) ? new Date(Date.now() + lookSeconds * 1_000) : undefined)
  const pending = sql.ref(`to_${way}`)
  // Seen meanwhile, put off, or not wanted any more.
  await sql`
    update notification_cause cause set ${pending} = false from notification n
    where cause.org_id = (select current_org()) and cause.user_id = ${user_id} and ${pending}
      and n.org_id = cause.org_id and n.id = cause.notification_id
      and (cause.read_at is not null or n.snoozed_until is not null or ${unwanted(inbox, way, await listMuteRooms(tx, user_id))})
  `.execute(tx)
  const goes = !heldUntil ? sql`true` : !quietUntil || inbox.urgent_when_quiet ? sql`n.kind = any(${urgentKinds})` : sql`false`
  const { rows } = await sql<Due>`
    update notification_cause cause set ${pending} = false from notification n
    where cause.org_id = (select current_org()) and cause.user_id = ${user_id} and ${pending}
      and n.org_id = cause.org_id and n.id = cause.notification_id and ${goes} returning cause.event_id, cause.notification_id, n.kind
  `.execute(tx)
  // What is held back comes when they may be disturbed again, or have gone.
  const { rows: [held] } = await sql<{ due_at: string | null }>`
    update inbox set ${sql.ref(`${way}_due_at`)} = case when exists (
      select from notification_cause where org_id = (select current_org()) and user_id = ${user_id} and ${pending}
    ) then ${heldUntil?.toISOString() ?? null}::timestamptz end
    where org_id = (select current_org()) and user_id = ${user_id} returning ${sql.ref(`${way}_due_at`)} as due_at
  `.execute(tx)
  if (held?.due_at) await enqueueTelling(tx, job, heldUntil!)
  if (rows.length === 0) return
  if (way === 'mail') return dispatch(tx, org_id, [{ user_id, subscription_id: null, notification_id: null, event_ids: idsOf(rows) }])
  const subscriptions = await sql<{ id: string }>`
    select id from push_subscription where org_id = (select current_org()) and user_id = ${user_id}
  `.execute(tx)
  const pushes = listPushes(rows)
  await dispatch(tx, org_id, subscriptions.rows.flatMap(({ id }) => pushes.map((push) => ({ user_id, subscription_id: id, ...push }))))
}

/** A cause that is told now, and of which kind its entry is. */
interface Due {
  event_id: string
  notification_id: string
  kind: NotificationKind
}

/** An entry each; of what is not urgent all at once when it is much, as when somebody may be disturbed again. */
function listPushes(due: Due[]): Pick<NewDispatch, 'notification_id' | 'event_ids'>[] {
  const isUrgent = ({ kind }: Due) => urgentKinds.includes(kind)
  const others = due.filter((each) => !isUrgent(each))
  const rest = byEntry(others)
  return [...byEntry(due.filter(isUrgent)), ...(rest.length > mostPushed ? [{ notification_id: null, event_ids: idsOf(others) }] : rest)]
}

function byEntry(due: Due[]) {
  return [...Map.groupBy(due, ({ notification_id }) => notification_id)].map(([notification_id, causes]) => ({ notification_id, event_ids: idsOf(causes) }))
}

function idsOf(due: Due[]): number[] {
  return due.map(({ event_id }) => Number(event_id))
}

/** They have muted the place since, or do not want the kind by this way any more. What is urgent goes through muted rooms. */
function unwanted(inbox: Inbox, way: Way, muteRooms: string[]): RawBuilder<boolean> {
  const kinds = notificationKinds.filter((kind) => !waysOf(inbox, kind).in_app || !waysOf(inbox, kind)[way])
  return sql`(
    n.kind = any(${kinds}::text[]) or n.place = any(${inbox.muted_places}::text[])
    or (n.kind <> all(${urgentKinds}::text[]) and split_part(n.place, '/', 1) = any(${muteRooms.map((id) => `room:${id}`)}::text[]))
  )`
}

/** More that is not urgent is one push. */
const mostPushed = 3

interface NewDispatch {
  user_id: string
  subscription_id: string | null
  notification_id: string | null
  event_ids: number[]
}

async function dispatch(tx: Tx, orgId: string, dispatches: NewDispatch[]) {
  if (dispatches.length === 0) return
  const { rows } = await sql<{ id: string }>`
    insert into notification_dispatch (org_id, user_id, subscription_id, notification_id, event_ids)
    select current_org(), user_id, subscription_id, notification_id, array(select json_array_elements_text(event_ids)::bigint)
    from json_to_recordset(${JSON.stringify(dispatches)}) as given (user_id uuid, subscription_id uuid, notification_id uuid, event_ids json) returning id
  `.execute(tx)
  for (const { id } of rows) await enqueueSending(tx, { org_id: orgId, dispatch_id: id, attempt: 0 })
}

export async function enqueueSending(tx: Tx, job: SendJob, at?: Date) {
  await enqueue(tx, 'notifications.send', job, { run_at: at })
}
