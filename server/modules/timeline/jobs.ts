import type pg from 'pg'
import { purge } from '#platform/housekeeping'
import type { JobHandlers, Recurring } from '#platform/jobs'
import type { Storage } from '#platform/storage'
import type { Tenancy } from '#platform/tenancy'
import { removeFiles, type LeftFiles } from './attachments/files.ts'
import { readEarlierSubjects } from './earlier-subjects.ts'

export function timelineJobs(tenancy: Tenancy, storage: Storage): JobHandlers {
  return {
    'timeline.remove_files': (left: LeftFiles) => removeFiles(tenancy, storage, left),
    'timeline.read_earlier_subjects': (of: { org_id: string }, context) => readEarlierSubjects(tenancy, of, context),
  }
}

/** On the pool of the system role. What was deleted longer ago than `retentionDays` is removed for good. */
export function timelineHousekeeping(system: pg.Pool, retentionDays: number): readonly Recurring[] {
  return [
    {
      task: 'timeline.purge',
      cron: '57 3 * * *',
      run: ({ signal }) => purge(system, 'purge_interactions', retentionDays, signal),
    },
    {
      task: 'timeline.settle_meetings',
      cron: '*/5 * * * *',
      // Also what began while no server ran.
      run: async () => void (await system.query("select settle_meetings('7 days')")),
    },
  ]
}
