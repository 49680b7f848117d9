// A backup: one consistent snapshot of the database and the files, taken while the server runs (ADR 9).

import { stat } from 'node:fs/promises'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { writeArchive, type AddMember, type Member } from '#platform/backup/archive'
import { format, headName, manifestName, type Head, type Manifest } from '#platform/backup/manifest'
import { pinFiles, type PinnedFiles } from '#platform/backup/pinned-files'
import { asRole, beginLong, listSequences, listTables, replaced, type Table } from '#platform/backup/tables'
import { withClient } from '#platform/db/connect'
import { as, type DatabaseAddress } from '#platform/db/database'
import { roles } from '#platform/db/roles'
import { conflict, invalid, unavailable } from '#platform/errors'
import { wantedFiles } from '#platform/operations'

export interface BackupOptions {
  data_folder: string
  /** The bucket of the files; undefined: they are in the data folder. */
  storage_url?: string
  /** Of the program, for the manifest. */
  version: string
  /** Replaces a file that is there. */
  force?: boolean
  signal?: AbortSignal
  /** `total` is a guess, and may be passed. */
  onProgress?: (what: string, done: number, total: number) => void
}

/** Writes a backup to `path`, whole or not at all, and returns its manifest. Throws what stood in the way. */
export async function writeBackup(address: DatabaseAddress, path: string, options: BackupOptions): Promise<Manifest> {
  await refuseExisting(path, options.force)
  try {
    return await withClient(as(address, 'owner'), (db) => write(db, path, options))
  } catch (error) {
    const { code = '', message } = error as pg.DatabaseError
    if (code.startsWith('57P') || message.startsWith('Connection terminated')) {
      throw unavailable('The database went away before the backup was whole (was it stopped?): none was written.')
    }
    if (!['28000', '28P01'].includes(code)) throw error
    throw conflict(
      'unknown_role',
      `The database does not let ${roles.owner} in: run \`rapport migrate\`, or set RAPPORT_SECRET_KEY as the server has it.`,
    )
  }
}

async function write(db: pg.ClientBase, path: string, options: BackupOptions): Promise<Manifest> {
  await refuseTwo(db)
  const files = await pinFiles(options)
  try {
    for (let tries = 1; ; tries++) {
      const needed = await openSnapshot(db, files)
      try {
        let manifest: Manifest | undefined
        await writeArchive(path, options.signal, async (add) => {
          manifest = await writeMembers(db, { files, needed }, add, options)
        })
        return manifest!
      } catch (error) {
        if (!(error instanceof FileGone) || tries === 10) throw error
        await db.query('rollback')
      }
    }
  } finally {
    await files.release()
  }
}

/** A file that an operation of the snapshot waits for: its operation came to an end meanwhile. */
class FileGone extends Error {}

async function refuseExisting(path: string, force = false) {
  const found = await stat(path).catch(() => undefined)
  if (found?.isDirectory()) throw invalid(`${path} is a folder: name a file.`)
  if (found && !force) {
    throw conflict('exists', `${path} is there already: name another file, or say --force to replace it.`)
  }
}

/** The lock is the session's, and goes with it. */
async function refuseTwo(db: pg.ClientBase) {
  const { rows } = await db.query<{ alone: boolean; migrated: boolean }>(`
    select pg_try_advisory_lock(hashtext('rapport backup')) as alone,
      to_regclass('public.migration') is not null as migrated`)
  if (!rows[0]!.alone) throw conflict('running', 'Another backup of this database is being written: wait for its end.')
  if (!rows[0]!.migrated) throw conflict('nothing', 'This database is empty: there is nothing to back up.')
}

/**
 * One snapshot of all tables, and every file that is there at that moment. A file is written before the row that needs
 * it, and removed after that is done with: so files are pinned just before the snapshot, and again just after it, and
 * what came and went between the two shows as a file that an operation of the snapshot waits for. Returns the keys of
 * the files that operations wait for.
 */
async function openSnapshot(db: pg.ClientBase, files: PinnedFiles): Promise<string[]> {
  for (let tries = 1; ; tries++) {
    await files.pin()
    await beginLong(db, 'isolation level repeatable read, read only')
    await files.pin()
    const { rows } = await db.query<{ file: string }>(wantedFiles)
    const pinned = new Set(files.keys())
    const needed = rows.map(({ file }) => file).filter((file) => pinned.has(file))
    // After that it is no coincidence: the file was lost before.
    if (needed.length === rows.length || tries === 3) return needed
    await db.query('rollback')
  }
}

