// Loads a backup that was found whole, in one transaction of the owner role.

import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { unsupported } from '#platform/errors'
import type { Storage } from '#platform/storage'
import { readArchive } from './archive.ts'
import { damaged } from './failures.ts'
import { manifestName, type Manifest } from './manifest.ts'
import { asRole, beginLong, listSequences, listTables, type Table } from './tables.ts'

export interface LoadOptions {
  storage: Storage
  /** Throws when the database must not be written to. */
  check: () => Promise<void>
  signal?: AbortSignal
  onProgress?: (what: 'loading', bytes: number) => void
}

/** The database has the backup's schema. What is in its tables, rows of migrations at most, is replaced. */
export async function loadBackup(db: pg.Client, path: string, manifest: Manifest, options: LoadOptions) {
  const { storage, check, signal, onProgress } = options
  await beginLong(db)
  // A server that is started meanwhile waits with its migrations until we are through.
  await db.query("select pg_advisory_xact_lock(hashtext('rapport migrate'))")
  await check()
  await beginEpoch(db)
  const tables = matchTables(manifest, await listTables(db))
  const restoreRules = await suspendRules(db, [...tables.values()])

  const onRead = (bytes: number) => onProgress?.('loading', bytes)
  const members = await readArchive(path, { signal, onRead }, async (name, content) => {
    const table = name.startsWith('tables/') ? tables.get(name.split('/')[1]!) : undefined
    if (table) await asRole(db, table.owner, () => copyIn(db, table, content))
    else if (name.startsWith('files/')) await storage.write(name.slice('files/'.length), Readable.from(content))
  })
  // It was whole when it was verified; this is the file that was loaded.
  const read = members.filter(({ name }) => name !== manifestName)
  if (JSON.stringify(read) !== JSON.stringify(manifest.members)) throw damaged(path, 'was changed while it was read')

  await restoreRules()
  await setSequences(db, manifest)
  await db.query('commit')
}

/** Before there are events: so none has to be written a second time. Cursors of before are answered with a reset. */
async function beginEpoch(db: pg.ClientBase) {
  await db.query('truncate event')
  await db.query('delete from event_epoch')
  await db.query('select renew_event_epoch()')
}

/** The tables of the backup as they are here, by name, with the backup's columns in its order. */
function matchTables({ tables }: Manifest, here: Table[]): Map<string, Table> {
  const known = new Map(here.map((table) => [table.name, table]))
  return new Map(tables.map(({ name, columns }) => {
    const table = known.get(name)
    const strange = table ? columns.find((column) => !table.columns.includes(column)) : name
    if (!table || strange) {
      throw unknown(table ? `${name}.${strange}` : name)
    }
    return [name, { ...table, columns }]
  }))
}

/**
 * Empties the tables and puts aside what would be done for each row: foreign keys, which are checked all at once
 * afterwards, so that no order of the tables is needed; triggers, whose work is in the backup already; and indexes, but
 * for those of keys, since building them afterwards takes a fraction of the time.
 */
async function suspendRules(db: pg.ClientBase, tables: Table[]): Promise<() => Promise<void>> {
  const restores: [string, string][] = []
  const byOwner = Map.groupBy(tables, ({ owner }) => owner)
  for (const [owner, owned] of byOwner) {
    const { rows } = await db.query<{ suspend: string; restore: string }>(`
      select format('alter table %s drop constraint %I', conrelid::regclass, conname) as suspend,
        format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as restore
      from pg_constraint where contype = 'f' and conparentid = 0 and conrelid = any($1::oid[])
      union all
      select format('alter table %s disable trigger %I', tgrelid::regclass, tgname),
        format('alter table %s enable trigger %I', tgrelid::regclass, tgname)
      from pg_trigger where not tgisinternal and tgparentid = 0 and tgenabled = 'O' and tgrelid = any($1::oid[])
      union all
      select format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
      from pg_index where indrelid = any($1::oid[])
        and not exists (select from pg_constraint where conindid = indexrelid)`, [owned.map(({ oid }) => oid)])
    await asRole(db, owner, async () => {
      for (const { suspend } of rows) await db.query(suspend)
      // With what refers to them and is in no backup: who is connected to this database.
      await db.query(`truncate ${owned.map(({ sql }) => sql).join(', ')} cascade`)
    })
    restores.push(...rows.map(({ restore }): [string, string] => [owner, restore]))
  }
  return async () => {
    for (const [owner, restore] of restores.toReversed()) await asRole(db, owner, () => db.query(restore))
  }
}

/** Frozen from the start: nobody has to write the rows again to say that they are old. */
async function copyIn(db: pg.Client, { sql, columns, partitioned }: Table, content: AsyncIterable<Buffer>) {
  const into = `${sql} (${columns.map((column) => pg.escapeIdentifier(column)).join(', ')})`
  await pipeline(content, db.query(copyFrom(`copy ${into} from stdin${partitioned ? '' : ' with (freeze)'}`)))
}

async function setSequences(db: pg.ClientBase, { sequences }: Manifest) {
  const here = new Map((await listSequences(db)).map((sequence) => [sequence.name, sequence]))
  for (const { name, last_value, is_called } of sequences) {
    const sequence = here.get(name)
    if (!sequence) throw unknown(`the sequence ${name}`)
    await asRole(db, sequence.owner, () =>
      db.query('select setval($1::regclass, $2::bigint, $3)', [sequence.sql, last_value, is_called]),
    )
  }
}

/** With the same migrations it is a table of the queue: a library brings its schema. */
function unknown(what: string) {
  return unsupported(`The backup has ${what}, which the database does not: restore it with the version that wrote it.`)
}
