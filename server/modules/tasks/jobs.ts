import type pg from 'pg'
import { purge } from '#platform/housekeeping'
import type { Recurring } from '#platform/jobs'

/** On the pool of the system role. What was deleted longer ago than `retentionDays` is removed for good. */
export function taskHousekeeping(system: pg.Pool, retentionDays: number): readonly Recurring[] {
  return [{ task: 'tasks.purge', cron: '7 4 * * *', run: ({ signal }) => purge(system, 'purge_tasks', retentionDays, signal) }]
}