async function writeMembers(
  db: pg.ClientBase,
  { files, needed }: { files: PinnedFiles; needed: string[] },
  addMember: AddMember,
  { version, onProgress, signal }: BackupOptions,
): Promise<Manifest> {
  const members: Member[] = []
  const add: AddMember = async (...member) => {
    const added = await addMember(...member)
    members.push(added)
    return added
  }
  const addFile = async (key: string) => {
    signal?.throwIfAborted()
    const file = await files.open(key)
    if (file) await add(`files/${key}`, file.bytes, file.content)
    return file !== undefined
  }
  const tables = await listTables(db)
  const head = await describe(db, tables, version)
  await addJson(add, headName, head)
  // They go when their operations end, and could be gone by the end of the tables.
  for (const key of needed) if (!(await addFile(key))) throw new FileGone(`The file ${key} is gone.`)

  const rows: Manifest['rows'] = {}
  const total = tables.reduce((sum, table) => sum + table.rows, 0)
  let before = 0
  for (const table of tables) {
    rows[table.name] = await addTable(db, add, table, (done) => onProgress?.('rows', before + done, total))
    before += rows[table.name]!
  }
  const written = new Set(needed)
  const others = files.keys().filter((key) => !written.has(key))
  const gone: string[] = []
  for (const [done, key] of others.entries()) {
    if (!(await addFile(key))) gone.push(key)
    onProgress?.('files', done + 1, others.length)
  }
  const manifest: Manifest = { ...head, rows, sequences: await readSequences(db), gone, members: [...members] }
  await addJson(add, manifestName, manifest)
  return manifest
}

async function describe(db: pg.ClientBase, tables: Table[], version: string): Promise<Head> {
  const { rows: migrations } = await db.query<Head['migrations'][number]>('select name, hash from migration order by name')
  const { rows } = await db.query<{ epoch: string; postgres: string; created_at: string }>(`
    select coalesce((select id::text from event_epoch), '') as epoch, current_setting('server_version') as postgres,
      now() as created_at`)
  const columnsOf = tables.map(({ name, columns }) => ({ name, columns }))
  return { format, rapport: version, ...rows[0]!, migrations, tables: columnsOf }
}

/** Several members, since a member's size stands before its content; each is whole rows, in the text format of COPY. */
async function addTable(db: pg.ClientBase, add: AddMember, table: Table, onRows: (count: number) => void) {
  return asRole(db, table.owner, async () => {
    const source = db.query(copyTo(`copy (${selectOf(table)}) to stdout`))
    let part = 0
    let rows = 0
    for await (const content of cutAtRows(source)) {
      await add(`tables/${table.name}/${String(++part).padStart(6, '0')}.copy`, content.length, [content])
      rows += countRows(content)
      onRows(rows)
    }
    return rows
  })
}

function selectOf({ name, sql, columns }: Table): string {
  const instead = replaced[name] ?? {}
  const values = columns.map((column) => instead[column] ?? `"${column.replaceAll('"', '""')}"`)
  return `select ${values.join(', ')} from ${sql}`
}

const partSize = 1024 * 1024
const newline = 0x0a

/** A line break ends a row, and is nothing else: inside of values it is written `\n`. */
async function* cutAtRows(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = []
  let bytes = 0
  for await (const chunk of source) {
    held.push(chunk)
    bytes += chunk.length
    const end = bytes < partSize ? 0 : chunk.lastIndexOf(newline) + 1
    if (end === 0) continue
    yield Buffer.concat([...held.slice(0, -1), chunk.subarray(0, end)])
    held = [chunk.subarray(end)]
    bytes = chunk.length - end
  }
  if (bytes > 0) yield Buffer.concat(held)
}

function countRows(content: Buffer): number {
  let count = 0
  for (let at = content.indexOf(newline); at !== -1; at = content.indexOf(newline, at + 1)) count++
  return count
}

/** They do not belong to the snapshot, and are read after the tables: what they say is never too small. */
async function readSequences(db: pg.ClientBase): Promise<Manifest['sequences']> {
  const read: Manifest['sequences'] = []
  for (const { name, sql, owner } of await listSequences(db)) {
    const { rows } = await asRole(db, owner, () =>
      db.query<{ last_value: string; is_called: boolean }>(`select last_value::text, is_called from ${sql}`),
    )
    read.push({ name, ...rows[0]! })
  }
  return read
}

async function addJson(add: AddMember, name: string, value: object) {
  const content = Buffer.from(`${JSON.stringify(value, null, 2)}\n`)
  await add(name, content.length, [content])
}
