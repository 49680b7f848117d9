import type pg from 'pg'
import { purge } from '#platform/housekeeping'
import type { JobHandlers, Recurring } from '#platform/jobs'
import type { Log } from '#platform/log'
import type { Mail } from '#platform/mail'
import type { Outgoing } from '#platform/outgoing'
import type { Secrets } from '#platform/secrets'
import type { Tenancy } from '#platform/tenancy'
import { wake, type WakeJob } from './actions.ts'
import type { NotificationCollector } from './collector.ts'
import { createDigests } from './dispatches/mailing.ts'
import { createPushes } from './dispatches/pushing.ts'
import { tellOverdue, type TellJob } from './dispatches/scheduling.ts'
import { send } from './dispatches/sending.ts'
import { tell, type SendJob } from './dispatches/telling.ts'

export function notificationJobs(tenancy: Tenancy): JobHandlers {
  return {
    'notifications.wake': (job: WakeJob) => wake(tenancy, job),
    'notifications.tell': (job: TellJob) => tell(tenancy, job),
  }
}

interface DispatchOptions {
  tenancy: Tenancy
  mail: Mail
  outgoing: Outgoing
  secrets: Secrets
  public_url: string
  log: Log
}

/** What asks servers of others, which may be slow. */
export function dispatchJobs({ tenancy, log, ...options }: DispatchOptions): JobHandlers {
  const [mail, push] = [createDigests({ tenancy, ...options }), createPushes({ tenancy, ...options })]
  return { 'notifications.send': (job: SendJob) => send({ tenancy, log, mail, push }, job) }
}

/** `system` is the pool of the system role. Times are UTC. */
export function notificationHousekeeping(collector: NotificationCollector, tenancy: Tenancy, system: pg.Pool, retentionDays: number): readonly Recurring[] {
  return [
    { task: 'notifications.collect', cron: '* * * * *', run: ({ signal }) => collector.collectAll(signal) },
    { task: 'notifications.tell_overdue', cron: '* * * * *', run: () => tellOverdue(tenancy, system) },
    { task: 'notifications.purge', cron: '17 4 * * *', run: ({ signal }) => purge(system, 'purge_notifications', retentionDays, signal) },
    { task: 'notifications.purge_dispatches', cron: '27 4 * * *', run: ({ signal }) => purge(system, 'purge_notification_dispatches', dispatchDays, signal) },
  ]
}

/** How long it is kept what was sent, and why something was not. */
const dispatchDays = 14
