// Follows events from when any part of the inbox is loaded, which is before anything of it is fetched: the first screen needs none of it.

import { onEvents, type LiveEvent } from '@/api/live.ts'
import { queryClient } from '@/app/query-client.ts'
import { hold } from './change-entries.ts'
import { dropEntry, putEntries, refetchLists, setCounts, type Counts, type Entry } from './inbox-queries.ts'

onEvents({
  events: (events) => events.forEach(apply),
  // Then everything is fetched afresh.
  reset() {},
})

function apply({ type, data }: LiveEvent) {
  if (type === 'notification_preferences.updated') queryClient.setQueryData(['notification-preferences'], data.notification_preferences)
  if (!type.startsWith('notification.') && type !== 'inbox.changed') return
  setCounts(data.counts as Counts)
  if (type === 'inbox.changed') return void refetchLists()
  if (type === 'notification.removed') dropEntry(data.notification_id as string)
  else if (!hold(data.notification as Entry)) putEntries([data.notification as Entry])
}
