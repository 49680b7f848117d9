// Messages to be sent later. A job sends each at its time, as its author may then: with its id as client_id, in the transaction in which
// it stops waiting, so it is sent once. What cannot be sent is kept, and its author told.

import { sql } from 'kysely'
import { conflict, invalid, notFound, RapportError, type ErrorKind } from '#platform/errors'
import { publish, withdraw, type Audience } from '#platform/events'
import { enqueue, type JobPayload } from '#platform/jobs'
import type { Tx } from '#platform/db/kysely'
import type { Actor, MemberRole, Tenancy } from '#platform/tenancy'
import { checkOpen, lockRoom, notInRoom, type LockedRoom } from '../access.ts'
import { attachFiles, detachFiles, dropFiles } from '../files/actions.ts'
import { checkSays, sendMessage } from '../messages/actions.ts'
import type { Message } from '../messages/contract.ts'
import { findSent, getVisibleMessage } from '../messages/queries.ts'
import { checkUrgent } from '../messages/urgent.ts'
import type { NewScheduledMessage, ScheduledMessage, ScheduledMessageChange, ScheduledProblem } from './contract.ts'
import { getScheduled, scheduledColumns } from './queries.ts'

/** More that wait are not of one person. */
const mostWaiting = 500

/** Throws room_not_found, room_archived, not_in_room, message_not_found, file_not_found, invalid, forbidden, too_many_scheduled. */
export async function scheduleMessage(tx: Tx, actor: Actor, roomId: string, input: NewScheduledMessage): Promise<ScheduledMessage> {
  const { text, send_at, thread_id = null, file_ids = [], urgent = false } = input
  checkSays(text, file_ids.length)
  const room = await lockRoomToWrite(tx, actor, roomId)
  if (urgent) checkUrgent(actor, room, text)
  if (thread_id !== null) await checkRoot(tx, actor, { room_id: roomId, thread_id })
  await checkTime(tx, send_at)
  const { rows: [waiting] } = await sql<{ count: number }>`
    select count(*)::int from scheduled_message where org_id = (select current_org()) and user_id = ${actor.id}
  `.execute(tx)
  if (waiting!.count >= mostWaiting) throw conflict('too_many_scheduled', `${mostWaiting} messages of yours wait to be sent: remove some before you schedule more.`)
  const { rows } = await sql<{ id: string }>`
    insert into scheduled_message (org_id, user_id, room_id, thread_id, text, urgent, send_at)
    values (current_org(), ${actor.id}, ${roomId}, ${thread_id}::uuid, ${text}, ${urgent}, ${send_at}::timestamptz) returning id
  `.execute(tx)
  const { id } = rows[0]!
  await attachFiles(tx, actor, { to: { scheduled_id: id }, room_id: roomId, file_ids })
  return told(tx, actor, 'scheduled_message.created', await getScheduled(tx, actor, id))
}

/**
 * Another time forgets why it was not sent. Throws scheduled_message_not_found, message_not_found, file_not_found, invalid, and of another room room_not_found,
 * room_archived, not_in_room.
 */
export async function changeScheduled(tx: Tx, actor: Actor, id: string, change: ScheduledMessageChange): Promise<ScheduledMessage> {
  const before = await lockScheduled(tx, actor, id)
  const { text = before.text, send_at, room_id = before.room_id } = change
  const isMoved = room_id !== before.room_id
  const kept = before.files.map((file) => file.id)
  const { file_ids = kept } = change
  checkSays(text, file_ids.length)
  if (send_at !== undefined) await checkTime(tx, send_at)
  if (isMoved) await lockRoomToWrite(tx, actor, room_id)
  const { thread_id = isMoved ? null : before.thread_id } = change
  if (thread_id !== null && (isMoved || thread_id !== before.thread_id)) await checkRoot(tx, actor, { room_id, thread_id })
  if (isMoved || change.file_ids) {
    await detachFiles(tx, { scheduled_id: id, room_id })
    await attachFiles(tx, actor, { to: { scheduled_id: id }, room_id, file_ids })
    await dropFiles(tx, actor.org_id, kept.filter((each) => !file_ids.includes(each)))
  }
  await sql`
    update scheduled_message set
      text = ${text}, send_at = ${send_at ?? before.send_at}::timestamptz, problem = ${send_at === undefined ? before.problem : null},
      room_id = ${room_id}, thread_id = ${thread_id}::uuid
    where org_id = (select current_org()) and id = ${id}
  `.execute(tx)
  return told(tx, actor, 'scheduled_message.updated', await getScheduled(tx, actor, id))
}

/** Throws scheduled_message_not_found. */
export async function removeScheduled(tx: Tx, actor: Actor, id: string) {
  const { files } = await lockScheduled(tx, actor, id)
  await take(tx, actor, id)
  await dropFiles(tx, actor.org_id, files.map((file) => file.id))
}

/** Throws scheduled_message_not_found, and as sending does. */
export async function sendScheduledNow(tx: Tx, actor: Actor, id: string): Promise<Message> {
  return send(tx, actor, await lockScheduled(tx, actor, id))
}

export interface SendJob extends JobPayload {
  org_id: string
  id: string
}

