import type pg from 'pg'
import { purge } from '#platform/housekeeping'
import type { JobHandlers, Recurring } from '#platform/jobs'
import type { OperationRunner } from '#platform/operation-worker'
import type { Storage } from '#platform/storage'
import type { Tenancy } from '#platform/tenancy'
import { contactBulk } from './bulk/contact-bulk.ts'
import type { BulkKind } from './bulk/kind.ts'
import { runBulkChange } from './bulk/running.ts'
import { runBulkUndo } from './bulk/undoing.ts'
import { companyBulk } from './companies/bulk/company-bulk.ts'
import { findDuplicates } from './duplicates/search.ts'
import { sweepWords } from './erasures/sweeping.ts'
import { removePhotoFile, type PhotoFile } from './photos/actions.ts'

export function contactJobs(tenancy: Tenancy, storage: Storage): JobHandlers {
  return {
    'contacts.find_duplicates': (search: { org_id: string }, context) => findDuplicates(tenancy, search, context),
    'contacts.remove_photo': (photo: PhotoFile) => removePhotoFile(tenancy, storage, photo),
  }
}

/** What carries out the operations of this module, by their kind. */
export function contactRunners(storage: Storage): Record<string, OperationRunner> {
  return {
    'contacts.erase': (run) => sweepWords(storage, run),
    ...bulkRunners(contactBulk),
    ...bulkRunners(companyBulk),
  }
}

/** What carries out bulk changes of some kind, and takes them back. */
export function bulkRunners(of: BulkKind): Record<string, OperationRunner> {
  return {
    [of.operation]: (run) => runBulkChange(of, run),
    [`${of.operation}_undo`]: (run) => runBulkUndo(of, run),
  }
}

/** A bulk change can be undone for so long. */
const undoDays = 30

/** On the pool of the system role: who or what was deleted longer ago than `retentionDays` is removed for good. */
export function contactHousekeeping(system: pg.Pool, retentionDays: number): readonly Recurring[] {
  return [
    { task: 'contacts.purge', cron: '37 3 * * *', run: ({ signal }) => purge(system, 'purge_contacts', retentionDays, signal) },
    { task: 'contacts.purge_companies', cron: '7 4 * * *', run: ({ signal }) => purge(system, 'purge_companies', retentionDays, signal) },
    { task: 'contacts.purge_bulk_changes', cron: '57 3 * * *', run: ({ signal }) => purge(system, 'purge_bulk_changes', undoDays, signal) },
    {
      task: 'contacts.queue_duplicate_searches',
      cron: '* * * * *',
      run: async () => void (await system.query('select queue_duplicate_searches()')),
    },
  ]
}
