// Imports: files of people and mail, brought in by operations that can be watched and interrupted. Contacts from CSV,
// timelines from mbox and .eml. Importing the same file again changes nothing.

import type { OperationRunner } from '#platform/operation-worker'
import type { Storage } from '#platform/storage'
import type { Tenancy } from '#platform/tenancy'

export { looksLikeMbox, splitMbox } from './mbox.ts'
export { importRoutes } from './routes.ts'
export { sweepUploads } from './uploads.ts'

/** What carries out the operations of this module, by their kind. */
export function importRunners(storage: Storage, tenancy: Tenancy): Record<string, OperationRunner> {
  return {
    'import.contacts': async (run) => (await import('./contact-import.ts')).importContacts(storage, run),
    'import.mail': async (run) => (await import('./mail-import.ts')).importMail(storage, tenancy, run),
  }
}
