import { sql } from 'kysely'
import { listMessageHeads } from '#modules/rooms'
import { notFound } from '#platform/errors'
import type { Db } from '#platform/db/kysely'
import type { CursorValue } from '#platform/pages'
import type { Actor } from '#platform/tenancy'
import type { Reminder } from './contract.ts'

interface Listing {
  message_id?: string
  limit: number
  after?: CursorValue[]
}

/** One's own: those that are due first, in their order of time. */
export async function listReminders(db: Db, actor: Actor, { message_id, limit, after }: Listing): Promise<Reminder[]> {
  const beyond = after ? sql`(remind_at, id) > (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`true`
  const ofMessage = message_id === undefined ? sql`true` : sql`message_id = ${message_id}`
  const { rows } = await sql<Stored>`
    select ${columns} from reminder
    where org_id = (select current_org()) and user_id = ${actor.id} and ${ofMessage} and ${beyond} order by remind_at, id limit ${limit}
  `.execute(db)
  return show(db, actor, rows)
}

/** Throws reminder_not_found, also for somebody else's. */
export async function getReminder(db: Db, actor: Actor, id: string): Promise<Reminder> {
  const { rows } = await sql<Stored>`
    select ${columns} from reminder where org_id = (select current_org()) and id = ${id} and user_id = ${actor.id}
  `.execute(db)
  const [reminder] = await show(db, actor, rows)
  if (!reminder) throw notFound('reminder', id)
  return reminder
}

/** Those of a message that say something of their own, whoever's they are. */
export async function listWordedReminders(db: Db, messageId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from reminder where org_id = (select current_org()) and message_id = ${messageId} and text <> ''
  `.execute(db)
  return rows.map(({ id }) => id)
}

type Stored = Omit<Reminder, 'message'> & { message_id: string | null }

const columns = sql`id, message_id, text, remind_at, repeat_rule, told_at, created_at`

async function show(db: Db, actor: Actor, stored: Stored[]): Promise<Reminder[]> {
  const ids = stored.flatMap(({ message_id }) => message_id ?? [])
  const heads = ids.length === 0 ? new Map() : await listMessageHeads(db, actor, ids)
  return stored.map(({ message_id, ...reminder }) => ({ ...reminder, message: heads.get(message_id!) ?? null }))
}
