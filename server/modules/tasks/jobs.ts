import type pg from 'pg'
import { bulkRunners } from '#modules/contacts'
import { purge } from '#platform/housekeeping'
import type { JobHandlers, Recurring } from '#platform/jobs'
import type { OperationRunner } from '#platform/operation-worker'
import type { Actor, Tenancy } from '#platform/tenancy'
import { taskBulk } from './bulk/task-bulk.ts'
import { tellDue } from './due.ts'
import { repeatScheduled } from './scheduled.ts'
import { taskBatch } from './storing.ts'

/** `tenancy` takes turns. */
export function taskJobs(tenancy: Tenancy): JobHandlers {
  const inBatches = (work: typeof tellDue) => async ({ org_id }: { org_id: string }) => {
    const actor: Actor = { org_id, kind: 'system', id: 'tasks', role: 'owner' }
    for (let done = taskBatch; done === taskBatch;) done = await tenancy.transact(actor, (tx) => work(tx, actor))
  }
  return { 'tasks.tell_due': inBatches(tellDue), 'tasks.repeat': inBatches(repeatScheduled) }
}

/** What carries out the operations of this module, by their kind. */
export function taskRunners(): Record<string, OperationRunner> {
  return bulkRunners(taskBulk)
}

/** On the pool of the system role. What was deleted longer ago than `retentionDays` is removed for good. */
export function taskHousekeeping(system: pg.Pool, retentionDays: number): readonly Recurring[] {
  return [
    { task: 'tasks.purge', cron: '7 4 * * *', run: ({ signal }) => purge(system, 'purge_tasks', retentionDays, signal) },
    { task: 'tasks.queue_due', cron: '* * * * *', run: async () => void (await system.query('select queue_due_tasks()')) },
  ]
}
