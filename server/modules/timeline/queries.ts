// Reads of the timeline: first the page, on one index that has all that is filtered by; then what belongs to each row.

import { sql, type RawBuilder } from 'kysely'
import { notFound } from '#platform/errors'
import type { Db } from '#platform/db/kysely'
import type { CursorValue } from '#platform/pages'
import { showHtml } from './bodies/html.ts'
import { renderMarkdown } from './notes/markdown.ts'
import type { Attachment, Interaction, InteractionBody, KindCounts, TimelineEntry, TimelineQuery } from './contract.ts'

/** Whose timeline: of a contact, of a company, or of the whole organization. */
export type Whose = { contact_id: string } | { company_id: string } | 'organization'

export type TimelineFilters = Pick<TimelineQuery, 'kind' | 'direction' | 'has_attachments' | 'occurred_from' | 'occurred_to'>

interface Listing {
  whose: Whose
  filters: TimelineFilters
  limit: number
  /** occurred_at and id of the last entry before. */
  after?: CursorValue[]
}

/**
 * A timeline, newest first. Someone who is in a mail twice (From and Cc, or by two addresses) still has it once, and so
 * has a company of which several take part.
 */
export async function listTimeline(db: Db, listing: Listing): Promise<TimelineEntry[]> {
  const { rows } = await sql<TimelineEntry>`
    with listed as materialized (${selectPage(listing)})
    select ${entryColumns}
    from listed join interaction i on i.org_id = (select current_org()) and i.id = listed.id
    order by listed.occurred_at desc, i.id desc
  `.execute(db)
  return rows
}

/** SQL for the `occurred_at` and `id` of a page. */
export function selectPage(listing: Listing): RawBuilder<unknown> {
  return listing.whose === 'organization' ? ofAll(listing) : ofPeople(listing)
}

function ofPeople({ whose, filters, limit, after }: Listing): RawBuilder<unknown> {
  return sql`
    select distinct occurred_at, interaction_id as id from participant
    where ${conditions([...ofWhom(whose), sql`not hidden`, ...kindIn(filters), ...chosen(filters), ...beyond(after, sql`interaction_id`)])}
    order by occurred_at desc, interaction_id desc limit ${limit}`
}

function ofAll({ filters, limit, after }: Listing): RawBuilder<unknown> {
  const page = (kind: RawBuilder<unknown>[]) => sql`
    select occurred_at, id from interaction
    where ${conditions([sql`deleted_at is null`, ...kind, ...chosen(filters), ...beyond(after, sql`id`)])}
    order by occurred_at desc, id desc limit ${limit}`
  if (!filters.kind) return page([])
  // Of each kind by itself: the index has their order, and one of several kinds may be rare.
  return sql`
    select page.* from unnest(${[...new Set(filters.kind)]}::text[]) as wanted
    cross join lateral (${page([sql`kind = wanted`])}) page
    order by occurred_at desc, id desc limit ${limit}`
}

function conditions(given: RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql.join([sql`org_id = (select current_org())`, ...given], sql` and `)
}

function ofWhom(whose: Whose): RawBuilder<unknown>[] {
  if (whose === 'organization') return []
  return 'contact_id' in whose ? [sql`contact_id = ${whose.contact_id}`] : [sql`company_id = ${whose.company_id}`]
}

function kindIn({ kind }: TimelineFilters): RawBuilder<unknown>[] {
  return kind ? [sql`kind = any(${kind}::text[])`] : []
}

function chosen({ direction, has_attachments, occurred_from, occurred_to }: TimelineFilters): RawBuilder<unknown>[] {
  return [
    ...(direction === undefined ? [] : [sql`direction = ${direction}`]),
    ...(has_attachments === undefined ? [] : [sql`has_attachments = ${has_attachments}`]),
    ...(occurred_from === undefined ? [] : [sql`occurred_at >= ${occurred_from}::timestamptz`]),
    ...(occurred_to === undefined ? [] : [sql`occurred_at < ${occurred_to}::timestamptz`]),
  ]
}

function beyond(after: CursorValue[] | undefined, id: RawBuilder<unknown>): RawBuilder<unknown>[] {
  return after ? [sql`(occurred_at, ${id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)`] : []
}

/** What a list shows of the interaction `i`. */
const entryColumns = sql.raw(`
  i.id, i.kind, i.direction, i.subject, i.snippet, i.occurred_at, i.ends_at, i.all_day, i.location, i.status, i.source,
  case when i.source = 'room' then i.source_id end as message_id, i.thread_id, i.has_attachments, i.pinned_at is not null as pinned, i.created_by, i.created_at, i.updated_at, i.deleted_at,
  coalesce((
    select json_agg(json_build_object('role', role, 'address', address, 'name', name, 'contact_id', contact_ids->>0,
        'contact_ids', contact_ids, 'company_id', company_id)
      order by array_position('{organizer,from,attendee,to,cc,bcc,about,mentioned}', role), address, contact_ids->>0, company_id)
    from (
      select role, address, max(name) as name, (array_agg(company_id order by contact_id))[1] as company_id,
        coalesce(json_agg(contact_id order by contact_id) filter (where contact_id is not null), '[]') as contact_ids
      from participant where org_id = i.org_id and interaction_id = i.id
      group by role, address, case when address is null then coalesce(contact_id, company_id) end
    ) someone), '[]') as participants`)

