// How long what is said is kept. Each message goes by its own age, or some time after it was deleted, for good: with its files, its earlier
// texts, and what the event log has of it. Pinned ones stay. What begins a thread with answers that stay is emptied, and goes with the last of them.

import { sql, type RawBuilder } from 'kysely'
import { allow } from '#platform/errors'
import { publish } from '#platform/events'
import { enqueue } from '#platform/jobs'
import type { Db, Tx } from '#platform/db/kysely'
import type { Actor, Tenancy } from '#platform/tenancy'
import type { RoomRetention } from './contract.ts'
import type { RemovedFiles } from './files/actions.ts'
import { hideMentions } from './messages/contacts.ts'
import { canSetRetention } from './policy.ts'
import { lockMessages, removeMessages, tellRefreshed } from './refreshing.ts'

/** Of the organization. */
export async function getRetention(db: Db): Promise<RoomRetention> {
  const { rows } = await sql<RoomRetention>`select days from room_retention where org_id = (select current_org())`.execute(db)
  return rows[0] ?? { days: null }
}

/** For all rooms that have no other. Throws forbidden. */
export async function setRetention(tx: Tx, actor: Actor, { days }: RoomRetention): Promise<RoomRetention> {
  allow(canSetRetention(actor), 'Admins say how long messages are kept.')
  await sql`
    insert into room_retention (org_id, days) values (current_org(), ${days}) on conflict (org_id) do update set days = excluded.days
  `.execute(tx)
  await publish(tx, actor, { type: 'retention.updated', subject: `organization:${actor.org_id}`, data: { days } })
  return { days }
}

export interface ExpiringRoom {
  org_id: string
  room_id: string
  /** How long what was deleted can be brought back. */
  deleted_days: number
}

const batchSize = 500

export async function expireRoom({ transact }: Tenancy, { org_id, room_id, deleted_days }: ExpiringRoom, signal: AbortSignal) {
  const actor: Actor = { org_id, kind: 'system', id: org_id, role: 'owner' }
  for (let more = true; more && !signal.aborted;) more = await transact(actor, (tx) => expireSome(tx, actor, { room_id, deleted_days }))
}

/** Whether there is more. */
async function expireSome(tx: Tx, actor: Actor, { room_id, deleted_days }: Omit<ExpiringRoom, 'org_id'>): Promise<boolean> {
  const { rows: [limits] } = await sql<Limits>`
    select coalesce((now() - make_interval(days => kept_days(room)))::text, '-infinity') as said_before,
      (now() - make_interval(days => ${deleted_days}))::text as deleted_before
    from room where org_id = (select current_org()) and id = ${room_id} for no key update
  `.execute(tx)
  if (!limits) return false
  const { said_before, deleted_before } = limits
  const old = await listExpired(tx, sql`room_id = ${room_id} and created_at < ${said_before}::timestamptz and pinned_at is null`, limits)
  const deleted = await listExpired(tx, sql`room_id = ${room_id} and deleted_at < ${deleted_before}::timestamptz`, limits)
  const ids = [...new Set([...old, ...deleted].map(({ id }) => id))]
  await lockMessages(tx, ids)
  const rows = await listExpired(tx, sql`id = any(${ids}::uuid[]) and ${isOver('message', limits)}`, limits)
  const answered = rows.filter(({ is_answered }) => is_answered).map(({ id }) => id)
  await emptyMessages(tx, actor, answered)
  await removeMessages(tx, actor, { room_id, ids: rows.filter(({ is_answered }) => !is_answered).map(({ id }) => id) })
  if (answered.length === rows.length && rows.length > 0) await tellRefreshed(tx, actor, room_id)
  return old.length === batchSize || deleted.length === batchSize
}

interface Limits {
  said_before: string
  deleted_before: string
}

function isOver(message: string, { said_before, deleted_before }: Limits): RawBuilder<boolean> {
  const of = (column: string) => sql.ref(`${message}.${column}`)
  return sql`(${of('created_at')} < ${said_before}::timestamptz and ${of('pinned_at')} is null or coalesce(${of('deleted_at')} < ${deleted_before}::timestamptz, false))`
}

/** Each with whether an answer to it stays. */
async function listExpired(tx: Tx, which: RawBuilder<unknown>, limits: Limits): Promise<{ id: string; is_answered: boolean }[]> {
  const { rows } = await sql<{ id: string; is_answered: boolean }>`
    select id, is_answered from message cross join lateral (
      select exists (
        select from message answer where answer.org_id = message.org_id and answer.thread_id = message.id and not ${isOver('answer', limits)}
      ) as is_answered
    ) thread
    where org_id = (select current_org()) and ${which} and not (is_answered and author_kind = 'system')
    order by created_at, seq limit ${batchSize}
  `.execute(tx)
  return rows
}

/** They stay in their places, without what was said and by whom. */
async function emptyMessages(tx: Tx, actor: Actor, ids: string[]) {
  if (ids.length === 0) return
  await hideMentions(tx, actor, ids)
  await sql`select forget_messages(${ids}::uuid[])`.execute(tx)
  const { rows: files } = await sql<{ id: string }>`
    delete from message_file where org_id = (select current_org()) and message_id = any(${ids}::uuid[]) returning id
  `.execute(tx)
  if (files.length > 0) await enqueue(tx, 'rooms.remove_files', { org_id: actor.org_id, files: files.map(({ id }) => id) } as RemovedFiles)
  for (const table of ['message_edit', 'message_mention', 'reaction', 'bookmark']) {
    await sql`delete from ${sql.table(table)} where org_id = (select current_org()) and message_id = any(${ids}::uuid[])`.execute(tx)
  }
  await sql`
    update message set text = '', snippet = '', author_kind = 'system', author_id = null, author_name = null, client_id = null, mentions_room = false,
      previews = '[]', edited_at = null, deleted_at = coalesce(deleted_at, now())
    where org_id = (select current_org()) and id = any(${ids}::uuid[])
  `.execute(tx)
}
