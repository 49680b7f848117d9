// Rejected rows that somebody has mended: they are imported as a file of their own, by the choices of their import.

import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify/sync'
import { sql } from 'kysely'
import { allow, conflict } from '#platform/errors'
import { createOperation, type Operation } from '#platform/operations'
import type { Db } from '#platform/db/kysely'
import type { Storage } from '#platform/storage'
import type { Actor, Tenancy } from '#platform/tenancy'
import type { ImportOptions, MendedRows } from './contract.ts'
import { getImport, insertImport } from './imports.ts'
import type { ImportInput } from './uploads.ts'

/** Those rows are no longer among the rejections of the import `id`. Throws not_found, conflict. */
export async function mendRejections(
  { tenant, transact }: Tenancy,
  storage: Storage,
  actor: Actor,
  { id, rows }: MendedRows & { id: string },
): Promise<Operation> {
  allow(actor.role !== 'guest')
  const db = tenant(actor.org_id)
  const { filename, columns, format, dry_run } = await getImport(db, id)
  if (format !== 'csv' && format !== 'xlsx') throw conflict('no_table', 'Only rows of a table can be mended; change the file, and import it again.')
  if (dry_run) throw conflict('dry_run', 'This was a dry run: import the file first, then mend what it rejects.')
  const choices = await getChoices(db, id)
  // What the import ignored is of no use, and may be the reasons of an earlier one.
  const kept = columns!.flatMap((column, index) => (column.target === 'ignore' ? [] : [{ ...column, index }]))
  const cellsOf = (record: string[]) => [...kept.map(({ index }) => record[index] ?? ''), ...record.slice(columns!.length)]
  const text = stringify([kept.map(({ header }) => header), ...rows.map(({ record }) => cellsOf(record))])

  const file = `imports/${randomUUID()}`
  await storage.write(file, Readable.from(text, { objectMode: false }))
  try {
    return await transact(actor, async (tx) => {
      const { rows: taken } = await sql`
        delete from import_rejection
        where org_id = (select current_org()) and operation_id = ${id} and record is not null
          and position = any(${rows.map(({ position }) => position)}::bigint[])
        returning position
      `.execute(tx)
      if (taken.length < rows.length) {
        throw conflict('rejections_changed', 'Some of these rows are no longer among the rejected ones: read them again.')
      }
      const input: ImportInput = {
        ...choices,
        mapping: Object.fromEntries(kept.map(({ header, target }) => [header, target])),
        header: true, delimiter: ',', quote: '"', encoding: 'utf-8', format: 'csv',
        filename, file, bytes: Buffer.byteLength(text),
      }
      const operation = await createOperation(tx, actor, { kind: 'import.contacts', input: { ...input }, total: rows.length })
      await insertImport(tx, { id: operation.id, filename, format: 'csv' })
      return operation
    })
  } catch (error) {
    await storage.remove(file)
    throw error
  }
}

/** How the import treats people, whatever its file was. */
async function getChoices(db: Db, id: string): Promise<ImportOptions> {
  const { rows } = await sql<{ input: ImportOptions }>`
    select input from operation where org_id = (select current_org()) and id = ${id}
  `.execute(db)
  const { mode, key, tags, owner_id } = rows[0]!.input
  return { mode, key, tags, owner_id }
}
