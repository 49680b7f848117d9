// How this process connects to PostgreSQL: one place for types, errors and pool limits.

import pg from 'pg'
import { parse } from 'pg-connection-string'
import { defaultPoolSettings, type PoolSettings } from './pool-settings.ts'

export interface PoolOptions extends Partial<Omit<PoolSettings, 'size' | 'system_size'>> {
  max: number
  /** Queries are written without waiting for the answers before them; refuses cursors and `COPY`. */
  pipeline?: boolean
  /** Shown in `pg_stat_activity`. */
  name: string
}

/** node-postgres settings for a URL, optionally as another role than the URL names. */
export function connectionOptions(url: string, as?: { user: string; password: string }): pg.ClientConfig {
  const { host, port, database, user, password, ssl } = parse(url)
  return {
    host: host ?? undefined,
    port: port ? Number(port) : undefined,
    database: database ?? undefined,
    user,
    password,
    ssl: ssl as pg.ClientConfig['ssl'],
    types,
    ...as,
  }
}

/** A pool. A connection that breaks while idle is dropped, and opened again when it is needed. */
export function openPool(options: pg.ClientConfig, pooling: PoolOptions): pg.Pool {
  const { max, kept, idle_seconds, wait_ms, lifetime_seconds, pipeline = false, name } = { ...defaultPoolSettings, ...pooling }
  const pool = new pg.Pool({
    ...options,
    pipeline,
    max,
    min: Math.min(kept, max),
    application_name: `rapport ${name}`,
    idleTimeoutMillis: idle_seconds * 1_000,
    connectionTimeoutMillis: wait_ms,
    maxLifetimeSeconds: lifetime_seconds,
    keepAlive: true,
  })
  // Without a listener on each, a killed backend would end the process.
  pool.on('connect', (client) => client.on('error', ignore))
  pool.on('error', ignore)
  return pool
}

/** One connection for short work at start-up or on the command line; closed when `work` is done. */
export async function withClient<T>(options: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...options, connectionTimeoutMillis: 10_000 })
  client.on('error', ignore)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Runs `work` in a transaction of a pool without tenants; commits when it returns, rolls back when it throws. */
export async function withTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const answer = await work(client)
    await client.query('commit')
    client.release()
    return answer
  } catch (error) {
    await client.query('rollback').then(
      () => client.release(),
      (broken) => client.release(broken),
    )
    throw error
  }
}

// The query that was running rejects with the same error: that is where it is handled.
function ignore() {}

/**
 * Timestamps stay text, as RFC 3339 in UTC with microseconds: nothing is lost on the way to JSON or into a cursor.
 * bigint becomes a number: no count of ours reaches 2^53.
 */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (format !== 'binary') {
      if (oid === pg.types.builtins.TIMESTAMPTZ) return rfc3339
      if (oid === pg.types.builtins.INT8) return Number
    }
    return pg.types.getTypeParser(oid, format as 'text')
  }) as pg.CustomTypesConfig['getTypeParser'],
}

/** `2026-11-22 04:44:19.123456+00` → `2026-11-22T04:44:19.123456Z`; every role has `timezone = UTC`. */
function rfc3339(text: string): string {
  return text.endsWith('+00') ? `${text.slice(0, 10)}T${text.slice(11, -3)}Z` : text
}
