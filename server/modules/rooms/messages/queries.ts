import { sql, type RawBuilder } from 'kysely'
import { invalid, notFound } from '#platform/errors'
import { runPrepared, type Db } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { isVisible } from '../access.ts'
import type { Message, MessagePage, MessageQuery } from './contract.ts'
import { renderMessage } from './markdown.ts'
import { fileJson } from '../files/queries.ts'

/** Who wrote the message of this name in SQL, as JSON. */
export function authorOf(message: string): RawBuilder<unknown> {
  return sql.raw(`json_build_object('kind', ${message}.author_kind, 'id', ${message}.author_id,
    'name', coalesce(${message}.author_name, case ${message}.author_kind
      when 'user' then coalesce(
        (select name from "user" where id = ${message}.author_id),
        (select name from former_member where org_id = ${message}.org_id and user_id = ${message}.author_id))
      when 'api_key' then (select name from api_key where org_id = ${message}.org_id and id = ${message}.author_id)
    end))`)
}

export type StoredMessage = Omit<Message, 'html'>

const filesOf = sql`case when message.deleted_at is null then coalesce((
    select json_agg(${fileJson} order by position) from message_file file where org_id = message.org_id and message_id = message.id
  ), '[]') else '[]' end`

/** Of `message`; what it says of a deleted one is nobody's to read. */
export const messageColumns = sql`
  message.id, message.room_id, message.thread_id, message.seq, ${authorOf('message')} as author, message.client_id,
  case when message.deleted_at is null then message.text else '' end as text,
  case when message.deleted_at is null then message.snippet else '' end as snippet,
  json_build_object(
    'user_ids', coalesce((
      select json_agg(user_id order by user_id) from message_mention where org_id = message.org_id and message_id = message.id), '[]'),
    'room', message.mentions_room and message.deleted_at is null
  ) as mentions,
  coalesce((
    select json_agg(json_build_object('emoji', emoji, 'user_ids', user_ids) order by first)
    from (
      select emoji, json_agg(user_id order by created_at) as user_ids, min(created_at) as first from reaction
      where org_id = message.org_id and message_id = message.id group by emoji
    ) reaction
  ), '[]') as reactions,
  ${filesOf} as files,
  case when message.deleted_at is null then message.previews else '[]' end as previews,
  case when message.urgent_until is not null and message.deleted_at is null then (
    select json_build_object('until', rfc3339(message.urgent_until), 'acknowledgements',
      json_agg(json_build_object('user_id', user_id, 'acknowledged_at', rfc3339(acknowledged_at)) order by user_id))
    from acknowledgement where org_id = message.org_id and message_id = message.id
  ) end as urgent,
  (
    select json_build_object('reply_count', reply_count, 'last_reply_at', rfc3339(last_reply_at), 'author_ids', author_ids)
    from thread where org_id = message.org_id and id = message.id and last_seq > 0
  ) as thread,
  message.pinned_at, message.created_at, message.edited_at, message.deleted_at`

export function show(message: StoredMessage): Message {
  return { ...message, html: renderMessage(message.text) }
}

/** Whoever may see it. */
export async function getMessage(db: Db, id: string): Promise<Message> {
  const { rows } = await sql<StoredMessage>`
    select ${messageColumns} from message where org_id = (select current_org()) and id = ${id}
  `.execute(db)
  return show(rows[0]!)
}

/** Those of these that are there, by id. */
export async function getMessages(db: Db, ids: string[]): Promise<Map<string, Message>> {
  const { rows } = await sql<StoredMessage>`
    select ${messageColumns} from message where org_id = (select current_org()) and id = any(${ids}::uuid[])
  `.execute(db)
  return new Map(rows.map((message) => [message.id, show(message)]))
}

/** Throws message_not_found, also where its room is not to be seen. */
export async function getVisibleMessage(db: Db, actor: Actor, id: string): Promise<Message> {
  const { rows } = await sql<StoredMessage>`
    select ${messageColumns} from message join room on room.org_id = message.org_id and room.id = message.room_id
    where message.org_id = (select current_org()) and message.id = ${id} and ${isVisible(actor)}
  `.execute(db)
  if (!rows[0]) throw notFound('message', id)
  return show(rows[0])
}

