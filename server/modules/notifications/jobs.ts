import type pg from 'pg'
import { purge } from '#platform/housekeeping'
import type { JobHandlers, Recurring } from '#platform/jobs'
import type { Tenancy } from '#platform/tenancy'
import { wake, type WakeJob } from './actions.ts'
import type { NotificationCollector } from './collector.ts'

export function notificationJobs(tenancy: Tenancy): JobHandlers {
  return { 'notifications.wake': (job: WakeJob) => wake(tenancy, job) }
}

/** `system` is the pool of the system role. Times are UTC. */
export function notificationHousekeeping(collector: NotificationCollector, system: pg.Pool, retentionDays: number): readonly Recurring[] {
  return [
    { task: 'notifications.collect', cron: '* * * * *', run: ({ signal }) => collector.collectAll(signal) },
    { task: 'notifications.purge', cron: '17 4 * * *', run: ({ signal }) => purge(system, 'purge_notifications', retentionDays, signal) },
  ]
}
