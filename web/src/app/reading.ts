// What somebody reads: one language on all of their devices, in which they are written to as well, by the clock of where they are.

import { useEffect } from 'react'
import { api, type Schemas } from '@/api/client.ts'
import { useLanguage } from '@/messages/messages.tsx'
import { queryClient } from './query-client.ts'
import { useMe } from './roles.ts'
import { meQuery } from './session.ts'

export function Reading(): null {
  const { user } = useMe()
  const { language, choose } = useLanguage()
  useEffect(() => {
    if (!user) return
    if (user.language && user.language !== language) return choose(user.language)
    const { timeZone: time_zone } = Intl.DateTimeFormat().resolvedOptions()
    // Another time it is said again.
    if (!user.language || user.time_zone !== time_zone) void saveReading({ language, time_zone }).catch(() => {})
  }, [user, language, choose])
  return null
}

/** It is so here at once. */
export async function saveReading(change: Pick<Schemas['UserChange'], 'language' | 'time_zone'>) {
  queryClient.setQueryData(meQuery.queryKey, (me) => me && { ...me, user: me.user && { ...me.user, ...change } })
  await api.PATCH('/me', { body: change })
}
