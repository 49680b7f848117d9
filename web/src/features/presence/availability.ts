// What one says of oneself, and when one is not to be disturbed.

import { queryOptions } from '@tanstack/react-query'
import { api, body, type Schemas } from '@/api/client.ts'
import type { LiveEvent } from '@/api/live.ts'
import { queryClient } from '@/app/query-client.ts'
import { toastProblem } from '@/ui/toasts.tsx'

export type Availability = Schemas['Availability']

export const availabilityQuery = queryOptions({
  queryKey: ['availability'],
  queryFn: ({ signal }) => body(api.GET('/availability', { signal })),
  staleTime: Infinity,
})

/** At once, until the server says otherwise. Resolves to whether it is so now. */
export async function changeAvailability(change: Schemas['AvailabilityChange']): Promise<boolean> {
  const before = queryClient.getQueryData(availabilityQuery.queryKey)
  if (before) queryClient.setQueryData(availabilityQuery.queryKey, { ...before, ...change })
  try {
    queryClient.setQueryData(availabilityQuery.queryKey, await body(api.PATCH('/availability', { body: change })))
    return true
  } catch (error) {
    queryClient.setQueryData(availabilityQuery.queryKey, before)
    toastProblem(error)
    return false
  }
}

export function applyAvailability({ type, data }: LiveEvent) {
  if (type === 'availability.updated') queryClient.setQueryData(availabilityQuery.queryKey, data.availability as Availability)
}

const minuteMs = 60_000

export function inMinutes(minutes: number): string {
  return new Date(Date.now() + minutes * minuteMs).toISOString()
}

/** On the day after so many days, at an hour of this place. */
export function atHour(days: number, hour: number): string {
  const at = new Date()
  at.setDate(at.getDate() + days)
  at.setHours(hour, 0, 0, 0)
  return at.toISOString()
}
