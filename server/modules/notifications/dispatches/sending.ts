// One dispatch on its way: begun in one transaction, sent, recorded in another. By mail as by push somebody is told at most once: each attempt
// is begun once, whoever dies, and only what is known not to have arrived is tried again. Of what a process had begun when it died, or what had
// left when the connection broke, nobody can say; it is not sent again, and stands in the inbox anyway.

import { sql } from 'kysely'
import { listVisibleMessages } from '#modules/rooms'
import type { Log } from '#platform/log'
import type { Db, Tx } from '#platform/db/kysely'
import type { MemberRole, Tenancy } from '#platform/tenancy'
import type { Notification } from '../contract.ts'
import { notificationJson } from '../queries.ts'
import { enqueueSending, type SendJob } from './telling.ts'

/** As the owners have set it: three attempts, the next after 2 s, then after twice as long. */
const attempts = 3
const retryMs = 2_000

export interface Dispatch {
  org_id: string
  id: string
  user_id: string
  subscription_id: string | null
}

/** An error that another attempt would not mend, or might tell twice. */
export class FinalFailure extends Error {}

/** It had left when the connection broke. */
export function uncertain(why: string): FinalFailure {
  return new FinalFailure(`It may have arrived, and is not sent again: ${why}`)
}

export interface Transports {
  mail(dispatch: Dispatch, notifications: Notification[]): Promise<void>
  push(dispatch: Dispatch, notifications: Notification[]): Promise<void>
}

interface SendOptions extends Transports {
  tenancy: Tenancy
  log: Log
}

export async function send({ tenancy, log, mail, push }: SendOptions, job: SendJob) {
  const begun = await tenancy.transact(job, (tx) => begin(tx, job))
  if (!begun) return
  const { dispatch, notifications } = begun
  let failure: Error | undefined
  if (notifications.length > 0) {
    const by = dispatch.subscription_id === null ? mail : push
    await by(dispatch, notifications).catch((error: Error) => (failure = error))
  }
  await tenancy.transact(job, (tx) => record(tx, job, failure))
  if (failure) log.warn({ err: failure, attempt: job.attempt + 1 }, 'Somebody could not be told of what is in their inbox.')
}

async function begin(tx: Tx, { org_id, dispatch_id, attempt }: SendJob) {
  const { rows: [dispatch] } = await sql<Omit<Dispatch, 'org_id'> & { event_ids: string[] }>`
    update notification_dispatch set attempt = attempt + 1
    where org_id = (select current_org()) and id = ${dispatch_id} and attempt = ${attempt} and sent_at is null and failed_at is null
    returning id, user_id, subscription_id, event_ids
  `.execute(tx)
  if (dispatch) return { dispatch: { ...dispatch, org_id }, notifications: await listUnread(tx, dispatch) }
  await sql`
    update notification_dispatch set failed_at = now(), error = 'The process ended while it was on its way: it may have arrived, and is not sent again.'
    where org_id = (select current_org()) and id = ${dispatch_id} and sent_at is null and failed_at is null
  `.execute(tx)
  return undefined
}

/** What of it is not read even now, an entry each, the latest first. */
async function listUnread(db: Db, { user_id, event_ids }: { user_id: string; event_ids: string[] }): Promise<Notification[]> {
  const { rows } = await sql<{ notification: Notification }>`
    select ${sql.raw(notificationJson)} as notification from notification n
    where n.org_id = (select current_org()) and n.snoozed_until is null and n.id in (
      select notification_id from notification_cause
      where org_id = (select current_org()) and user_id = ${user_id} and event_id = any(${event_ids}::bigint[]) and read_at is null
    ) order by happened_at desc
  `.execute(db)
  return withoutHidden(db, user_id, rows.map(({ notification }) => notification))
}

/** What they may not read any more is not told: the log may not have been collected yet that says so. */
async function withoutHidden(db: Db, userId: string, notifications: Notification[]): Promise<Notification[]> {
  const { rows: [member] } = await sql<{ role: MemberRole }>`
    select role from member where org_id = (select current_org()) and user_id = ${userId}
  `.execute(db)
  if (!member) return []
  const messageOf = ({ subject }: Notification) => (subject.startsWith('message:') ? subject.slice('message:'.length) : undefined)
  const visible = await listVisibleMessages(db, { kind: 'user', id: userId, role: member.role }, notifications.flatMap((each) => messageOf(each) ?? []))
  return notifications.filter((each) => {
    const message = messageOf(each)
    return message === undefined || visible.has(message)
  })
}

async function record(tx: Tx, job: SendJob, failure: Error | undefined) {
  const which = sql`org_id = (select current_org()) and id = ${job.dispatch_id}`
  // Somebody may have taken this process for dead meanwhile.
  if (!failure) return void (await sql`update notification_dispatch set sent_at = now(), failed_at = null, error = null where ${which}`.execute(tx))
  const isLast = failure instanceof FinalFailure || job.attempt + 1 >= attempts
  await sql`
    update notification_dispatch set error = ${failure.message}, failed_at = ${isLast ? sql`now()` : sql`null`} where ${which}
  `.execute(tx)
  if (!isLast) await enqueueSending(tx, { ...job, attempt: job.attempt + 1 }, new Date(Date.now() + retryMs * 2 ** job.attempt))
}
