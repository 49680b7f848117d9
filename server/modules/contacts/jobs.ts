import type { JobHandlers } from '#platform/jobs'
import type { Storage } from '#platform/storage'
import type { Tenancy } from '#platform/tenancy'
import { removePhotoFile, type PhotoFile } from './photos/actions.ts'

export function contactJobs(tenancy: Tenancy, storage: Storage): JobHandlers {
  return {
    'contacts.remove_photo': (photo: PhotoFile) => removePhotoFile(tenancy, storage, photo),
  }
}
