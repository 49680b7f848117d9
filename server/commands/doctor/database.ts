// The database: reachable, recent enough, and as strict as Rapport leaves it.

import { access } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import type { Config } from '#platform/config'
import { connectionOptions, withClient } from '#platform/db/connect'
import { addressOf, as, type DatabaseAddress } from '#platform/db/database'
import { findEmbedded } from '#platform/db/embedded'
import { findPending, readMigrations } from '#platform/db/migrate'
import { roles, type RoleName } from '#platform/db/roles'
import { error, messageOf, note, ok, warning, type Finding } from './finding.ts'

/** Where the database is; undefined, and why, when it does not run or cannot be found. Starts and makes nothing. */
export async function locateDatabase(config: Config): Promise<{ address?: DatabaseAddress; finding?: Finding }> {
  const subject = 'Database'
  try {
    const embedded = config.database_url ? undefined : await findEmbedded(config.data_folder)
    if (!config.database_url && !embedded) {
      return { finding: warning(subject, 'The embedded PostgreSQL is not running: it was not checked.', 'npm start') }
    }
    if (embedded && !config.secret_key) await access(join(config.data_folder, 'secret.key'))
    return { address: await addressOf(config, embedded) }
  } catch (failure) {
    const { code } = failure as NodeJS.ErrnoException
    if (code === 'ENOENT') return { finding: error(subject, 'The data folder has no secret.key.', 'rapport migrate') }
    const mend = code === 'EACCES' ? 'Run this as the user who starts Rapport.' : undefined
    return { finding: error(subject, messageOf(failure), mend) }
  }
}

const oldest = 16

/** Version, encoding, clock, and a pooler in between. */
export function checkServer(address: DatabaseAddress): Promise<Finding[]> {
  return withClient(connectionOptions(address.direct_url), async (admin) => {
    const asked = Date.now()
    const { rows } = await admin.query<{ version: number; shown: string; encoding: string; now: number }>(`
      select current_setting('server_version_num')::int as version, current_setting('server_version') as shown,
        current_setting('server_encoding') as encoding, extract(epoch from clock_timestamp())::float8 * 1000 as now`)
    const { version, shown, encoding, now } = rows[0]!
    const skew = Math.abs(now - (asked + Date.now()) / 2) / 1_000
    return [
      version >= oldest * 10_000
        ? ok('Database', `PostgreSQL ${shown}`)
        : error('Database', `PostgreSQL ${shown} is too old.`, `Use ${oldest} or later.`),
      encoding === 'UTF8'
        ? ok('Encoding', encoding)
        : error('Encoding', `The database is in ${encoding}.`, "create database … encoding 'UTF8' template template0"),
      skew <= 5
        ? ok('Clock', `${(skew * 1_000).toFixed(0)} ms apart from the database's`)
        : warning('Clock', `${skew.toFixed(0)} s apart from the database's.`, 'Run a time service (NTP) on both.'),
    ]
  })
}

export async function checkPooler(config: Config, address: DatabaseAddress): Promise<Finding[]> {
  const subject = 'Pooler'
  if (!config.database_url) return []
  const pooled = (url: string) => withClient(connectionOptions(url), isPooled)
  if (!(await pooled(address.url))) return [ok(subject, 'none between Rapport and PostgreSQL')]
  if (address.direct_url === address.url || (await pooled(address.direct_url))) {
    return [error(subject, 'A pooler answers, and migrations and the job queue would go through it.',
      'Set DATABASE_DIRECT_URL to the PostgreSQL behind it.')]
  }
  return [address.prepared
    ? warning(subject, 'A pooler answers, and DATABASE_PREPARE is on.', 'Before PgBouncer 1.21: DATABASE_PREPARE=off')
    : ok(subject, 'a pooler answers; prepared statements are off')]
}

/** A pooler gives its clients process numbers that it made up. */
async function isPooled(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  return rows[0]!.pid !== (client as unknown as { processID: number }).processID
}

