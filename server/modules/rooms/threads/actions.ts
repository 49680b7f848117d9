// The answers to a message. Who wrote it, who answers and who is mentioned in an answer follows the thread, until they do not want to.

import { sql, type RawBuilder } from 'kysely'
import { notFound } from '#platform/errors'
import { publish } from '#platform/events'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { notInRoom } from '../access.ts'
import { getVisibleMessage } from '../messages/queries.ts'
import type { FollowedThread } from './contract.ts'
import { getFollowedThread } from './queries.ts'

export interface ThreadNews {
  id: string
  revision: number
  reply_count: number
  last_reply_at: string | null
  author_ids: string[]
  follower_ids: string[]
}

/** The number of the next answer; the thread is locked from now on. Throws message_not_found for what cannot be answered. */
export async function drawReplySeq(tx: Tx, { room_id, thread_id }: { room_id: string; thread_id: string }): Promise<number> {
  await openThread(tx, { room_id, thread_id })
  const drawn = await raiseSeq(tx, thread_id)
  if (drawn !== undefined) return drawn
  // Its last answers were removed for good while it was waited for, and it with them (refreshing.ts).
  await openThread(tx, { room_id, thread_id })
  return (await raiseSeq(tx, thread_id))!
}

async function raiseSeq(tx: Tx, threadId: string): Promise<number | undefined> {
  const { rows } = await sql<{ seq: number }>`
    update thread set last_seq = last_seq + 1, revision = revision + 1
    where org_id = (select current_org()) and id = ${threadId} returning last_seq as seq
  `.execute(tx)
  // By itself, so that it sees who has read it until the thread was locked.
  await sql`
    update thread_follower set behind = true where org_id = (select current_org()) and thread_id = ${threadId} and not behind
  `.execute(tx)
  return rows[0]?.seq
}

/** Makes the thread of a message, unless it is there; who wrote the message follows it. It is locked before its thread, since it shows how many answers there are. */
async function openThread(tx: Tx, { room_id, thread_id }: { room_id: string; thread_id: string }) {
  const { rows: [root] } = await sql<{ author_id: string | null; known: boolean }>`
    select author_id, exists (select from thread where org_id = message.org_id and id = message.id) as known from message
    where org_id = (select current_org()) and id = ${thread_id} and room_id = ${room_id} and thread_id is null and deleted_at is null
    for no key update
  `.execute(tx)
  if (!root) throw notFound('message', thread_id)
  if (root.known) return
  await sql`
    insert into thread (org_id, id, room_id) values (current_org(), ${thread_id}, ${room_id}) on conflict do nothing
  `.execute(tx)
  if (root.author_id) await addFollowers(tx, { room_id, thread_id }, { user_ids: [root.author_id], read_seq: 0 })
}

/** Those of these users who are in the room. Who follows it already has read as far as before. */
async function addFollowers(
  tx: Tx,
  { room_id, thread_id }: { room_id: string; thread_id: string },
  { user_ids, read_seq }: { user_ids: string[]; read_seq: number },
) {
  if (user_ids.length === 0) return
  // Locked: somebody who leaves just now is waited for, and then not in it any more.
  await sql`
    insert into thread_follower (org_id, thread_id, user_id, room_id, read_seq, behind)
    select org_id, ${thread_id}::uuid, user_id, room_id, ${read_seq}::int,
      (select last_seq > ${read_seq}::int from thread where org_id = room_member.org_id and id = ${thread_id})
    from room_member
    where org_id = (select current_org()) and room_id = ${room_id} and user_id = any(${user_ids}::uuid[])
    for key share
    on conflict do nothing
  `.execute(tx)
}

interface Reply {
  room_id: string
  thread_id: string
  seq: number
  author_id: string
  mentioned_ids: string[]
  created_at: string
}

/** What an answer changes of its thread. */
export async function noteReply(tx: Tx, { seq, author_id, mentioned_ids, created_at, ...place }: Reply): Promise<ThreadNews> {
  await addFollowers(tx, place, { user_ids: [author_id], read_seq: seq })
  await addFollowers(tx, place, { user_ids: mentioned_ids, read_seq: seq - 1 })
  return changeThread(tx, place.thread_id, sql`
    reply_count = reply_count + 1, last_reply_at = ${created_at}::timestamptz,
    author_ids = (array_prepend(${author_id}::uuid, array_remove(author_ids, ${author_id}::uuid)))[:5]
  `)
}

