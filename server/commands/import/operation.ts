// An import on the server, watched to its end.

import { setTimeout } from 'node:timers/promises'
import type { Operation } from '#platform/operations'
import { getResource, type Api } from './api.ts'

/** What imports count; what does not apply is missing. */
export interface ImportResult {
  total: number
  created: number
  updated?: number
  /** Meetings that a series has no longer. */
  removed?: number
  /** Of a calendar: its events, a series several times. */
  meetings?: number
  dry_run?: boolean
  unchanged: number
  repeated?: number
  rejected: number
  /** Rows that were stored with U+FFFD, and where the first of them are. */
  damaged?: number
  damaged_lines?: number[]
  contacts_created?: number
  /** Of a Slack export: rooms that were made; files that it names and does not hold. */
  channels_created?: number
  files?: number
  files_missing?: number
}

export interface Rejection {
  position: number
  reason: string
}

const interval = 200

/** Asks until it has ended; `onProgress` hears of every answer. Returns the ended operation. */
export async function followOperation(api: Api, id: string, onProgress: (operation: Operation) => void) {
  for (;;) {
    const operation = await getResource<Operation>(api, `/operations/${id}`)
    if (operation.finished_at !== null) return operation
    onProgress(operation)
    await setTimeout(interval, undefined, { signal: api.signal }).catch(() => api.signal.throwIfAborted())
  }
}

/** The first ones, in the order of the file. */
export async function listRejections(api: Api, id: string, limit: number): Promise<Rejection[]> {
  return (await getResource<{ data: Rejection[] }>(api, `/imports/${id}/rejections?limit=${limit}`)).data
}
