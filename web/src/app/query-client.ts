import { QueryClient } from '@tanstack/react-query'
import { Problem } from '@/api/client.ts'

/** What is cached is kept true by live events; so nothing is fetched again just because time has passed. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5 * 60_000,
      refetchOnWindowFocus: false,
      // What the server has answered is final; only silence is asked again.
      retry: (failures, error) => error instanceof Problem && error.code === 'offline' && failures < 2,
    },
  },
})
