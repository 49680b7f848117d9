import { queryOptions } from '@tanstack/react-query'
import { api, body, type Schemas } from '@/api/client.ts'

export type Dashboard = Schemas['Dashboard']

/** One request for the whole screen; events say when to ask again. */
export const dashboardQuery = queryOptions({
  queryKey: ['dashboard'],
  queryFn: ({ signal }) => body(api.GET('/dashboard', { signal })),
})
