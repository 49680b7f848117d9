import type pg from 'pg'
import type { JobHandlers, Recurring } from '#platform/jobs'
import type { OperationRunner } from '#platform/operation-worker'
import type { Storage } from '#platform/storage'
import type { Tenancy } from '#platform/tenancy'
import { repeatUrgent, type RepeatJob } from './messages/urgent.ts'
import { hideContacts, type HiddenRoom } from './messages/contacts.ts'
import { sendScheduled, type SendJob } from './scheduled/actions.ts'
import { removeFiles, type RemovedFiles } from './files/actions.ts'
import { expireRoom, type ExpiringRoom } from './retention.ts'

export function roomJobs(tenancy: Tenancy, storage: Storage): JobHandlers {
  return {
    'rooms.remove_files': (job: RemovedFiles) => removeFiles(tenancy, storage, job),
    'rooms.send_scheduled': (job: SendJob) => sendScheduled(tenancy, job),
    'rooms.repeat_urgent': (job: RepeatJob) => repeatUrgent(tenancy, job),
    'rooms.hide_contacts': (job: HiddenRoom, { signal }) => hideContacts(tenancy, job, signal),
    'rooms.expire': (job: ExpiringRoom, { signal }) => expireRoom(tenancy, job, signal),
  }
}

/** What carries out the operations of this module, by their kind. `limit_bytes`: of a file of a message. */
export function roomRunners(tenancy: Tenancy, storage: Storage, limit_bytes: number): Record<string, OperationRunner> {
  return {
    'import.slack': async (run) => (await import('./slack/slack-import.ts')).importSlack({ tenancy, storage, limit_bytes }, run),
    'import.slack_undo': async (run) => (await import('./slack/slack-undo.ts')).undoSlack(run),
  }
}

/** On the pool of the system role. Times are UTC. What was deleted longer ago than `retentionDays` is removed for good. */
export function roomHousekeeping(system: pg.Pool, retentionDays: number): readonly Recurring[] {
  return [
    { task: 'rooms.queue_late', cron: '* * * * *', run: async () => void (await system.query('select queue_late_messages()')) },
    { task: 'rooms.queue_expiring', cron: '7 2 * * *', run: async () => void (await system.query('select queue_expiring_rooms($1)', [retentionDays])) },
  ]
}
