import { QueryCache, QueryClient, type Query } from '@tanstack/react-query'
import { api, Problem } from '@/api/client.ts'
import { leaveFor } from './leaving.ts'

/** What is cached is kept true by live events; so nothing is fetched again just because time has passed. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: leaveWhenOut }),
  defaultOptions: {
    queries: {
      staleTime: 5 * 60_000,
      refetchOnWindowFocus: false,
      // Without a connection things fail and say so, instead of waiting in a page that may be closed.
      networkMode: 'always',
      retry: (failures, error) => error instanceof Problem && failures < repeats(error),
      retryDelay: (failures, error) => Math.max(2 ** failures, (error instanceof Problem && error.retry_after) || 0) * 1_000,
    },
    mutations: { networkMode: 'always' },
  },
})

const old = new WeakSet<Query>()

/** What is to be fetched again stays so when something in it is changed meanwhile: a list that lacks a row would count as true with it. */
queryClient.getQueryCache().subscribe((event) => {
  if (event.type !== 'updated') return
  const { query, action } = event
  if (action.type === 'invalidate') old.add(query)
  else if (action.type === 'success' && !action.manual) old.delete(query)
  else if (action.type === 'success' && old.has(query)) query.invalidate()
})

/**
 * How often a read is repeated. What the server has answered is final, but that it cannot answer just now: a database that is restarted is there
 * again within seconds. Nobody is to wait longer without being told.
 */
function repeats({ code, status, retry_after = 0 }: Problem): number {
  if (code === 'offline') return 2
  return status === 503 && retry_after <= 15 ? 4 : 0
}

/** When the session has ended, or the membership: the page is loaded anew, so that nothing of before is left in it. */
function leaveWhenOut(error: Error, { queryKey, state }: { queryKey: readonly unknown[]; state: { data: unknown } }) {
  // Whoever has not been in is shown the way by the routes.
  if (!(error instanceof Problem) || (queryKey[0] === 'me' && state.data === undefined)) return
  if (error.status === 401) leaving ??= leaveUnlessRenewed().finally(() => (leaving = undefined))
  if (error.code === 'no_organization' || error.code === 'two_factor_needed') leaveFor('/')
}

let leaving: Promise<void> | undefined

/**
 * A change may give this browser another session, as a second factor does: the one of before is dead while the cookie of the
 * next is on its way. So it is asked again when nothing is on its way any more.
 */
async function leaveUnlessRenewed() {
  await changesAnswered()
  const again = await api.GET('/me').catch((error: unknown) => error)
  if (again instanceof Problem && again.status === 401) {
    leaveFor(`/sign-in?${new URLSearchParams({ next: location.pathname + location.search, ended: 'true' })}`)
  } else {
    await queryClient.refetchQueries({ predicate: ({ state: { error } }) => error instanceof Problem && error.status === 401 })
  }
}

function changesAnswered(): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (queryClient.isMutating() > 0) return
      unsubscribe()
      resolve()
    }
    const unsubscribe = queryClient.getMutationCache().subscribe(look)
    look()
  })
}
