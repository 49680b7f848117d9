// What of the database is in a backup: every table that the owner role, or a role that it may become, owns. So a new
// table is in it by being there; what is left out, or changed on the way, is said here.

import pg from 'pg'

export interface Table {
  oid: number
  /** `public.contact`: in the manifest, and in the names of members. */
  name: string
  /** Quoted. */
  sql: string
  owner: string
  /** But for generated ones. */
  columns: string[]
  partitioned: boolean
  /** The planner's guess. */
  rows: number
}

/** Kept by those who create the schema, and by `renew_event_epoch`. */
const leftOut = ['public.migration', 'public.event_epoch', 'graphile_worker.migrations']

/** Values that mean something only where and when they were written: what is stored instead. */
export const replaced: Record<string, Record<string, string>> = {
  // Older than anything in the epoch that a restore begins.
  'public.event': { xid: "'3'::xid8" },
  // So there is news for whoever follows the log, and then it is found to be another epoch.
  'public.notification_cursor': { seen_xid: "'0'::xid8" },
  // A worker that has a job now will not be there: the job is free, as after the worker's death.
  'graphile_worker._private_jobs': { locked_at: 'null', locked_by: 'null' },
  'graphile_worker._private_job_queues': { locked_at: 'null', locked_by: 'null' },
}

/** `db` is connected as the owner role. */
export async function listTables(db: pg.ClientBase): Promise<Table[]> {
  const { rows } = await db.query<Table>(`
    select pg_class.oid, nspname || '.' || relname as name, format('%I.%I', nspname, relname) as sql,
      pg_get_userbyid(relowner) as owner, relkind = 'p' as partitioned, greatest(reltuples, 0)::float8 as rows,
      array(
        select attname::text from pg_attribute
        where attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum
      ) as columns
    from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where relkind in ('r', 'p') and not relispartition and relpersistence = 'p' and ${ours('pg_class', 'relowner')}
      and nspname || '.' || relname <> all($1)
    order by nspname = 'public' desc, relname`, [leftOut])
  return rows
}

export interface Sequence {
  name: string
  sql: string
  owner: string
}

/** Those of identity columns among them. */
export async function listSequences(db: pg.ClientBase): Promise<Sequence[]> {
  const { rows } = await db.query<Sequence>(`
    select nspname || '.' || relname as name, format('%I.%I', nspname, relname) as sql,
      pg_get_userbyid(relowner) as owner
    from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where relkind = 'S' and relpersistence = 'p' and ${ours('pg_class', 'relowner')} order by 1`)
  return rows
}

/** Runs `work` in this transaction as the role that owns what it touches. */
export async function asRole<T>(db: pg.ClientBase, role: string, work: () => Promise<T>): Promise<T> {
  await db.query(`set local role ${pg.escapeIdentifier(role)}`)
  const result = await work()
  await db.query('reset role')
  return result
}

/** Opens a transaction that may take as long as it takes, and writes and reads values the same on every server. */
export async function beginLong(db: pg.ClientBase, mode = '') {
  await db.query(`begin ${mode}`)
  await db.query(`
    select set_config(name, '0', true) from pg_settings
    where name in ('statement_timeout', 'idle_in_transaction_session_timeout', 'transaction_timeout')`)
  // An error instead of fewer rows, should row-level security ever bind the owner.
  await db.query('set local row_security = off')
  await db.query(`
    set local client_encoding = 'UTF8'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
    set local timezone = 'UTC'; set local bytea_output = 'hex'; set local extra_float_digits = 1`)
}

// Not of an extension, nor of the system.
function ours(table: string, owner: string): string {
  return `nspname !~ '^pg_' and nspname <> 'information_schema' and pg_has_role(session_user, ${owner}, 'member')
    and not exists (
      select from pg_depend where classid = '${table}'::regclass and objid = ${table}.oid and deptype = 'e'
    )`
}
