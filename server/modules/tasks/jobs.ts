import type pg from 'pg'
import { bulkRunners } from '#modules/contacts'
import { purge } from '#platform/housekeeping'
import type { Recurring } from '#platform/jobs'
import type { OperationRunner } from '#platform/operation-worker'
import { taskBulk } from './bulk/task-bulk.ts'

/** What carries out the operations of this module, by their kind. */
export function taskRunners(): Record<string, OperationRunner> {
  return bulkRunners(taskBulk)
}

/** On the pool of the system role. What was deleted longer ago than `retentionDays` is removed for good. */
export function taskHousekeeping(system: pg.Pool, retentionDays: number): readonly Recurring[] {
  return [{ task: 'tasks.purge', cron: '7 4 * * *', run: ({ signal }) => purge(system, 'purge_tasks', retentionDays, signal) }]
}
