// What each step of an import has changed: kept for IMPORT_RETENTION_DAYS, so that the import can be undone.

import { sql } from 'kysely'
import type { StoredContacts } from '#modules/contacts'
import type { Image } from '#modules/timeline'
import type { Tx } from '#platform/db/kysely'
import type { Revision } from './calendar-revisions.ts'

export interface Change extends StoredContacts {
  /** Ids of interactions that were made. */
  interactions: string[]
  /** What was changed or removed, as it was. */
  meetings?: Image[]
  revisions?: Revision[]
}

export interface RecordedChange extends Required<Change> {
  position: number
  made_at: string
}

export const noContacts: StoredContacts = { created: [], changed: [], companies: [], tags: [] }

/** Keeps what a step has done, if it did anything. */
export async function recordChange(tx: Tx, importId: string, position: number, change: Change) {
  const { created, changed, companies, tags, interactions, meetings = [], revisions = [] } = change
  if ([created, changed, companies, tags, interactions, meetings, revisions].every(({ length }) => length === 0)) return
  await sql`
    insert into import_change (org_id, import_id, position, made_at, created, changed, companies, tags, interactions, meetings, revisions)
    values (current_org(), ${importId}, ${position}, now(), ${created}::uuid[], ${JSON.stringify(changed)},
      ${companies}::uuid[], ${tags}::uuid[], ${interactions}::uuid[], ${JSON.stringify(meetings)}, ${JSON.stringify(revisions)})
  `.execute(tx)
}

/** The last step that has not been undone. */
export async function findLastChange(tx: Tx, importId: string): Promise<RecordedChange | undefined> {
  const { rows } = await sql<RecordedChange>`
    select position, made_at::text, created, changed, companies, tags, interactions, meetings, revisions from import_change
    where org_id = (select current_org()) and import_id = ${importId} order by position desc limit 1
  `.execute(tx)
  return rows[0]
}

export async function removeChange(tx: Tx, importId: string, position: number) {
  await sql`
    delete from import_change where org_id = (select current_org()) and import_id = ${importId} and position = ${position}
  `.execute(tx)
}

/** Those of these contacts that this import was the last to touch: a row that is one of them repeats an earlier row. */
export async function wasMadeBy(tx: Tx, importId: string, contactIds: string[]): Promise<Set<string>> {
  if (contactIds.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`
    select id from contact
    where org_id = (select current_org()) and id = any(${contactIds}::uuid[]) and updated_at = any (array(
      select made_at from import_change where org_id = (select current_org()) and import_id = ${importId}
    ))
  `.execute(tx)
  return new Set(rows.map(({ id }) => id))
}
