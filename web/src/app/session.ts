// Who uses this browser.

import { queryOptions } from '@tanstack/react-query'
import { api, body } from '@/api/client.ts'
import { queryClient } from './query-client.ts'

export const meQuery = queryOptions({ queryKey: ['me'], queryFn: () => body(api.GET('/me', {})), staleTime: Infinity })

/** Throws a Problem of status 401 when nobody is signed in. */
export function currentUser() {
  return queryClient.ensureQueryData(meQuery)
}