/** At most so many are counted, which takes some milliseconds. */
const mostCounted = 10_000

/** How many interactions of each kind a timeline has, the most frequent first. */
export async function countKinds(db: Db, whose: Whose): Promise<KindCounts> {
  const counted = whose === 'organization' ? countsOfAll : countsOfPeople(whose)
  const { rows } = await sql<{ kind: string; count: number; complete: boolean }>`
    ${counted} order by count desc, kind
  `.execute(db)
  return { data: rows.map(({ kind, count }) => ({ kind, count })), complete: rows.every(({ complete }) => complete) }
}

// Kind by kind along the index; each up to the limit.
const countsOfAll = sql`
  with recursive found as (
    select min(kind) as kind from interaction where org_id = (select current_org()) and deleted_at is null
    union all
    select (select min(kind) from interaction i where org_id = (select current_org()) and deleted_at is null and i.kind > found.kind)
    from found where kind is not null
  )
  select kind, count::int, count < ${mostCounted} as complete from found
  cross join lateral (
    select count(*) from (
      select from interaction i
      where org_id = (select current_org()) and deleted_at is null and i.kind = found.kind limit ${mostCounted}
    ) few
  ) counted
  where kind is not null`

function countsOfPeople(whose: Whose) {
  return sql`
    with newest as materialized (
      select kind, interaction_id from participant where ${conditions([...ofWhom(whose), sql`not hidden`])}
      order by occurred_at desc, interaction_id desc limit ${2 * mostCounted}
    )
    select kind, count(distinct interaction_id)::int as count, (select count(*) from newest) < ${2 * mostCounted} as complete
    from newest group by kind`
}

type StoredBody = Pick<InteractionBody, 'text' | 'truncated'> & { quoted_at: number | null; html: string | null }

/** The whole interaction, deleted or not. Throws not_found. */
export async function getInteraction(
  db: Db,
  id: string,
  { load_remote = false }: { load_remote?: boolean } = {},
): Promise<Interaction> {
  const { rows } = await sql<TimelineEntry & { body: StoredBody | null; stored: StoredAttachment[]; thread_count: number }>`
    select ${entryColumns},
      (select row_to_json(body) from (
        select text, quoted_at, html, truncated from interaction_body
        where org_id = i.org_id and interaction_id = i.id
      ) body) as body,
      coalesce((
        select json_agg(json_build_object('id', id, 'name', name, 'type', type, 'size', size, 'embedded', embedded,
            'left_out', left_out, 'cid', cid) order by position)
        from attachment where org_id = i.org_id and interaction_id = i.id), '[]') as stored,
      (select count(*)::int from interaction other
        where other.org_id = i.org_id and other.thread_id = i.thread_id and other.deleted_at is null) as thread_count
    from interaction i where i.org_id = (select current_org()) and i.id = ${id}
  `.execute(db)
  if (!rows[0]) throw notFound('interaction', id)
  const { body, stored, thread_count, ...entry } = rows[0]
  return {
    ...entry,
    body: body && (entry.kind === 'note' ? showNote(body) : showBody(body, stored, load_remote)),
    attachments: stored.map(({ cid: _, ...attachment }) => ({ ...attachment, url: attachment.left_out ? null : urlOf(attachment.id) })),
    thread: { id: entry.thread_id, count: thread_count },
  }
}

type StoredAttachment = Omit<Attachment, 'url'> & { cid: string | null }

function showBody({ text, quoted_at, html, truncated }: StoredBody, stored: StoredAttachment[], loadRemote: boolean): InteractionBody {
  const pictures = stored.flatMap(({ cid, id, left_out }): [string, string][] => (cid && !left_out ? [[cid, `${urlOf(id)}?inline=true`]] : []))
  const shown = html === null ? { html, remote_images: 0 } : showHtml(html, { embedded: new Map(pictures), load_remote: loadRemote })
  return { text, quoted: text !== null && quoted_at !== null ? text.slice(quoted_at) : null, ...shown, truncated }
}

function showNote({ text, truncated }: StoredBody): InteractionBody {
  return { text, quoted: null, html: renderMarkdown(text ?? ''), remote_images: 0, truncated }
}

function urlOf(attachmentId: string): string {
  return `/api/v1/attachments/${attachmentId}`
}

/** What belongs to a thread, in the order in which it happened. `after` are occurred_at and id of the last one before. */
export async function listThread(
  db: Db,
  { thread_id, limit, after }: { thread_id: string; limit: number; after?: CursorValue[] },
): Promise<TimelineEntry[]> {
  const [occurredAt, id] = after ?? [null, null]
  const beyond = after ? sql`and (i.occurred_at, i.id) > (${occurredAt}::timestamptz, ${id}::uuid)` : sql``
  const { rows } = await sql<TimelineEntry>`
    select ${entryColumns} from interaction i
    where i.org_id = (select current_org()) and i.thread_id = ${thread_id} and i.deleted_at is null ${beyond}
    order by i.occurred_at, i.id limit ${limit}
  `.execute(db)
  return rows
}
