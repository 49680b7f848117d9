import type pg from 'pg'
import { purge } from '#platform/housekeeping'
import type { JobHandlers, Recurring } from '#platform/jobs'
import type { Mail } from '#platform/mail'
import type { WebhookCollector } from './collector.ts'
import { deliver, type DeliveryOptions, type WebhookJob } from './delivering.ts'
import { reportDisabled, type ReportJob } from './reports.ts'

export function webhookJobs(options: DeliveryOptions & { mail: Mail; public_url: string }): JobHandlers {
  return {
    'webhooks.deliver': (job: WebhookJob, { signal }) => deliver(options, job, signal),
    'webhooks.report_disabled': (job: ReportJob) => reportDisabled(options, job),
  }
}

/** `system` is the pool of the system role. Times are UTC. */
export function webhookHousekeeping(collector: WebhookCollector, system: pg.Pool, retentionDays: number): readonly Recurring[] {
  return [
    { task: 'webhooks.collect', cron: '* * * * *', run: ({ signal }) => collector.collectAll(signal) },
    {
      task: 'webhooks.purge_deliveries',
      cron: '37 3 * * *',
      run: ({ signal }) => purge(system, 'purge_webhook_deliveries', retentionDays, signal),
    },
  ]
}