/** Sends it if its time has come; says to its author if it cannot be. */
export async function sendScheduled({ transact }: Tenancy, { org_id, id }: SendJob) {
  try {
    await transact({ org_id }, async (tx) => {
      const due = await lockDue(tx, org_id, id)
      if (due) await send(tx, due.actor, due.scheduled)
    })
  } catch (error) {
    const problem = problemOf(error)
    if (!problem) throw error
    await transact({ org_id }, async (tx) => {
      const due = await lockDue(tx, org_id, id)
      if (due) await fail(tx, due.actor, due.scheduled, problem)
    })
  }
}

const problems: Record<string, ScheduledProblem> = { room_not_found: 'room_gone', room_archived: 'room_archived', not_in_room: 'not_in_room', message_not_found: 'thread_gone' }
const passing = new Set<ErrorKind>(['too_many', 'unavailable', 'full'])

/** Undefined for what may be otherwise when it is tried again. */
function problemOf(error: unknown): ScheduledProblem | undefined {
  return error instanceof RapportError && !passing.has(error.kind) ? (problems[error.code] ?? 'refused') : undefined
}

async function send(tx: Tx, actor: Actor, { id, room_id, thread_id, text, urgent, files }: ScheduledMessage): Promise<Message> {
  await take(tx, actor, id)
  // Its author may have sent something else with this id, which is as good as sent.
  return (await findSent(tx, actor, id)) ?? sendMessage(tx, actor, { room_id, thread_id: thread_id ?? undefined, text, urgent, client_id: id, file_ids: files.map((file) => file.id) })
}

async function fail(tx: Tx, actor: Actor, { id }: ScheduledMessage, problem: ScheduledProblem) {
  const { rows } = await sql<ScheduledMessage>`
    update scheduled_message set problem = ${problem} where org_id = (select current_org()) and id = ${id} returning ${scheduledColumns(actor)}
  `.execute(tx)
  await publishOwn(tx, actor, 'scheduled_message.failed', rows[0]!)
}

async function take(tx: Tx, actor: Actor, id: string) {
  const { rows } = await sql<ScheduledMessage>`
    delete from scheduled_message where org_id = (select current_org()) and id = ${id} returning ${scheduledColumns(actor)}
  `.execute(tx)
  await withdraw(tx, toldOf(actor, id))
  await publishOwn(tx, actor, 'scheduled_message.removed', { ...rows[0]!, text: '', files: [] })
}

/** Its author as they are now, with the message; undefined when there is nothing to be sent. */
async function lockDue(tx: Tx, orgId: string, id: string): Promise<{ actor: Actor; scheduled: ScheduledMessage } | undefined> {
  const { rows: [due] } = await sql<{ user_id: string; role: MemberRole }>`
    select user_id, role from scheduled_message join member using (org_id, user_id)
    where org_id = (select current_org()) and id = ${id} and problem is null and send_at <= now()
    for update of scheduled_message
  `.execute(tx)
  if (!due) return undefined
  const actor: Actor = { org_id: orgId, kind: 'user', id: due.user_id, role: due.role }
  return { actor, scheduled: await getScheduled(tx, actor, id) }
}

async function lockScheduled(tx: Tx, actor: Actor, id: string): Promise<ScheduledMessage> {
  const { rows } = await sql`
    select from scheduled_message where org_id = (select current_org()) and id = ${id} and user_id = ${actor.id} for update
  `.execute(tx)
  if (rows.length === 0) throw notFound('scheduled_message', id)
  return getScheduled(tx, actor, id)
}

/** A room in which the actor may write. */
async function lockRoomToWrite(tx: Tx, actor: Actor, id: string): Promise<LockedRoom> {
  const room = await lockRoom(tx, actor, id)
  if (actor.kind !== 'user' || room.role === null) throw notInRoom()
  checkOpen(room)
  return room
}

async function checkRoot(tx: Tx, actor: Actor, { room_id, thread_id }: { room_id: string; thread_id: string }) {
  const root = await getVisibleMessage(tx, actor, thread_id)
  if (root.room_id !== room_id || root.thread_id !== null) throw invalid('A thread begins with a message of this room that answers none.')
}

async function checkTime(tx: Tx, sendAt: string) {
  const { rows } = await sql<{ fits: boolean }>`
    select ${sendAt}::timestamptz > now() and ${sendAt}::timestamptz < now() + interval '2 years' as fits
  `.execute(tx)
  if (!rows[0]!.fits) throw invalid('This time is over, or too far away: choose one in the next two years.', [{ path: '/send_at', message: 'must be in the next two years' }])
}

async function told(tx: Tx, actor: Actor, type: string, scheduled: ScheduledMessage): Promise<ScheduledMessage> {
  const job: SendJob = { org_id: actor.org_id, id: scheduled.id }
  await enqueue(tx, 'rooms.send_scheduled', job, { key: `rooms.send_scheduled:${scheduled.id}`, run_at: new Date(scheduled.send_at) })
  await publishOwn(tx, actor, type, scheduled)
  return scheduled
}

async function publishOwn(tx: Tx, actor: Actor, type: string, scheduled: ScheduledMessage) {
  await publish(tx, actor, { type, ...toldOf(actor, scheduled.id), audited: false, data: { scheduled_message: scheduled } })
}

function toldOf(author: Actor, id: string): { subject: string; audience: Audience } {
  return { subject: `scheduled_message:${id}`, audience: `user:${author.id}` }
}