/** Each role can connect, and none can do more than it should. */
export async function checkRoles(address: DatabaseAddress): Promise<Finding[]> {
  const subject = 'Roles'
  for (const role of Object.keys(roles) as RoleName[]) {
    const refused = await withClient(as(address, role), async () => undefined).catch(messageOf)
    if (refused) return [error(subject, `${roles[role]} cannot connect: ${refused}`, mendRoles)]
  }
  return withClient(as(address, 'system'), async (db) => {
    const { rows } = await db.query<{ role: string; reason: string }>(mighty, [Object.values(roles), roles.app])
    if (rows.length === 0) return [ok(subject, `${Object.values(roles).join(', ')}: none gets past row-level security`)]
    const mend = 'Take that away: it keeps organizations apart.'
    return rows.map(({ role, reason }) => error(subject, `${role} ${reason}.`, mend))
  })
}

const mendRoles =
  'rapport migrate  (it sets roles and passwords; RAPPORT_SECRET_KEY must be the same for every process)'

const mighty = `
  select rolname as role, case when rolsuper then 'is a superuser' else 'may bypass row-level security' end as reason
  from pg_roles where rolname = any($1) and (rolsuper or rolbypassrls)
  union all
  select $2, format('owns the table %s', oid::regclass) from pg_class
  where relowner = (select oid from pg_roles where rolname = $2) and relkind in ('r', 'p')
  union all
  select $2, format('is a member of %s', granted.rolname) from pg_auth_members
  join pg_roles granted on granted.oid = roleid join pg_roles holder on holder.oid = member where holder.rolname = $2`

export function checkSchema(address: DatabaseAddress): Promise<Finding[]> {
  return withClient(as(address, 'system'), async (db) => {
    const migrations = await readMigrations()
    const pending = await findPending(db, migrations)
    if (pending.length > 0) {
      const names = pending.map(({ name }) => name).join(', ')
      return [warning('Migrations', `${pending.length} not applied yet: ${names}`, 'rapport migrate  (or npm start)')]
    }
    const { rows } = await db.query<{ name: string; open: boolean }>(tenantTables)
    const open = rows.filter((table) => table.open).map(({ name }) => name)
    return [
      ok('Migrations', `all ${migrations.length} applied`),
      open.length > 0
        ? error('Isolation', `No row-level security on ${open.join(', ')}.`, 'alter table … enable row level security')
        : ok('Isolation', `row-level security on all ${rows.length} tables of organizations`),
    ]
  })
}

const tenantTables = `
  select relname as name, not relrowsecurity as open from pg_class join pg_attribute on attrelid = pg_class.oid
  where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and attname = 'org_id' and not attisdropped
  order by relname`

/** Jobs that wait or have failed for good, and operations that nobody works on. */
export async function checkWork(address: DatabaseAddress): Promise<Finding[]> {
  const jobs = await withClient(as(address, 'worker'), (db) => db.query<{ late: number; dead: number }>(`
    select count(*) filter (
        where run_at < now() - interval '5 minutes' and attempts < max_attempts and locked_at is null)::int as late,
      count(*) filter (where attempts >= max_attempts)::int as dead from graphile_worker.jobs`))
  const operations = await withClient(as(address, 'system'), (db) => db.query<{ stuck: number; failed: number }>(`
    select count(*) filter (where status = 'queued' and created_at < now() - interval '5 minutes')::int as stuck,
      count(*) filter (where status = 'failed' and finished_at > now() - interval '1 day')::int as failed
    from operation`))
  const { late, dead } = jobs.rows[0]!
  const { stuck, failed } = operations.rows[0]!
  return [
    dead > 0 ? warning('Jobs', `${dead} failed for good.`, 'The server log says why.')
      : late > 0 ? warning('Jobs', `${late} have been waiting for more than 5 minutes.`, 'Start one more worker.')
        : ok('Jobs', 'none waits, none has failed for good'),
    stuck > 0 ? warning('Operations', `${stuck} have been queued for more than 5 minutes.`, 'Does a worker run?')
      : failed > 0 ? note('Operations', `${failed} failed in the last day.`, 'GET /api/v1/operations says why.')
        : ok('Operations', 'none is stuck'),
  ]
}
