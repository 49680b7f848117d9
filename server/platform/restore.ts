// Restoring a backup into an empty database. The file is read twice: once to see that it is whole, before any database
// is touched, and once to load it, in one transaction. So whatever stops a restore, the database is either still empty
// or has everything.

import type pg from 'pg'
import { readArchive } from '#platform/backup/archive'
import { damaged } from '#platform/backup/failures'
import { loadBackup } from '#platform/backup/load'
import { checkHead, headName, manifestName, migrationsOf, readManifest, type Manifest } from '#platform/backup/manifest'
import { withClient } from '#platform/db/connect'
import { as, prepareDatabase, type DatabaseAddress } from '#platform/db/database'
import { readMigrations, type Migration } from '#platform/db/migrate'
import { roles } from '#platform/db/roles'
import { conflict } from '#platform/errors'
import type { Storage } from '#platform/storage'

export interface ReadingOptions {
  signal?: AbortSignal
  /** In bytes of the file. */
  onProgress?: (what: 'checking' | 'loading', bytes: number) => void
}

export interface RestoreOptions extends ReadingOptions {
  storage: Storage
  /** Makes the database anew, where that may be done; used when its schema is ahead of the backup's. */
  recreate?: () => Promise<void>
  /** Those of the program. */
  migrations?: Migration[]
}

export interface Backup {
  path: string
  manifest: Manifest
}

/**
 * Restores a backup that `verifyBackup` found whole, and brings the schema up to date. Throws, with the database as
 * empty as before, when it is of a newer version, or when the database is in use.
 */
export async function restoreBackup(address: DatabaseAddress, { path, manifest }: Backup, options: RestoreOptions) {
  const own = options.migrations ?? (await readMigrations())
  const migrations = migrationsOf(path, manifest, own)
  const ahead = await findAhead(address, migrations)
  if (ahead && !options.recreate) {
    throw conflict(
      'ahead',
      `The database is ahead of the backup already (${ahead}): name an empty one, or drop and create it.`,
    )
  }
  if (ahead) await options.recreate!()
  await prepareDatabase(address, migrations)

  await withClient(as(address, 'owner'), (db) =>
    loadBackup(db, path, manifest, { ...options, check: () => refuseInUse(db) }),
  )
  await prepareDatabase(address, own)
  await withClient(as(address, 'owner'), (db) => db.query('analyze'))
}

/** Reads the whole file. Throws when it is not a whole backup, in a format that is known here. */
export async function verifyBackup(path: string, { signal, onProgress }: ReadingOptions = {}): Promise<Backup> {
  let first = true
  let manifest: Manifest | undefined
  const onRead = (bytes: number) => onProgress?.('checking', bytes)
  const members = await readArchive(path, { signal, onRead }, async (name, content) => {
    if (first || name === headName) checkHead(path, name, await textOf(content))
    if (name === manifestName) manifest = readManifest(path, await textOf(content))
    first = false
  })
  if (!manifest) throw damaged(path, 'is cut off')
  const before = members.filter(({ name }) => name !== manifestName)
  if (JSON.stringify(before) !== JSON.stringify(manifest.members)) throw damaged(path, 'is damaged')
  return { path, manifest }
}

/** The first migration that was applied here and not to the backup. Throws when the database is not empty. */
async function findAhead(address: DatabaseAddress, migrations: Migration[]): Promise<string | undefined> {
  try {
    return await withClient(as(address, 'owner'), async (db) => {
      await refuseInUse(db)
      const known = await db.query<{ known: boolean }>("select to_regclass('public.migration') is not null as known")
      if (!known.rows[0]!.known) return undefined
      const { rows } = await db.query<{ name: string }>('select name from migration order by name')
      return rows.find(({ name }) => !migrations.some((migration) => migration.name === name))?.name
    })
  } catch (error) {
    // No such role, or with another password: Rapport was never here, or `prepareDatabase` sets it right; then the
    // transaction that loads asks again.
    if (['28000', '28P01', '42501'].includes((error as pg.DatabaseError).code ?? '')) return undefined
    throw error
  }
}

/** `db` is the owner's. Throws when there is something that could get lost, or somebody who looks at it. */
async function refuseInUse(db: pg.ClientBase) {
  const users = await db.query<{ name: string }>(`
    select application_name as name from pg_stat_activity
    where datname = current_database() and usename = any($1)
      and application_name <> 'rapport migrate' limit 1`, [[roles.app, roles.system, roles.worker]])
  if (users.rows[0]) {
    throw conflict('in_use', `A server works on this database (“${users.rows[0].name}”): stop it first.`)
  }
  const table = await db.query<{ known: boolean }>("select to_regclass('public.organization') is not null as known")
  if (!table.rows[0]!.known) return
  const { rowCount } = await db.query('select from organization limit 1')
  if (rowCount) {
    throw conflict(
      'not_empty',
      'The database is not empty, and a restore only fills an empty one: give it a data folder (RAPPORT_DATA) ' +
        'or a database (DATABASE_URL) of its own.',
    )
  }
}

async function textOf(content: AsyncIterable<Buffer>): Promise<string> {
  return Buffer.concat(await Array.fromAsync(content)).toString('utf8')
}
