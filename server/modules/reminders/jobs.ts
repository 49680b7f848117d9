import type pg from 'pg'
import type { JobHandlers, Recurring } from '#platform/jobs'
import type { Tenancy } from '#platform/tenancy'
import { tellReminder, type TellJob } from './actions.ts'

export function reminderJobs(tenancy: Tenancy): JobHandlers {
  return { 'reminders.tell': (job: TellJob) => tellReminder(tenancy, job) }
}

/** `system` is the pool of the system role. Times are UTC. */
export function reminderHousekeeping(system: pg.Pool): readonly Recurring[] {
  return [{ task: 'reminders.queue_late', cron: '* * * * *', run: async () => void (await system.query('select queue_late_reminders()')) }]
}
