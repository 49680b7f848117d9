// Who uses this browser.

import { queryOptions } from '@tanstack/react-query'
import { api, body, Problem } from '@/api/client.ts'
import { toastProblem } from '@/ui/toasts.tsx'
import { leaveFor } from './leaving.ts'
import { queryClient } from './query-client.ts'

export const meQuery = queryOptions({
  queryKey: ['me'],
  async queryFn({ client, queryKey }) {
    const me = await body(api.GET('/me', {}))
    const before = client.getQueryData<typeof me>(queryKey)
    // In another tab somebody else has signed in: nothing of before is theirs.
    if (before && (before.user?.id !== me.user?.id || before.organization.id !== me.organization.id)) {
      begin('/')
      await new Promise(() => {})
    }
    return me
  },
  staleTime: Infinity,
})

/** Throws a Problem of status 401 when nobody is signed in. */
export function currentUser() {
  return queryClient.ensureQueryData(meQuery)
}

/** The page is loaded anew: nothing of before is left in it, nor in the tab. */
export async function signOut() {
  try {
    await api.DELETE('/sessions/current', {})
  } catch (error) {
    const isOut = error instanceof Problem && error.status === 401
    if (!isOut) return toastProblem(error)
  }
  begin('/sign-in')
}

/** Goes on in another organization; nothing of this one is left in the page. */
export async function enterOrganization(id: string, to = '/') {
  await api.PATCH('/sessions/current', { body: { organization_id: id } })
  beginElsewhere(to)
}

const switches = new BroadcastChannel('organization')

/** The session works in another organization now, in all tabs: one that shows the one of before would write into this one. */
export function beginElsewhere(to = '/') {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- of windows; a channel is of this origin alone
  switches.postMessage('')
  begin(to)
}

/** Begins anew when another tab has gone on elsewhere; returns how to stop. */
export function followSwitches(): () => void {
  const follow = () => begin('/')
  switches.addEventListener('message', follow)
  return () => switches.removeEventListener('message', follow)
}

function begin(to: string) {
  sessionStorage.clear()
  leaveFor(to)
}

/** Those that one is in. */
export const organizationsQuery = queryOptions({
  queryKey: ['organizations'],
  queryFn: async ({ signal }) => (await body(api.GET('/organizations', { params: { query: { limit: 100 } }, signal }))).data,
  staleTime: 0,
})
