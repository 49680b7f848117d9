// Whom messages concern, of those who want to hear of it. For what notifies people.

import { sql } from 'kysely'
import { runPrepared, type Db } from '#platform/db/kysely'
import type { Message } from './messages/contract.ts'
import { authorOf } from './messages/queries.ts'

export interface Concerned {
  message_id: string
  user_id: string
  reason: 'urgent' | 'mention' | 'reply' | 'direct_message'
  room_id: string
  thread_id: string | null
  seq: number
  /** Null of direct messages. */
  room_name: string | null
  author: Message['author']
  snippet: string
}

/**
 * Each once for a message, by the first reason that holds: it asks them to acknowledge it, which it does whatever they want to hear of; they
 * are mentioned in it; they follow its thread, or the task of which it is said; it is in a direct room of theirs. Not who wrote it, who may
 * not see it, who has read it already, or who does not want to hear of it: to whom the room is mute, and by their `notify`, which lets
 * mentions through when it is `mentions`. As it is now; of deleted messages nobody.
 */
export async function listConcerned(db: Db, messageIds: string[]): Promise<Concerned[]> {
  return runPrepared(db, 'rooms.concerned', sql<Concerned>`
    select message.id as message_id, someone.user_id, someone.reason, message.room_id, message.thread_id, message.seq, room.name as room_name,
      ${authorOf('message')} as author, message.snippet
    from message
    join room on room.org_id = message.org_id and room.id = message.room_id
    cross join lateral (
      select distinct on (user_id) user_id, reason from (
        select user_id, 0 as place, 'urgent' as reason from acknowledgement
        where message.urgent_until is not null and org_id = message.org_id and message_id = message.id and acknowledged_at is null
        union all
        select user_id, 1, 'mention' from message_mention where org_id = message.org_id and message_id = message.id
        union all
        select user_id, 1, 'mention' from room_member where message.mentions_room and org_id = message.org_id and room_id = message.room_id
        union all
        select user_id, 2, 'reply' from thread_follower where org_id = message.org_id and thread_id = message.thread_id
        union all
        select user_id, 2, 'reply' from room_member
        where room.kind = 'task' and message.thread_id is null and org_id = message.org_id and room_id = message.room_id
        union all
        select user_id, 3, 'direct_message' from room_member
        where room.kind = 'direct' and message.thread_id is null and org_id = message.org_id and room_id = message.room_id
      ) reasons order by user_id, place
    ) someone
    join member on member.org_id = message.org_id and member.user_id = someone.user_id
    left join room_member here on here.org_id = message.org_id and here.room_id = message.room_id and here.user_id = someone.user_id
    left join thread_follower following
      on following.org_id = message.org_id and following.thread_id = message.thread_id and following.user_id = someone.user_id
    where message.org_id = (select current_org()) and message.id = any(${messageIds}::uuid[]) and message.deleted_at is null
      and someone.user_id is distinct from message.author_id
      and (here.user_id is not null or (room.visibility = 'public' and member.role <> 'guest'))
      and (someone.reason = 'urgent' or coalesce(here.notify, 'all') = any(case someone.reason when 'mention' then '{all,mentions}' else '{all}' end::text[])
      and coalesce(here.muted_until <= now(), true)
      and message.seq > coalesce(case when message.thread_id is null then here.read_seq else following.read_seq end, 0))
    order by message.id, someone.user_id
  `)
}

/** Which of these messages are not there any more, or deleted. */
export async function listGoneMessages(db: Db, messageIds: string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from unnest(${messageIds}::uuid[]) as given (id) where not exists (
      select from message where org_id = (select current_org()) and message.id = given.id and deleted_at is null)
  `.execute(db)
  return rows.map(({ id }) => id)
}

/** The members of the organization who are not in a room. */
export async function listOutsiders(db: Db, roomId: string): Promise<string[]> {
  const { rows } = await sql<{ user_id: string }>`
    select user_id from member where org_id = (select current_org()) and not exists (
      select from room_member where org_id = member.org_id and room_id = ${roomId} and user_id = member.user_id)
  `.execute(db)
  return rows.map(({ user_id }) => user_id)
}

/** In which of these rooms somebody is not. */
export async function listOutsideRooms(db: Db, userId: string, roomIds: string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from unnest(${roomIds}::uuid[]) as id where not exists (
      select from room_member where org_id = (select current_org()) and room_id = id and user_id = ${userId})
  `.execute(db)
  return rows.map(({ id }) => id)
}

/** Which rooms are mute to somebody now. */
export async function listMuteRooms(db: Db, userId: string): Promise<string[]> {
  const { rows } = await sql<{ room_id: string }>`
    select room_id from room_member where org_id = (select current_org()) and user_id = ${userId} and muted_until > now()
  `.execute(db)
  return rows.map(({ room_id }) => room_id)
}
