// Urgent messages: who is named in one, or is spoken to directly, is asked to acknowledge it, and told again every five minutes until
// they have, for half an hour. Answering it or reacting to it is acknowledging it.

import { sql } from 'kysely'
import { allow, conflict, invalid } from '#platform/errors'
import { publish } from '#platform/events'
import { enqueue, priorities, type JobPayload } from '#platform/jobs'
import type { Tx } from '#platform/db/kysely'
import type { Actor, Tenancy } from '#platform/tenancy'
import type { LockedRoom } from '../access.ts'
import { canSendUrgent } from '../policy.ts'
import type { Message } from './contract.ts'
import { findMentions } from './markdown.ts'
import { getMessage } from './queries.ts'

const repeatMinutes = 5
const forMinutes = 30
/** What is urgent for more people is an announcement. */
const mostAsked = 20
/** Of one person in an hour: what is always urgent is urgent no more. */
const mostInAnHour = 10

/**
 * Asks whom it names; in a direct room everybody else. The room or thread is locked. Throws forbidden for guests and api keys, invalid where
 * it is for nobody or too many, too_many_urgent.
 */
export async function askToAcknowledge(tx: Tx, actor: Actor, { id, room_id }: Pick<Message, 'id' | 'room_id'>) {
  allowUrgent(actor)
  const { rows: [lately] } = await sql<{ count: number }>`
    select count(*)::int from message
    where org_id = (select current_org()) and author_id = ${actor.id} and urgent_until is not null and created_at > now() - interval '1 hour'
  `.execute(tx)
  if (lately!.count >= mostInAnHour) throw conflict('too_many_urgent', `You have sent ${mostInAnHour} urgent messages in the last hour: send this one as others, or wait.`)
  const { rows } = await sql`
    insert into acknowledgement (org_id, message_id, user_id)
    select room_member.org_id, ${id}::uuid, user_id from room_member join room on room.org_id = room_member.org_id and room.id = room_member.room_id
    where room_member.org_id = (select current_org()) and room_id = ${room_id} and user_id <> ${actor.id} and (room.kind = 'direct' or exists (
      select from message_mention where org_id = room_member.org_id and message_id = ${id} and user_id = room_member.user_id))
    returning user_id
  `.execute(tx)
  if (rows.length === 0) throw forNobody()
  if (rows.length > mostAsked) throw invalid(`An urgent message is for at most ${mostAsked} people: name those whom it concerns.`)
  await sql`
    update message set urgent_until = now() + make_interval(mins => ${forMinutes}) where org_id = (select current_org()) and id = ${id}
  `.execute(tx)
  await tellLater(tx, { org_id: actor.org_id, message_id: id })
}

/** Of what is to be sent later, whoever is in the room by then. Throws forbidden and invalid as that. */
export function checkUrgent(actor: Actor, { kind }: Pick<LockedRoom, 'kind'>, text: string) {
  allowUrgent(actor)
  const { user_ids, here } = findMentions(text)
  if (kind !== 'direct' && user_ids.length === 0 && !here) throw forNobody()
}

function allowUrgent(actor: Actor) {
  allow(canSendUrgent(actor), 'Only members send urgent messages: guests and api keys do not.')
}

function forNobody() {
  return invalid('An urgent message is for somebody in the room: name them with @.')
}

/** Of whoever does something with the message; undefined when they were not asked, or have before. */
export async function noteAcknowledgement(tx: Tx, actor: Actor, id: string): Promise<Message | undefined> {
  const { rows } = await sql`
    update acknowledgement set acknowledged_at = now()
    where org_id = (select current_org()) and message_id = ${id} and user_id = ${actor.id} and acknowledged_at is null returning user_id
  `.execute(tx)
  if (rows.length === 0) return undefined
  const message = await getMessage(tx, id)
  const data = { message, user_id: actor.id }
  await publish(tx, actor, { type: 'message.acknowledged', subject: `message:${id}`, audience: `room:${message.room_id}`, audited: false, data })
  return message
}

/** Of a room that is locked, and archived: nobody can act on them there. Whoever brings it back writes again where it still is urgent. */
export async function endRepetitions(tx: Tx, roomId: string) {
  await sql`
    update message set urgent_next_at = null where org_id = (select current_org()) and room_id = ${roomId} and urgent_next_at is not null
  `.execute(tx)
}

export interface RepeatJob extends JobPayload {
  org_id: string
  message_id: string
}

/**
 * Tells those again who have not acknowledged it, as long as it is there and urgent, and its room is open: an answer in a thread may have come while
 * that was archived. The row says when, and is locked: a job that runs once more, since its worker died or another had found it late, tells nobody twice.
 */
export async function repeatUrgent({ transact }: Tenancy, job: RepeatJob) {
  const { org_id, message_id } = job
  await transact({ org_id }, async (tx) => {
    const { rows: due } = await sql`
      select from message where org_id = (select current_org()) and id = ${message_id} and urgent_next_at <= now() for no key update
    `.execute(tx)
    if (due.length === 0) return
    const { rows: waiting } = await sql<{ user_id: string; room_id: string }>`
      select user_id, room_id from acknowledgement
        join message on message.org_id = acknowledgement.org_id and message.id = message_id
        join room on room.org_id = message.org_id and room.id = message.room_id
      where acknowledgement.org_id = (select current_org()) and message_id = ${message_id} and acknowledged_at is null
        and archived_at is null and deleted_at is null and urgent_until > now() - interval '1 minute'
        and exists (select from room_member here where here.org_id = message.org_id and here.room_id = message.room_id and here.user_id = acknowledgement.user_id)
      order by user_id
    `.execute(tx)
    if (waiting.length === 0) {
      await sql`update message set urgent_next_at = null where org_id = (select current_org()) and id = ${message_id}`.execute(tx)
      return
    }
    const actor: Actor = { org_id, kind: 'system', id: org_id, role: 'owner' }
    const data = { message: await getMessage(tx, message_id), user_ids: waiting.map(({ user_id }) => user_id) }
    await publish(tx, actor, { type: 'message.repeated', subject: `message:${message_id}`, audience: `room:${waiting[0]!.room_id}`, audited: false, data })
    await tellLater(tx, job)
  })
}

/** By the clock of the database, which says when it is time. */
async function tellLater(tx: Tx, job: RepeatJob) {
  const { rows } = await sql<{ urgent_next_at: string }>`
    update message set urgent_next_at = now() + make_interval(mins => ${repeatMinutes})
    where org_id = (select current_org()) and id = ${job.message_id} returning urgent_next_at
  `.execute(tx)
  const run_at = new Date(rows[0]!.urgent_next_at)
  await enqueue(tx, 'rooms.repeat_urgent', job, { key: `rooms.repeat_urgent:${job.message_id}`, run_at, priority: priorities.urgent })
}
