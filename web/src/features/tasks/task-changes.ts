// Changes of tasks that are on their way.

import type { QueryClient } from '@tanstack/react-query'

export const mutationKey = ['change-task']

/** Of this task. */
export function countChanges(client: QueryClient, id: string): number {
  return client.isMutating({ mutationKey, predicate: ({ state }) => (state.variables as { task: { id: string } }).task.id === id })
}

/** Whether a change of it is on its way: what is told meanwhile is older than what is shown. */
export function isChanging(client: QueryClient, id: string): boolean {
  return countChanges(client, id) > 0
}
