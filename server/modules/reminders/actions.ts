// Reminders are made, put off and removed by whoever is to be reminded; a job tells each at its time.

import { sql } from 'kysely'
import { checkMessagesVisible } from '#modules/rooms'
import { conflict, invalid, notFound } from '#platform/errors'
import { publish } from '#platform/events'
import { enqueue, type JobPayload } from '#platform/jobs'
import type { Tx } from '#platform/db/kysely'
import type { Actor, MemberRole, Tenancy } from '#platform/tenancy'
import type { NewReminder, Reminder, ReminderChange } from './contract.ts'
import { getReminder } from './queries.ts'
import { momentOf, nextOf, toCome, type Series, type Time } from './times.ts'

const mostOfOne = 1_000

/** `time` is what its words say (times.ts). Throws invalid, message_not_found, too_many_reminders. */
export async function createReminder(tx: Tx, actor: Actor, { message_id, text = '', time }: Omit<NewReminder, 'time'> & { time: Time }): Promise<Reminder> {
  if (actor.kind !== 'user') throw invalid('An api key is nobody to be reminded: sign in.')
  if (message_id === undefined && text.trim() === '') throw invalid('Say what it is about: give a text, or a message.')
  if (message_id !== undefined) await checkMessagesVisible(tx, actor, [message_id])
  const { rows: [own] } = await sql<{ count: number }>`
    select count(*)::int from reminder where org_id = (select current_org()) and user_id = ${actor.id}
  `.execute(tx)
  if (own!.count >= mostOfOne) throw conflict('too_many_reminders', `You have ${mostOfOne} reminders: remove some before you make more.`)
  const { remind_at, series } = time
  const { rows } = await sql<{ id: string }>`
    insert into reminder (org_id, user_id, message_id, text, remind_at, repeat_rule, series_on, series_time, zone)
    values (current_org(), ${actor.id}, ${message_id ?? null}, ${text.trim()}, ${remind_at}::timestamptz, ${series?.repeat_rule ?? null},
      ${series?.series_on ?? null}::date, ${series?.series_time ?? null}::time, ${series?.zone ?? null})
    returning id
  `.execute(tx)
  await enqueueTelling(tx, actor.org_id, rows[0]!.id, remind_at)
  return tell(tx, actor, 'reminder.created', rows[0]!.id)
}

/** One that was told already is to come again at its new time. Throws reminder_not_found, invalid. */
export async function changeReminder(tx: Tx, actor: Actor, id: string, { text, remind_at }: ReminderChange): Promise<Reminder> {
  await lockReminder(tx, actor, id)
  const before = await getReminder(tx, actor, id)
  if (text?.trim() === '' && !before.message) throw invalid('Say what it is about: give a text.')
  const at = remind_at === undefined ? undefined : toCome(remind_at)
  await sql`
    update reminder set text = ${text?.trim() ?? before.text}, remind_at = ${at ?? before.remind_at}::timestamptz, told_at = ${at ? null : before.told_at}::timestamptz
    where org_id = (select current_org()) and id = ${id}
  `.execute(tx)
  if (at) await enqueueTelling(tx, actor.org_id, id, at)
  return tell(tx, actor, 'reminder.updated', id)
}

/** Done, or not wanted any more. Throws reminder_not_found. */
export async function removeReminder(tx: Tx, actor: Actor, id: string) {
  await lockReminder(tx, actor, id)
  await sql`delete from reminder where org_id = (select current_org()) and id = ${id}`.execute(tx)
  await publish(tx, actor, { type: 'reminder.removed', subject: `reminder:${id}`, audience: `user:${actor.id}`, audited: false, data: { id } })
}

export interface TellJob extends JobPayload {
  org_id: string
  id: string
}

/** Tells it if its time has come, and puts what comes again to its next one. */
export async function tellReminder({ transact }: Tenancy, { org_id, id }: TellJob) {
  await transact({ org_id }, async (tx) => {
    const due = await lockDue(tx, id)
    if (!due) return
    const actor: Actor = { org_id, kind: 'user', id: due.user_id, role: due.role }
    const next = due.repeat_rule === null ? undefined : await nextTime(due as Series)
    await sql`
      update reminder set
        told_at = ${next ? null : new Date()}::timestamptz,
        remind_at = ${next?.remind_at ?? due.remind_at}::timestamptz, series_on = ${next?.series?.series_on ?? due.series_on}::date
      where org_id = (select current_org()) and id = ${id}
    `.execute(tx)
    if (next) await enqueueTelling(tx, org_id, id, next.remind_at)
    await tell(tx, actor, 'reminder.due', id)
  })
}

type Due = { [Key in keyof Series]: Series[Key] | null } & { user_id: string; role: MemberRole; remind_at: string }

async function lockDue(tx: Tx, id: string): Promise<Due | undefined> {
  const { rows } = await sql<Due>`
    select user_id, role, remind_at, repeat_rule, series_on::text, to_char(series_time, 'HH24:MI') as series_time, zone
    from reminder join member using (org_id, user_id)
    where org_id = (select current_org()) and id = ${id} and told_at is null and remind_at <= now()
    for update of reminder
  `.execute(tx)
  return rows[0]
}

async function nextTime(series: Series): Promise<Time | undefined> {
  const next = await nextOf(series, Date.now())
  return next && { remind_at: momentOf(next), series: next }
}

async function lockReminder(tx: Tx, actor: Actor, id: string) {
  const { rows } = await sql`
    select from reminder where org_id = (select current_org()) and id = ${id} and user_id = ${actor.id} for update
  `.execute(tx)
  if (rows.length === 0) throw notFound('reminder', id)
}

async function enqueueTelling(tx: Tx, orgId: string, id: string, at: Date) {
  const job: TellJob = { org_id: orgId, id }
  await enqueue(tx, 'reminders.tell', job, { key: `reminders.tell:${id}`, run_at: at })
}

async function tell(tx: Tx, actor: Actor, type: string, id: string): Promise<Reminder> {
  const reminder = await getReminder(tx, actor, id)
  await publish(tx, actor, { type, subject: `reminder:${id}`, audience: `user:${actor.id}`, audited: false, data: { reminder } })
  return reminder
}
