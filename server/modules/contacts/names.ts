// Companies, tags and labels are recognized by their names, in any case. PostgreSQL's lower() decides, not JavaScript's.

import { sql } from 'kysely'
import type { Tx } from '#platform/db/kysely'

export type NamedTable = 'company' | 'tag' | 'label'

export interface Named {
  /** By the names as given. */
  ids: Map<string, string>
  /** Ids of those that were made. */
  made: string[]
}

/** The rows of `table` with these names; those that are missing are made. */
export async function ensureNamed(tx: Tx, table: NamedTable, names: string[]): Promise<Named> {
  const distinct = [...new Set(names)]
  const found = await findNamed(tx, table, distinct)
  const missing = distinct.filter((name) => !found.has(name))
  if (missing.length === 0) return { ids: found, made: [] }
  const { rows: made } = await sql<{ id: string }>`
    insert into ${sql.table(table)} (org_id, name)
    select distinct on (lower(name)) current_org(), name from unnest(${missing}::text[]) as given (name)
    on conflict do nothing
    returning id
  `.execute(tx)
  return { ids: new Map([...found, ...(await findNamed(tx, table, missing))]), made: made.map(({ id }) => id) }
}

/** Their ids, by the names as given. */
export async function findNamed(tx: Tx, table: NamedTable, names: string[]): Promise<Map<string, string>> {
  if (names.length === 0) return new Map()
  const { rows } = await sql<{ name: string; id: string }>`
    with given as materialized (select name, lower(name) as match_name from unnest(${names}::text[]) as given (name))
    select given.name, known.id from ${sql.table(table)} as known join given using (match_name)
    where known.org_id = (select current_org()) and known.match_name = any (array(select match_name from given))
  `.execute(tx)
  return new Map(rows.map(({ name, id }) => [name, id]))
}
