// What the platform does by itself: the whole schedule.

import type pg from 'pg'
import type { Config } from '#platform/config'
import { sweepIdempotencyKeys } from '#platform/idempotency'
import type { JobHandlers, JobPayload, Recurring } from '#platform/jobs'

type Retention = Pick<Config, 'event_retention_days' | 'audit_retention_days' | 'operation_retention_days'>

/** On the pool of the system role. Times are UTC. */
export function housekeeping(system: pg.Pool, retention: Retention): readonly Recurring[] {
  const { event_retention_days, audit_retention_days, operation_retention_days } = retention
  return [
    { task: 'platform.sweep_idempotency_keys', cron: '7 * * * *', run: () => sweepIdempotencyKeys(system) },
    {
      task: 'platform.purge_events',
      cron: '17 3 * * *',
      run: ({ signal }) => purgeEvents(system, event_retention_days, signal),
    },
    {
      task: 'platform.purge_audit_entries',
      cron: '27 3 * * *',
      run: ({ signal }) => purgeAuditEntries(system, audit_retention_days, signal),
    },
    {
      task: 'platform.purge_operations',
      cron: '57 3 * * *',
      run: ({ signal }) => purgeOperations(system, operation_retention_days, signal),
    },
    {
      task: 'platform.analyze_tables',
      cron: '47 3 * * *',
      run: async () => void (await system.query('select analyze_tables()')),
    },
  ]
}

export interface AnalysisJob extends JobPayload {
  /** Rows that have changed since a table was last analyzed. */
  rows: number
}

/** On the pool of the system role. */
export function platformJobs(system: pg.Pool): JobHandlers {
  return {
    'platform.analyze_grown': async ({ rows }: AnalysisJob) => void (await system.query('select analyze_grown($1)', [rows])),
  }
}

/** Removes events that are older than the retention. A reader who had not seen them is told to begin afresh. */
export function purgeEvents(system: pg.Pool, retentionDays: number, signal?: AbortSignal) {
  return purge(system, 'purge_events', retentionDays, signal)
}

/** Removes entries of the audit log that are older than its retention. */
export function purgeAuditEntries(system: pg.Pool, retentionDays: number, signal?: AbortSignal) {
  return purge(system, 'purge_audit_entries', retentionDays, signal)
}

/** Removes operations that ended before the retention. Few at once: an import takes its rejections along. */
export function purgeOperations(system: pg.Pool, retentionDays: number, signal?: AbortSignal) {
  return purge(system, 'purge_operations', retentionDays, signal, 50)
}

/** Rows at once: a transaction of some tens of milliseconds. */
const purgeBatch = 5_000

/** Calls a function of the database that removes a batch of what is too old, until nothing is. */
export async function purge(system: pg.Pool, name: `purge_${string}`, retentionDays: number, signal?: AbortSignal, batch = purgeBatch) {
  for (let gone = batch; gone === batch && !signal?.aborted; ) {
    const query = `select ${name}(make_interval(days => $1), $2) as gone`
    const { rows } = await system.query<{ gone: number }>(query, [retentionDays, batch])
    gone = rows[0]!.gone
  }
}
