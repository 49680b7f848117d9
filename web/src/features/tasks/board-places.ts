// Where on the board a task will most likely be once the server has moved it.

import type { QueryClient } from '@tanstack/react-query'
import { generateKeyBetween } from 'fractional-indexing'
import { columnsAtHand } from './task-caches.ts'
import type { Task } from './tasks-queries.ts'

/** A place between these two of a column, as the server will most likely give it. */
export function placeBetween(after: Task | undefined, before: Task | undefined): string {
  // Two that somebody else has given one place to have none between them.
  const end = after && before && after.position >= before.position ? null : (before?.position ?? null)
  return generateKeyBetween(after?.position ?? null, end)
}

/** The place before all others of a status that are at hand; undefined when none is. */
export function firstPlace(client: QueryClient, statusId: string): string | undefined {
  const column = columnsAtHand(client).find(({ status_id }) => status_id === statusId)
  return column && placeBetween(undefined, column.data[0])
}
