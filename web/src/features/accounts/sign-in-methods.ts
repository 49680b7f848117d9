import { queryOptions } from '@tanstack/react-query'
import { api, body } from '@/api/client.ts'

/** What there is beside address and password. */
export const signInMethodsQuery = queryOptions({
  queryKey: ['sign-in-methods'],
  queryFn: ({ signal }) => body(api.GET('/sign-in-methods', { signal })),
})
