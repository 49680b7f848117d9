// Messages by their words and by what else is known of them, in the rooms that somebody sees; what was written a second ago as well.

import { sql, type RawBuilder } from 'kysely'
import { cutExcerpt, findMarks, readQuery, splitWords } from '#modules/search'
import { invalid } from '#platform/errors'
import type { Db } from '#platform/db/kysely'
import type { CursorValue } from '#platform/pages'
import type { FindingSource } from '#platform/search-sources'
import type { Actor } from '#platform/tenancy'
import { isVisible } from '../access.ts'
import type { FoundMessage } from './contract.ts'
import { plainText } from './markdown.ts'
import { getMessages } from './queries.ts'

const kinds = ['file', 'image', 'link', 'reaction', 'thread', 'pin']

interface Search {
  q: string
  limit: number
  /** Time and id of the last one before. */
  after?: CursorValue[]
}

/** The newest first. Throws invalid for a filter that means nothing. */
export async function searchMessages(db: Db, actor: Actor, { q, limit, after }: Search): Promise<FoundMessage[]> {
  const asked = readQuery(q)
  const unknown = asked.has.find((kind) => !kinds.includes(kind.toLowerCase()))
  if (unknown !== undefined) throw invalid(`has:${unknown} is not known: it is one of ${kinds.join(', ')}.`)
  const since = asked.after.map((day) => dayOf(day, 1)).toSorted().at(-1) ?? '-infinity'
  const until = asked.before.map((day) => dayOf(day, 0)).toSorted()[0] ?? 'infinity'
  const [at, id] = after ?? ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff']
  const { rows } = await sql<{ ids: string[] }>`
    select search_messages(${asked.words}, array(${visibleRooms(actor, asked.in)}), ${authors(actor, asked.from)}, ${asked.has.map((kind) => kind.toLowerCase())}::text[],
      ${since}::timestamptz, ${until}::timestamptz, ${at}::timestamptz, ${id}::uuid, ${limit}::int) as ids
  `.execute(db)
  const { ids } = rows[0]!
  const messages = await getMessages(db, ids)
  const words = splitWords(asked.words)
  return ids.flatMap((each) => {
    const message = messages.get(each)
    if (!message) return []
    const excerpt = cutExcerpt(plainText(message.text), words)
    return [{ message, excerpt, excerpt_marks: findMarks(excerpt, words) }]
  })
}

/** Beside what else is found. */
export const messageSearch: FindingSource = {
  kinds: ['message'],
  async find(db, actor, asked) {
    const found = await searchMessages(db, actor, asked)
    const names = await nameRooms(db, actor, found.map(({ message }) => message.room_id))
    return found.map(({ message: { id, room_id, thread_id, author, text, created_at } }) => ({
      id, room_id, thread_id, title: author.name ?? '', subtitle: names.get(room_id) ?? null, text: plainText(text), photo_url: null, at: created_at, contact_id: null,
    }))
  },
}

/** `#general`, the task that is commented on, or with whom one talks there. */
async function nameRooms(db: Db, actor: Actor, ids: string[]): Promise<Map<string, string | null>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string | null }>`
    select id, case kind when 'channel' then '#' || name when 'task' then name else (
      select string_agg("user".name, ', ' order by "user".name) from room_member join "user" on "user".id = user_id
      where org_id = room.org_id and room_id = room.id and user_id <> ${actor.id}) end as name
    from room where org_id = (select current_org()) and id = any(${ids}::uuid[])
  `.execute(db)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Of several rooms that are named, any; of none, all. A name is in any case, with or without #. */
function visibleRooms(actor: Actor, named: string[]): RawBuilder<unknown> {
  const names = named.map((name) => name.replace(/^#/, '').toLowerCase())
  const chosen = names.length === 0 ? sql`true` : sql`(match_name = any(${names}::text[]) or id::text = any(${names}::text[]))`
  return sql`select id from room where org_id = (select current_org()) and ${isVisible(actor)} and ${chosen}`
}

/** By address, name or id; `me`. Who is not known has written nothing. */
function authors(actor: Actor, named: string[]): RawBuilder<unknown> {
  if (named.length === 0) return sql`null::uuid[]`
  const names = named.map((name) => (name.toLowerCase() === 'me' ? actor.id : name.replace(/^@/, '').toLowerCase()))
  return sql`array(
    select "user".id from "user" join member on member.user_id = "user".id
    where org_id = (select current_org()) and (email = any(${names}::text[]) or lower(name) = any(${names}::text[]) or "user".id::text = any(${names}::text[]))
    union select user_id from former_member where org_id = (select current_org()) and lower(name) = any(${names}::text[])
  )`
}

/** A year has four digits. */
const lastMoment = Date.UTC(9999, 11, 31)

/** Midnight (UTC) of a day, or of one later. */
function dayOf(day: string, later: 0 | 1): string {
  const time = /^(?!0000)\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN
  // There is no 31 February, of which it makes 3 March.
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(day)) throw invalid(`“${day}” is not a day: write it as 2026-03-31.`)
  const next = time + later * 86_400_000
  return next > lastMoment ? 'infinity' : new Date(next).toISOString()
}
