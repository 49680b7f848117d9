import { sql } from 'kysely'
import { notFound } from '#platform/errors'
import type { Db } from '#platform/db/kysely'
import type { CursorValue } from '#platform/pages'
import type { Actor } from '#platform/tenancy'
import type { ScheduledMessage } from './contract.ts'

export const scheduledColumns = sql`id, room_id, thread_id, text, send_at, created_at, problem`

/** One's own. Throws scheduled_message_not_found. */
export async function getScheduled(db: Db, { id: userId }: Actor, id: string): Promise<ScheduledMessage> {
  const { rows } = await sql<ScheduledMessage>`
    select ${scheduledColumns} from scheduled_message where org_id = (select current_org()) and id = ${id} and user_id = ${userId}
  `.execute(db)
  if (!rows[0]) throw notFound('scheduled_message', id)
  return rows[0]
}

/** One's own, the next one first. */
export async function listScheduled(db: Db, { id: userId }: Actor, { limit, after }: { limit: number; after?: CursorValue[] }): Promise<ScheduledMessage[]> {
  const beyond = after ? sql`(send_at, id) > (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`true`
  const { rows } = await sql<ScheduledMessage>`
    select ${scheduledColumns} from scheduled_message
    where org_id = (select current_org()) and user_id = ${userId} and ${beyond} order by send_at, id limit ${limit}
  `.execute(db)
  return rows
}