/** What somebody has sent with this id already, as far as they see it. */
export async function findSent(db: Db, actor: Actor, clientId: string): Promise<Message | undefined> {
  const { rows } = await sql<StoredMessage>`
    select ${messageColumns} from message join room on room.org_id = message.org_id and room.id = message.room_id
    where message.org_id = (select current_org()) and author_id = ${actor.id} and client_id = ${clientId} and ${isVisible(actor)}
  `.execute(db)
  return rows[0] && show(rows[0])
}

/** The messages of a room, or the answers in a thread. */
export type Place = { room_id: string } | { thread_id: string }

function isIn(place: Place): RawBuilder<unknown> {
  return 'thread_id' in place ? sql`thread_id = ${place.thread_id}` : sql`room_id = ${place.room_id} and thread_id is null`
}

/** A page of them, in either direction from anywhere. Throws invalid, and not_found where `around` is not there. */
export async function listMessages(db: Db, place: Place, { limit, ...where }: MessageQuery): Promise<MessagePage> {
  if (Object.values(where).filter((value) => value !== undefined).length > 1) throw invalid('Give one of before, after, around and at, not several.')
  const { seq, earlier, later } = await locate(db, place, { limit, ...where })
  // One more on each side says whether there are more.
  const side = (condition: RawBuilder<unknown>, count: number) => sql`(
    select id, seq from message
    where org_id = (select current_org()) and ${isIn(place)} and ${condition} limit ${count + 1}
  )`
  // To plan it takes as long as to run it (1 ms each), and the plan for any place is the same.
  const rows = await runPrepared(db, 'thread_id' in place ? 'rooms.replies' : 'rooms.messages', sql<StoredMessage>`
    with listed as materialized (
      ${side(sql`seq <= ${seq} order by seq desc`, earlier)} union all ${side(sql`seq > ${seq} order by seq`, later)}
    )
    select ${messageColumns} from listed join message on message.org_id = (select current_org()) and message.id = listed.id
    order by message.seq
  `)
  const split = rows.findIndex((row) => row.seq > seq)
  const [before, after] = split < 0 ? [rows, []] : [rows.slice(0, split), rows.slice(split)]
  const more = { before: before.length > earlier, after: after.length > later }
  const data = [...(earlier === 0 ? [] : before.slice(-earlier)), ...after.slice(0, later)]
  return {
    data: data.map(show),
    before: more.before ? (data[0]?.seq ?? Math.min(seq + 1, last)) : null,
    after: more.after ? (data.at(-1)?.seq ?? seq) : null,
  }
}

/** From which number how many are wanted on each side; it belongs to the earlier ones. */
async function locate(db: Db, place: Place, { limit, before, after, around, at }: MessageQuery): Promise<{ seq: number; earlier: number; later: number }> {
  if (before !== undefined) return { seq: Math.max(before - 1, 0), earlier: limit, later: 0 }
  if (after !== undefined) return { seq: after, earlier: 0, later: limit }
  const middle = { earlier: Math.ceil(limit / 2), later: Math.floor(limit / 2) }
  if (around !== undefined) return { seq: await findNumber(db, place, around), ...middle }
  if (at === undefined) return { seq: last, earlier: limit, later: 0 }
  const { rows } = await sql<{ seq: number }>`
    select seq from message where org_id = (select current_org()) and ${isIn(place)} and created_at >= ${at}::timestamptz
    order by created_at, seq limit 1
  `.execute(db)
  return { seq: rows[0]?.seq ?? last, ...middle }
}

const last = 2_147_483_647

async function findNumber(db: Db, place: Place, message: string): Promise<number> {
  if (/^\d+$/.test(message)) return Number(message)
  const { rows } = await sql<{ seq: number }>`
    select seq from message where org_id = (select current_org()) and id = ${message} and ${isIn(place)}
  `.execute(db)
  if (!rows[0]) throw notFound('message', message)
  return rows[0].seq
}