/** An answer was changed, deleted (`by` is −1) or brought back (1). */
export async function noteReplyChange(tx: Tx, threadId: string, by: -1 | 0 | 1): Promise<ThreadNews> {
  await sql`select from message where org_id = (select current_org()) and id = ${threadId} for no key update`.execute(tx)
  return changeThread(tx, threadId, sql`reply_count = reply_count + ${by}::int, revision = revision + 1`)
}

async function changeThread(tx: Tx, id: string, change: RawBuilder<unknown>): Promise<ThreadNews> {
  const { rows } = await sql<ThreadNews>`
    update thread set ${change} where org_id = (select current_org()) and id = ${id}
    returning id, revision, reply_count, last_reply_at, author_ids,
      array(select user_id from thread_follower where org_id = thread.org_id and thread_id = thread.id order by user_id) as follower_ids
  `.execute(tx)
  return rows[0]!
}

/** From its end on. Throws message_not_found, not_in_room. */
export async function followThread(tx: Tx, actor: Actor, id: string): Promise<FollowedThread> {
  const place = await findThread(tx, actor, id)
  await openThread(tx, place)
  await addFollowers(tx, place, { user_ids: [actor.id], read_seq: 0 })
  return setReadSeq(tx, actor, id, sql`thread.last_seq`, true)
}

/** Repeating it changes nothing. Throws message_not_found. */
export async function unfollowThread(tx: Tx, actor: Actor, id: string) {
  const { room_id } = await findThread(tx, actor, id)
  const { rows } = await sql`
    delete from thread_follower where org_id = (select current_org()) and thread_id = ${id} and user_id = ${actor.id} returning user_id
  `.execute(tx)
  if (rows.length > 0) await tell(tx, actor, 'thread.unfollowed', id, { thread_id: id, room_id })
}

/** Never backwards. Throws message_not_found, not_following. */
export async function markThreadRead(tx: Tx, actor: Actor, id: string, seq: number): Promise<FollowedThread> {
  await findThread(tx, actor, id)
  return setReadSeq(tx, actor, id, sql`greatest(mine.read_seq, least(${seq}::int, thread.last_seq))`)
}

/** From this answer on. Throws message_not_found, not_following. */
export async function markThreadUnread(tx: Tx, actor: Actor, id: string, seq: number): Promise<FollowedThread> {
  await findThread(tx, actor, id)
  return setReadSeq(tx, actor, id, sql`least(${seq}::int - 1, thread.last_seq)`)
}

async function setReadSeq(tx: Tx, actor: Actor, id: string, seq: RawBuilder<unknown>, isNew = false): Promise<FollowedThread> {
  // Locked before: whoever answers just now is waited for, and their answer counts.
  await sql`select from thread where org_id = (select current_org()) and id = ${id} for share`.execute(tx)
  const { rows } = await sql`
    update thread_follower mine set read_seq = ${seq}, behind = thread.last_seq > ${seq} from thread
    where mine.org_id = (select current_org()) and mine.thread_id = ${id} and mine.user_id = ${actor.id}
      and thread.org_id = mine.org_id and thread.id = mine.thread_id and mine.read_seq <> ${seq} returning mine.user_id
  `.execute(tx)
  const following = await getFollowedThread(tx, actor.id, id)
  if (rows.length > 0 || isNew) await tell(tx, actor, 'thread.updated', id, { following })
  return following
}

async function findThread(tx: Tx, actor: Actor, id: string): Promise<{ room_id: string; thread_id: string }> {
  const { room_id, thread_id } = await getVisibleMessage(tx, actor, id)
  if (thread_id !== null) throw notFound('message', id)
  if (actor.kind !== 'user') throw notInRoom()
  return { room_id, thread_id: id }
}

async function tell(tx: Tx, actor: Actor, type: string, id: string, data: Record<string, unknown>) {
  await publish(tx, actor, { type, subject: `message:${id}`, audience: `user:${actor.id}`, audited: false, data })
}
