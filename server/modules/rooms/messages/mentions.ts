// Whom a message concerns: named users, and for `@here` those in the room who are here, connected to any process, used or idle. That it
// concerns the whole room is a mark of the message, and not a row for each.

import { sql } from 'kysely'
import type { Tx } from '#platform/db/kysely'
import type { MessageMentions } from './markdown.ts'

interface Mentioning {
  id: string
  room_id: string
  thread_id: string | null
  seq: number
  author_id: string | null
  visibility: 'public' | 'private'
}

/** Only of those who see the room; and nobody mentions themselves. Whether there may be some. */
export async function addMentions(tx: Tx, message: Mentioning, { user_ids, here }: MessageMentions): Promise<boolean> {
  if (user_ids.length === 0 && !here) return false
  const { id, room_id, thread_id, seq, author_id, visibility } = message
  await sql`
    insert into message_mention (org_id, message_id, user_id, room_id, thread_id, seq)
    select org_id, ${id}::uuid, user_id, ${room_id}::uuid, ${thread_id}::uuid, ${seq}::int from member
    where org_id = (select current_org()) and user_id is distinct from ${author_id}::uuid and (
      user_id = any(${user_ids}::uuid[]) and (
        ${visibility === 'public'}::boolean and role <> 'guest'
        or exists (select from room_member where org_id = member.org_id and room_id = ${room_id} and user_id = member.user_id))
      or ${here}::boolean and exists (select from presence_connection where org_id = member.org_id and user_id = member.user_id)
        and exists (select from room_member where org_id = member.org_id and room_id = ${room_id} and user_id = member.user_id))
  `.execute(tx)
  return true
}

export async function removeMentions(tx: Tx, messageId: string) {
  await sql`delete from message_mention where org_id = (select current_org()) and message_id = ${messageId}`.execute(tx)
}
