// Imports: files of people, mail and meetings, brought in by operations that can be watched, interrupted and undone.
// Contacts from tables and vCards, timelines from mbox, .eml and calendars. Importing the same file again changes nothing.

import type pg from 'pg'
import { purge } from '#platform/housekeeping'
import type { Recurring } from '#platform/jobs'
import type { OperationRunner } from '#platform/operation-worker'
import type { Storage } from '#platform/storage'
import type { Tenancy } from '#platform/tenancy'
import { sweepUploads } from './uploads.ts'
import type { Series } from './recurrence.ts'

export type { ImportOptions } from './contract.ts'
export type { ImportInput } from './uploads.ts'
export { looksLikeMbox, splitMbox } from './mbox.ts'
export { readMail } from './mail.ts'
export { shownText } from './mail-content.ts'
export { openZip, type Zip } from './zip.ts'
export { storeRejections, type Rejection } from './rejections.ts'
export { ownMark } from './rejects.ts'
export { RuleError } from './rule-errors.ts'
export { importsPart } from './contact-part.ts'
export { importRoutes } from './routes.ts'
export { sweepUploads }

/** What carries out the operations of this module, by their kind. */
export function importRunners(storage: Storage, tenancy: Tenancy): Record<string, OperationRunner> {
  return {
    'import.contacts': async (run) => (await import('./contact-import.ts')).importContacts(storage, tenancy, run),
    'import.mail': async (run) => (await import('./mail-import.ts')).importMail(storage, tenancy, run),
    'import.calendar': async (run) => (await import('./calendar-import.ts')).importCalendar(storage, tenancy, run),
    'import.undo': async (run) => (await import('./undo.ts')).runUndo(run),
  }
}

/** What this module does by itself. */
export function importHousekeeping(storage: Storage, system: pg.Pool, retentionDays: number): readonly Recurring[] {
  return [
    { task: 'imports.sweep_uploads', cron: '27 * * * *', run: () => sweepUploads(storage, system) },
    { task: 'imports.purge', cron: '37 3 * * *', run: ({ signal }) => purge(system, 'purge_imports', retentionDays, signal) },
  ]
}

/**
 * The beginnings of a series up to `horizon` (UTC), in order. Throws a RuleError for a rule that cannot be read or has no end, or none
 * within so many milliseconds, in which nothing else is done.
 */
export async function listOccurrences(series: Series, horizon: number, milliseconds?: number): Promise<number[]> {
  return (await import('./recurrence.ts')).expandSeries(series, horizon, milliseconds)
}
