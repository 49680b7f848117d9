import type { JobHandlers } from '#platform/jobs'
import type { Storage } from '#platform/storage'
import type { Tenancy } from '#platform/tenancy'
import { hideContacts, type HiddenRoom } from './messages/contacts.ts'
import { removeFiles, type RemovedFiles } from './files/actions.ts'

export function roomJobs(tenancy: Tenancy, storage: Storage): JobHandlers {
  return {
    'rooms.remove_files': (job: RemovedFiles) => removeFiles(tenancy, storage, job),
    'rooms.hide_contacts': (job: HiddenRoom, { signal }) => hideContacts(tenancy, job, signal),
  }
}
