import { queryOptions } from '@tanstack/react-query'
import { api, body } from '@/api/client.ts'

/** Of the organization. */
export const retentionQuery = queryOptions({
  queryKey: ['room-retention'],
  queryFn: ({ signal }) => body(api.GET('/rooms/retention', { signal })),
  staleTime: 0,
})

/** Those that are offered; one that was set elsewhere is added. */
export function offeredDays(current: number | null): number[] {
  const usual = [1, 7, 30, 90, 180, 365, 730, 1825, 3650]
  return current && !usual.includes(current) ? [...usual, current].toSorted((one, other) => one - other) : usual
}
