// Forward-only migrations: migrations/*.sql in the order of their names, each in a transaction of its own.

import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { Logger, runMigrations as installQueue } from 'graphile-worker'
import type pg from 'pg'
import { openPool } from '#platform/db/connect'
import { roles } from '#platform/db/roles'

export const migrationsFolder = new URL('../../../migrations/', import.meta.url)

/** A migration that could not be applied; the message names it and says why. Nothing of it is left behind. */
export class MigrationError extends Error {}

export interface Migration {
  name: string
  sql: string
  hash: string
}

/** The migrations of this program, in order. */
export async function readMigrations(folder = migrationsFolder): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_.*\.sql$/.test(name)).toSorted()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(new URL(name, folder), 'utf8')
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/**
 * Applies what is missing and returns its names. `owner` is a connection as rapport_owner, `worker` how to connect as
 * the queue's owner. Of two processes that start at once, one migrates and the other waits.
 */
export async function migrate(owner: pg.Client, worker: pg.ClientConfig, migrations: Migration[]): Promise<string[]> {
  await owner.query("select pg_advisory_lock(hashtext('rapport migrate'))")
  try {
    const pending = await findPending(owner, migrations)
    if (pending.length > 0) await installQueueSchema(owner, worker)
    for (const migration of pending) await apply(owner, migration)
    return pending.map(({ name }) => name)
  } finally {
    await owner.query("select pg_advisory_unlock(hashtext('rapport migrate'))")
  }
}

/** What is not applied yet. Throws when the database is ahead of this program, or a migration was edited afterwards. */
export async function findPending(db: pg.ClientBase | pg.Pool, migrations: Migration[]): Promise<Migration[]> {
  const table = await db.query<{ known: boolean }>("select to_regclass('public.migration') is not null as known")
  if (!table.rows[0]!.known) return migrations

  const { rows: applied } = await db.query<{ name: string; hash: string }>('select name, hash from migration')
  const own = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const { name, hash } of applied) {
    const migration = own.get(name)
    if (!migration) {
      throw new MigrationError(`The database was migrated by a newer Rapport (${name}): start that version, or a later.`)
    }
    if (migration.hash !== hash) {
      throw new MigrationError(`Migration ${name} was changed after it had been applied: add a new one instead.`)
    }
  }
  const done = new Set(applied.map(({ name }) => name))
  const late = migrations.slice(0, done.size).find(({ name }) => !done.has(name))
  if (late) throw new MigrationError(`Migration ${late.name} comes before ones that were applied already: give it the next number.`)
  return migrations.slice(done.size)
}

async function apply(owner: pg.Client, { name, sql, hash }: Migration) {
  try {
    await owner.query('begin')
    await owner.query(`
      create table if not exists migration (name text primary key, hash text not null, applied_at timestamptz default now());
      grant select on migration to ${roles.system}
    `)
    await owner.query(sql)
    await owner.query('reset role')
    await owner.query('insert into migration (name, hash) values ($1, $2)', [name, hash])
    await owner.query('commit')
  } catch (error) {
    await owner.query('rollback')
    throw new MigrationError(`Migration ${name} failed${lineOf(sql, error)}: ${(error as Error).message}`)
  }
}

function lineOf(sql: string, error: unknown): string {
  const position = Number((error as pg.DatabaseError).position)
  return position ? ` at line ${sql.slice(0, position).split('\n').length}` : ''
}

/** Graphile Worker creates its tables itself, and says `create schema` for that, though the schema is there. */
async function installQueueSchema(owner: pg.Client, worker: pg.ClientConfig) {
  const pool = openPool(worker, { max: 1, name: 'migrate' })
  await owner.query(onDatabase('grant', 'to'))
  try {
    await installQueue({ pgPool: pool, taskList: {}, logger: new Logger(() => () => {}) })
  } finally {
    await owner.query(onDatabase('revoke', 'from'))
    await pool.end()
  }
}

function onDatabase(verb: 'grant' | 'revoke', preposition: 'to' | 'from'): string {
  return `do $$ begin
    execute format('${verb} create on database %I ${preposition} ${roles.worker}', current_database());
  end $$`
}
