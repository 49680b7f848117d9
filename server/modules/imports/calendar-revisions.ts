// Which version of an event is stored: an older export does not undo a newer one.

import { sql } from 'kysely'
import type { Tx } from '#platform/db/kysely'

/** The revisions that are known of these keys. */
export async function findRevisions(tx: Tx, keys: string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ key: string; revision: number }>`
    select key, revision from calendar_revision where org_id = (select current_org()) and key = any(${keys}::text[])
  `.execute(tx)
  return new Map(rows.map(({ key, revision }) => [key, Number(revision)]))
}

/** What a step has made of a revision: null before, when there was none. */
export interface Revision {
  key: string
  before: number | null
  after: number
}

/** Keeps the newest of each. Returns what has changed. */
export async function keepRevisions(tx: Tx, revisions: { key: string; revision: number }[]): Promise<Revision[]> {
  const { rows } = await sql<Revision>`
    with given as materialized (
      select key, max(revision) as after from json_to_recordset(${JSON.stringify(revisions)}) as given (key text, revision bigint) group by key
    ), kept as (
      insert into calendar_revision as known (org_id, key, revision) select current_org(), key, after from given
      on conflict (org_id, key) do update set revision = excluded.revision where known.revision < excluded.revision
      returning key
    )
    select given.key, known.revision::float8 as before, after::float8 as after
    from given join kept using (key) left join calendar_revision known on known.org_id = (select current_org()) and known.key = given.key
  `.execute(tx)
  return rows
}

/** Sets those back that are as they were made. */
export async function putRevisionsBack(tx: Tx, revisions: Revision[]) {
  if (revisions.length === 0) return
  const given = sql`json_to_recordset(${JSON.stringify(revisions)}) as given (key text, before bigint, after bigint)`
  await sql`
    with unknown as (
      delete from calendar_revision known using ${given}
      where known.org_id = (select current_org()) and known.key = given.key and known.revision = after and before is null
    )
    update calendar_revision known set revision = before from ${given}
    where known.org_id = (select current_org()) and known.key = given.key and known.revision = after and before is not null
  `.execute(tx)
}
