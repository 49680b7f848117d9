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

export async function keepRevisions(tx: Tx, importId: string, revisions: { key: string; revision: number }[]) {
  await sql`
    insert into calendar_revision as known (org_id, key, revision, import_id)
    select current_org(), key, max(revision), ${importId}::uuid
    from json_to_recordset(${JSON.stringify(revisions)}) as given (key text, revision bigint) group by key
    on conflict (org_id, key) do update set revision = excluded.revision where known.revision < excluded.revision
  `.execute(tx)
}

/** What an import brought is not known any more; called when it is undone. */
export async function forgetRevisions(tx: Tx, importId: string) {
  await sql`delete from calendar_revision where org_id = (select current_org()) and import_id = ${importId}`.execute(tx)
}
