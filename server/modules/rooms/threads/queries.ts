import { sql, type RawBuilder } from 'kysely'
import { conflict } from '#platform/errors'
import type { Db } from '#platform/db/kysely'
import type { CursorValue } from '#platform/pages'
import { getMessages } from '../messages/queries.ts'
import type { FollowedThread, ThreadEntry } from './contract.ts'

/**
 * Threads are short: what is unread in one is counted. Each is looked up (`offset 0`): PostgreSQL takes an organization for an average one,
 * and would rather go through all threads.
 */
const followed = (userId: string, which: RawBuilder<unknown>) => sql<FollowedThread>`
  select mine.thread_id, mine.room_id, thread.last_seq, mine.read_seq, counted.unread_count, counted.mention_count, thread.revision
  from thread_follower mine
  cross join lateral (select * from thread where org_id = mine.org_id and id = mine.thread_id offset 0) thread
  cross join lateral (
    select count(*)::int as unread_count, count(*) filter (
      where mentions_room or exists (
        select from message_mention where org_id = message.org_id and message_id = message.id and user_id = mine.user_id)
    )::int as mention_count
    from message where org_id = mine.org_id and thread_id = mine.thread_id and seq > mine.read_seq
      and deleted_at is null and author_id is distinct from mine.user_id
  ) counted
  where mine.org_id = (select current_org()) and mine.user_id = ${userId} and ${which}`

/** Those in which somebody has something unread. */
export async function listUnreadThreads(db: Db, userId: string): Promise<FollowedThread[]> {
  const { rows } = await followed(userId, sql`mine.behind and counted.unread_count > 0 order by mine.thread_id`).execute(db)
  return rows
}

export async function findFollowedThread(db: Db, userId: string, threadId: string): Promise<FollowedThread | undefined> {
  const { rows } = await followed(userId, sql`mine.thread_id = ${threadId}`).execute(db)
  return rows[0]
}

/** Throws not_following. */
export async function getFollowedThread(db: Db, userId: string, threadId: string): Promise<FollowedThread> {
  const found = await findFollowedThread(db, userId, threadId)
  if (!found) throw conflict('not_following', 'You do not follow this thread: follow it first.')
  return found
}

interface Listing {
  unread?: boolean
  limit: number
  /** last_reply_at and id of the last one before. */
  after?: CursorValue[]
}

/** Those that somebody follows, the latest answers first. */
export async function listFollowedThreads(db: Db, userId: string, { unread, limit, after }: Listing): Promise<(ThreadEntry & { last_reply_at: string })[]> {
  const beyond = after ? sql`(thread.last_reply_at, thread.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`true`
  // What is unread is little of what is followed, and has to be counted; of the rest only the page is.
  const wanted = unread ? sql`mine.behind and counted.unread_count > 0 and ${beyond}` : sql`mine.thread_id in (
    select thread.id from thread join thread_follower mine on mine.org_id = thread.org_id and mine.thread_id = thread.id
    where thread.org_id = (select current_org()) and mine.user_id = ${userId} and thread.last_seq > 0 and ${beyond}
    order by thread.last_reply_at desc, thread.id desc limit ${limit}
  )`
  const { rows: threads } = await followed(userId, sql`
    thread.last_seq > 0 and ${wanted} order by thread.last_reply_at desc, thread.id desc limit ${limit}
  `).execute(db)
  const { rows: lasts } = await sql<{ thread_id: string; id: string; last_reply_at: string }>`
    select thread.id as thread_id, latest.id, thread.last_reply_at
    from thread cross join lateral (
      select id from message where org_id = thread.org_id and thread_id = thread.id order by seq desc limit 1
    ) latest
    where thread.org_id = (select current_org()) and thread.id = any(${threads.map(({ thread_id }) => thread_id)}::uuid[])
  `.execute(db)
  const lastOf = new Map(lasts.map((last) => [last.thread_id, last]))
  const messages = await getMessages(db, [...threads.map(({ thread_id }) => thread_id), ...lasts.map(({ id }) => id)])
  return threads.map((following) => {
    const last = lastOf.get(following.thread_id)!
    return { message: messages.get(following.thread_id)!, last_reply: messages.get(last.id) ?? null, following, last_reply_at: last.last_reply_at }
  })
}
