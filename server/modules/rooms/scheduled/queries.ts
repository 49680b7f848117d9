import { sql } from 'kysely'
import { notFound } from '#platform/errors'
import type { Db } from '#platform/db/kysely'
import type { CursorValue } from '#platform/pages'
import type { Actor } from '#platform/tenancy'
import { isVisible } from '../access.ts'
import { fileJson } from '../files/queries.ts'
import type { ScheduledMessage } from './contract.ts'

/** Of the row `scheduled_message`, for its author. */
export function scheduledColumns(author: Actor) {
  return sql`id, room_id, thread_id, text, urgent, send_at, created_at, problem,
    (select name from room where room.org_id = scheduled_message.org_id and room.id = scheduled_message.room_id and ${isVisible(author)}) as room_name,
    (select coalesce(json_agg(${fileJson} order by position), '[]') from message_file file
      where file.org_id = scheduled_message.org_id and file.scheduled_id = scheduled_message.id) as files`
}

/** One's own. Throws scheduled_message_not_found. */
export async function getScheduled(db: Db, actor: Actor, id: string): Promise<ScheduledMessage> {
  const { rows } = await sql<ScheduledMessage>`
    select ${scheduledColumns(actor)} from scheduled_message where org_id = (select current_org()) and id = ${id} and user_id = ${actor.id}
  `.execute(db)
  if (!rows[0]) throw notFound('scheduled_message', id)
  return rows[0]
}

/** One's own, the next one first. */
export async function listScheduled(db: Db, actor: Actor, { limit, after }: { limit: number; after?: CursorValue[] }): Promise<ScheduledMessage[]> {
  const beyond = after ? sql`(send_at, id) > (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`true`
  const { rows } = await sql<ScheduledMessage>`
    select ${scheduledColumns(actor)} from scheduled_message
    where org_id = (select current_org()) and user_id = ${actor.id} and ${beyond} order by send_at, id limit ${limit}
  `.execute(db)
  return rows
}
