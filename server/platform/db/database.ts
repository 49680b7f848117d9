// The database of this process: the embedded server or yours, its roles, its schema, and the pools.

import { join } from 'node:path'
import type pg from 'pg'
import type { Config } from '#platform/config'
import { connectionOptions, openPool, withClient } from '#platform/db/connect'
import type { PoolSettings } from '#platform/db/pool-settings'
import { migrate, readMigrations, type Migration } from '#platform/db/migrate'
import { credentials, ensureRoles, expectRoles, type RoleName } from '#platform/db/roles'
import { kyselyOn, type Db } from '#platform/db/kysely'
import { readOrCreateSecret } from '#platform/secret-file'
import { createTenancy, runOn, type Tenancy, type Timed } from '#platform/tenancy'

/** Where the database is, for whoever may administer it. */
export interface DatabaseAddress {
  /** Through the pooler, where there is one. */
  url: string
  direct_url: string
  replica_url: string | undefined
  /** The passwords of Rapport's roles are derived from it. */
  secret: string
  prepared: boolean
  pooling: PoolSettings
}

export interface Database extends Tenancy {
  /** Work across organizations, as far as a policy names it. In `platform/` alone. */
  system: Db
  /** Calls back after each commit of this process that may have written something. */
  onCommit(listener: () => void): void
  /** Calls back with the seconds of each wait for a connection, and of each query of an organization. */
  onTime(listener: (what: Timed, seconds: number) => void): void
  pools: { app: pg.Pool; bulk: pg.Pool; replica: pg.Pool; system: pg.Pool; worker: pg.Pool; auth: pg.Pool }
  close(): Promise<void>
}

/** The address that the settings name; `embeddedUrl` where they name none. Throws when no secret can be had. */
export async function addressOf(config: Config, embeddedUrl?: string): Promise<DatabaseAddress> {
  const url = config.database_url ?? embeddedUrl
  if (!url) throw new Error('There is no database: neither DATABASE_URL nor the embedded server.')
  return {
    url,
    direct_url: config.database_direct_url ?? url,
    replica_url: config.database_replica_url,
    secret: config.secret_key ?? (await defaultSecret(config, url)),
    prepared: config.database_prepare,
    pooling: config.database_pooling,
  }
}

/**
 * Brings roles and schema up to date and returns the names of the migrations that were applied.
 * Throws MigrationError, or what the database said.
 */
export async function prepareDatabase(address: DatabaseAddress, migrations?: Migration[]): Promise<string[]> {
  const wanted = migrations ?? (await readMigrations())
  const run = () =>
    withClient(as(address, 'owner'), async (owner) => {
      await expectRoles(owner)
      return migrate(owner, as(address, 'worker'), wanted)
    })
  try {
    return await run()
  } catch (error) {
    if (!rolesAreMissing(error)) throw error
    await withClient(connectionOptions(address.direct_url), (admin) => ensureRoles(admin, address.secret))
    return run()
  }
}

/** Opens the pools. Connects when they are first used. */
export function openDatabase(address: DatabaseAddress): Database {
  const app = connectionOptions(address.url, credentials(address.secret, 'app'))
  const replica = address.replica_url && connectionOptions(address.replica_url, credentials(address.secret, 'app'))
  const { size, system_size, ...pooling } = address.pooling
  const appPool = openPool(app, { ...pooling, max: size, pipeline: true, name: 'app' })
  const pools = {
    app: appPool,
    bulk: openPool(app, { ...pooling, max: 5, name: 'bulk' }),
    replica: replica ? openPool(replica, { ...pooling, max: size, pipeline: true, name: 'replica' }) : appPool,
    system: openPool(as(address, 'system'), { ...pooling, max: system_size, name: 'system' }),
    // Three workers begin at once, and what waits here is in no hurry: failing as soon as a request, one would start anew.
    worker: openPool(as(address, 'worker'), { ...pooling, max: 12, wait_ms: 5 * pooling.wait_ms, name: 'worker' }),
    // better-auth compares timestamps as Dates: this pool parses as the driver does.
    auth: openPool({ ...as(address, 'auth'), types: undefined }, { ...pooling, max: 5, name: 'auth' }),
  }
  const listeners: (() => void)[] = []
  const committed = () => listeners.forEach((listener) => listener())
  const timers: Parameters<Database['onTime']>[0][] = []
  const timed = (what: Timed, seconds: number) => timers.forEach((timer) => timer(what, seconds))
  return {
    ...createTenancy(pools, { prepared: address.prepared, committed, timed }),
    onCommit: (listener) => void listeners.push(listener),
    onTime: (listener) => void timers.push(listener),
    system: kyselyOn((query) => runOn(pools.system, query)),
    pools,
    async close() {
      await Promise.all([...new Set(Object.values(pools))].map((pool) => pool.end()))
    },
  }
}

/** Connection settings of one of Rapport's roles, around any pooler. */
export function as(address: DatabaseAddress, role: RoleName): pg.ClientConfig {
  return connectionOptions(address.direct_url, credentials(address.secret, role))
}

/** 28000/28P01: no such role, or another password; 42501: roles of another database in this cluster. */
function rolesAreMissing(error: unknown): boolean {
  return ['28000', '28P01', '42501', '3F000'].includes((error as pg.DatabaseError).code ?? '')
}

/**
 * Whoever knows the administrator's password may do everything already, so that password serves as the secret: all
 * processes with one DATABASE_URL agree without another setting. The embedded server's secret is a file.
 */
async function defaultSecret(config: Config, url: string): Promise<string> {
  if (!config.database_url) return readOrCreateSecret(join(config.data_folder, 'secret.key'))
  const { password } = connectionOptions(config.database_direct_url ?? url)
  if (typeof password !== 'string' || password === '') {
    throw new Error('DATABASE_URL has no password: set RAPPORT_SECRET_KEY (`openssl rand -hex 32` makes one).')
  }
  return password
}
