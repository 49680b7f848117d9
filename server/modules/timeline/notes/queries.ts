import { sql } from 'kysely'
import { invalid, notFound } from '#platform/errors'
import type { Db } from '#platform/db/kysely'
import type { CursorValue } from '#platform/pages'
import { selectPage, type Whose } from '../queries.ts'
import type { Note, NoteQuery } from './contract.ts'
import { renderMarkdown } from './markdown.ts'

type StoredNote = Omit<Note, 'html'>

/** The note, deleted or not. Throws not_found. */
export async function getNote(db: Db, id: string): Promise<Note> {
  const { rows } = await sql<StoredNote>`
    select ${columns} from interaction i where i.org_id = (select current_org()) and i.id = ${id} and i.kind = 'note'
  `.execute(db)
  if (!rows[0]) throw notFound('note', id)
  return show(rows[0])
}

interface Listing {
  query: Pick<NoteQuery, 'contact_id' | 'company_id' | 'pinned'>
  limit: number
  /** created_at and id of the last note before. */
  after?: CursorValue[]
}

/** Newest first. */
export async function listNotes(db: Db, { query, limit, after }: Listing): Promise<Note[]> {
  const listed = query.pinned
    ? selectPinned({ query, limit, after })
    : selectPage({ whose: whoseNotes(query), filters: { kind: ['note'] }, limit, after })
  const { rows } = await sql<StoredNote>`
    with listed as materialized (${listed})
    select ${columns} from listed join interaction i on i.org_id = (select current_org()) and i.id = listed.id
    order by listed.occurred_at desc, i.id desc
  `.execute(db)
  return rows.map(show)
}

function whoseNotes({ contact_id, company_id }: Listing['query']): Whose {
  if (contact_id !== undefined && company_id !== undefined) throw invalid('Give a contact or a company, not both.')
  if (contact_id !== undefined) return { contact_id }
  return company_id === undefined ? 'organization' : { company_id }
}

function selectPinned({ query, limit, after }: Listing) {
  const whose = whoseNotes(query)
  const theirs = whose === 'organization' ? sql`true` : sql`exists (
    select from participant p where p.org_id = (select current_org()) and p.interaction_id = interaction.id
      and ${'contact_id' in whose ? sql`p.contact_id = ${whose.contact_id}` : sql`p.company_id = ${whose.company_id}`}
  )`
  const beyond = after ? sql`(occurred_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`true`
  return sql`
    select occurred_at, id from interaction
    where org_id = (select current_org()) and kind = 'note' and pinned_at is not null and deleted_at is null
      and ${theirs} and ${beyond}
    order by occurred_at desc, id desc limit ${limit}`
}

// With `is not null` among the conditions the planner takes the index of timelines, and reads all of it.
const people = (column: string, role: string, only = `${column} is not null`) => `coalesce((
    select json_agg(${column} order by ${column}) filter (where ${only}) from participant
    where org_id = i.org_id and interaction_id = i.id and role = '${role}'
  ), '[]')`

const columns = sql.raw(`
  i.id, (select text from interaction_body where org_id = i.org_id and interaction_id = i.id) as text,
  ${people('contact_id', 'about')} as contact_ids, ${people('company_id', 'about', 'company_id is not null and contact_id is null')} as company_ids,
  ${people('contact_id', 'mentioned')} as mentioned_ids,
  i.pinned_at is not null as pinned, i.created_by, i.occurred_at as created_at, i.updated_at, i.deleted_at`)

function show(note: StoredNote): Note {
  return { ...note, html: renderMarkdown(note.text) }
}
