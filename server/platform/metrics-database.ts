// What the database is like: for this process, by its queries; for all, by what PostgreSQL counts itself.

import { Gauge, Histogram, type Registry } from 'prom-client'
import type pg from 'pg'
import type { Database } from '#platform/db/database'

export function measureDatabase(database: Database, registry: Registry) {
  measureQueries(database, registry)
  measureServer(database.pools.system, registry)
}

function measureQueries(database: Database, registry: Registry) {
  const buckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.15, 0.5, 2]
  const histograms = {
    query: new Histogram({ name: 'rapport_query_seconds', help: 'Time of a query of an organization.', buckets, registers: [registry] }),
    connection: new Histogram({
      name: 'rapport_pool_acquire_seconds',
      help: 'How long a query or transaction waited for its connection.',
      buckets,
      registers: [registry],
    }),
  }
  database.onTime((what, seconds) => histograms[what].observe(seconds))
}

const counters = `
  select
    pg_database_size(datname)::float8 as size, numbackends as connections, deadlocks, temp_bytes::float8, xact_commit as committed,
    xact_rollback as rolled_back, blks_hit::float8 as blocks_hit, blks_read::float8 as blocks_read,
    (select count(*)::int from pg_locks join pg_stat_activity using (pid)
      where not granted and datname = current_database()) as lock_waits,
    (select coalesce(100 * sum(idx_scan) / nullif(sum(idx_scan + seq_scan), 0), 100)::float8
      from pg_stat_user_tables where n_live_tup >= 10000) as index_use,
    (select coalesce(extract(epoch from max(now() - xact_start)), 0)::float8 from pg_stat_activity where datname = current_database()) as oldest
  from pg_stat_database where datname = current_database()`

interface Counters {
  size: number
  connections: number
  deadlocks: number
  temp_bytes: number
  committed: number
  rolled_back: number
  blocks_hit: number
  blocks_read: number
  lock_waits: number
  index_use: number
  oldest: number
}

const about: Record<keyof Counters, [name: string, help: string]> = {
  size: ['size_bytes', 'Size of the database.'],
  connections: ['connections', 'Connections to the database, of all processes.'],
  deadlocks: ['deadlocks', 'Deadlocks since the statistics began.'],
  temp_bytes: ['temporary_bytes', 'Written to temporary files, since the statistics began.'],
  committed: ['commits', 'Transactions that were committed, since the statistics began.'],
  rolled_back: ['rollbacks', 'Transactions that were rolled back, since the statistics began.'],
  blocks_hit: ['blocks_hit', 'Blocks that were found in memory, since the statistics began.'],
  blocks_read: ['blocks_read', 'Blocks that were read from outside, since the statistics began.'],
  lock_waits: ['lock_waits', 'Sessions that wait for a lock at this moment.'],
  index_use: ['index_use_percent', 'Scans by an index, of all scans of tables with 10,000 rows or more.'],
  oldest: ['oldest_transaction_seconds', 'Age of the transaction that has been open for longest.'],
}

/** While the database is gone they are left out. */
function measureServer(pool: pg.Pool, registry: Registry) {
  // All are collected at once: one query fills them.
  let reading: Promise<Partial<Counters>> | undefined
  const read = () => (reading ??= ask().finally(() => (reading = undefined)))
  const ask = async (): Promise<Partial<Counters>> => {
    const answer = await pool.query<Counters>(counters).catch(() => undefined)
    return answer?.rows[0] ?? {}
  }
  for (const key of Object.keys(about) as (keyof Counters)[]) {
    const [name, help] = about[key]
    new Gauge({
      name: `rapport_database_${name}`,
      help,
      registers: [registry],
      async collect() {
        const value = (await read())[key]
        if (value === undefined) this.remove()
        else this.set(value)
      },
    })
  }
}
