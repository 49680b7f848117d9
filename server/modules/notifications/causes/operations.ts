// How a long job ended, to who had started it: always when it failed, and when it took so long that they may have looked away.

import type { StoredEvent } from '#platform/events'
import { findStarters, type Operation } from '#platform/operations'
import { causeOf, type CauseSource, type Effect } from './contract.ts'

const longMs = 10_000

export const operationCauses: CauseSource = {
  types: ['operation.updated'],
  async effectsOf(db, events) {
    const ended = events.filter((event) => kindOf(operationOf(event)) !== undefined)
    if (ended.length === 0) return []
    const starters = await findStarters(db, ended.map((event) => operationOf(event).id))
    return ended.flatMap((event): Effect[] => {
      const operation = operationOf(event)
      const starter = starters.get(operation.id)
      if (starter?.kind !== 'user') return []
      const { filename, kind: what, error } = operation
      // To what was imported there is a page of its own.
      const subject = what.startsWith('import.') && what !== 'import.undo' ? `import:${operation.id}` : event.subject
      const shown = { subject, title: filename ?? what, snippet: error?.message ?? '' }
      return [{ effect: 'notify', ...causeOf(event), user_id: starter.id, kind: kindOf(operation)!, place: event.subject, seq: null, ...shown }]
    })
  },
}

function operationOf({ data }: StoredEvent): Operation {
  return data.operation as Operation
}

/** What its starter is told; of one that was undone later they were told when it ended. */
function kindOf({ status, started_at, finished_at, undone_at }: Operation): 'operation_failed' | 'operation_finished' | undefined {
  if (status === 'failed') return 'operation_failed'
  if (status !== 'succeeded' || undone_at !== null) return undefined
  return Date.parse(finished_at!) - Date.parse(started_at!) >= longMs ? 'operation_finished' : undefined
}
