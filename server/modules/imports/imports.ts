// The imports themselves: what a file was, how its columns were understood, and whether it has been undone.

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { notFound } from '#platform/errors'
import type { Db, Tx } from '#platform/db/kysely'
import type { Import } from './contract.ts'
import type { Mapping } from './mapping.ts'
import { nameColumns } from './mapping.ts'

export async function insertImport(tx: Tx, { id, filename, format }: { id: string; filename: string; format: string }) {
  await sql`
    insert into import (org_id, id, filename, format) values (current_org(), ${id}, ${filename}, ${format})
  `.execute(tx)
}

/** Says what columns the file turned out to have. */
export async function describeImport(tx: Tx, id: string, columns: { header: string; target: string }[]) {
  await sql`
    update import set columns = ${JSON.stringify(columns)} where org_id = (select current_org()) and id = ${id}
  `.execute(tx)
}

/** Throws not_found. */
export async function getImport(db: Db, id: string): Promise<Import> {
  const { rows } = await sql<Import>`
    select import.id, filename, format, columns, undo_id, coalesce(input->>'mode', 'upsert') as mode, status,
      coalesce((input->>'dry_run')::boolean, false) as dry_run
    from import join operation on operation.org_id = import.org_id and operation.id = import.id
    where import.org_id = (select current_org()) and import.id = ${id}
  `.execute(db)
  if (!rows[0]) throw notFound('import', id)
  return rows[0]
}

/** What was chosen the last time for columns of these names, in any case. */
export async function findMapping(db: Db, headers: string[]): Promise<Mapping | undefined> {
  const { rows } = await sql<{ mapping: Mapping }>`
    select mapping from import_mapping where org_id = (select current_org()) and columns_hash = ${hashOf(headers)}
  `.execute(db)
  return rows[0]?.mapping
}

export async function rememberMapping(tx: Tx, headers: string[], mapping: Mapping) {
  await sql`
    insert into import_mapping (org_id, columns_hash, mapping)
    values (current_org(), ${hashOf(headers)}, ${JSON.stringify(mapping)})
    on conflict (org_id, columns_hash) do update set mapping = excluded.mapping, used_at = now()
  `.execute(tx)
}

function hashOf(headers: string[]): Buffer {
  const names = nameColumns(headers).map((header) => header.toLowerCase())
  return createHash('sha256').update(JSON.stringify(names)).digest()
}
