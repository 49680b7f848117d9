// What the platform does by itself: the whole schedule.

import type pg from 'pg'
import { sweepIdempotencyKeys } from '#platform/idempotency'
import type { Recurring } from '#platform/jobs'

/** On the pool of the system role. Times are UTC. */
export function housekeeping(system: pg.Pool, eventRetentionDays: number): readonly Recurring[] {
  return [
    { task: 'platform.sweep_idempotency_keys', cron: '7 * * * *', run: () => sweepIdempotencyKeys(system) },
    {
      task: 'platform.purge_events',
      cron: '17 3 * * *',
      run: ({ signal }) => purgeEvents(system, eventRetentionDays, signal),
    },
    {
      task: 'platform.analyze_tables',
      cron: '47 3 * * *',
      run: async () => void (await system.query('select analyze_tables()')),
    },
  ]
}

/** Events at once: a transaction of some tens of milliseconds. */
const purgeBatch = 5_000

/** Removes events that are older than the retention. A reader who had not seen them is told to begin afresh. */
export async function purgeEvents(system: pg.Pool, retentionDays: number, signal?: AbortSignal) {
  for (let gone = purgeBatch; gone === purgeBatch && !signal?.aborted; ) {
    const query = 'select purge_events(make_interval(days => $1), $2) as gone'
    const { rows } = await system.query<{ gone: number }>(query, [retentionDays, purgeBatch])
    gone = rows[0]!.gone
  }
}
