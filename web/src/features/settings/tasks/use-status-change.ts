import { queryClient } from '@/app/query-client.ts'
import { statusesQuery } from '@/features/tasks/tasks-queries.ts'
import { useChange } from '../use-change.ts'

/** A change of statuses: what is shown of them and of their tasks is fetched again, also where nothing is told live. */
export function useStatusChange<I = void, O = unknown>(run: (input: I) => Promise<O>, options: Parameters<typeof useChange<I, O>>[1] = {}) {
  return useChange<I, O>(async (input) => {
    const answer = await run(input)
    await Promise.all([statusesQuery.queryKey, ['tasks']].map((queryKey) => queryClient.invalidateQueries({ queryKey })))
    return answer
  }, options)
}
