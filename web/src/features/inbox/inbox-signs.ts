// What the inbox does outside of its screen: the number in the browser's tab, a word of the browser to whoever is not looking, and that what
// somebody looks at elsewhere is read.

import { useQuery } from '@tanstack/react-query'
import { useLocation, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { api } from '@/api/client.ts'
import { onEvents } from '@/api/live.ts'
import { readOrganization } from '@/app/elsewhere.ts'
import { setTitleCount } from '@/app/title.ts'
import { useLanguage, useMessages } from '@/messages/messages.tsx'
import './inbox-events.ts'
import { renewPush } from './browser-notices.ts'
import { countsQuery, type Entry } from './inbox-queries.ts'
import { ownOrganization, showForeign, showNotice, withdrawNotices, type Notice } from './notices.ts'

export function InboxSigns() {
  const counts = useQuery(countsQuery).data
  const unread = counts?.unread ?? 0
  useEffect(() => {
    setTitleCount(unread)
    document.querySelector<HTMLLinkElement>('link[rel=icon]')!.href = unread > 0 ? '/icon-unread.svg' : '/icon.svg'
    // Of an installed one: on its icon.
    void navigator.setAppBadge?.(unread).catch(() => {})
  }, [unread])
  useNotices(counts?.unread)
  usePush()
  useSeenTasks(unread)
  return null
}

function useNotices(unread: number | undefined) {
  const m = useMessages()
  useEffect(
    () =>
      onEvents({
        events(events) {
          const gone = new Set<string>()
          for (const { type, data } of events) {
            const { notification: entry, notification_id, loud } = data as { notification?: Entry; notification_id?: string; loud?: boolean }
            if (type === 'notification.removed') gone.add(notification_id!)
            if (type !== 'notification.created' && type !== 'notification.updated') continue
            if (entry!.unread_count === 0 || entry!.snoozed_until) gone.add(entry!.id)
            else if (loud) void showNotice(entry!, m)
          }
          if (gone.size > 0) void withdrawNotices(gone)
        },
        reset() {},
      }),
    [m],
  )
  // What was read while no page was open.
  useEffect(() => {
    if (unread === 0) void withdrawNotices()
  }, [unread])
}

/** Keeps this browser subscribed, and goes to where a click on what it has shown leads. */
function usePush() {
  const { language } = useLanguage()
  const { history } = useRouter()
  useEffect(() => void renewPush(language), [language])
  useEffect(() => {
    const heed = ({ data }: MessageEvent<{ open?: string; notice?: Notice }>) => {
      if (data.notice) void showForeign(data.notice)
      if (!data.open) return
      const { path, id } = readOrganization(data.open)
      history.push(id === ownOrganization() ? path : data.open)
    }
    navigator.serviceWorker?.addEventListener('message', heed)
    return () => navigator.serviceWorker?.removeEventListener('message', heed)
  }, [history])
}

/** A task that is open is seen; rooms say by themselves how far they are read. */
function useSeenTasks(unread: number) {
  const id = /^\/tasks\/([0-9a-f-]{36})$/.exec(useLocation().pathname)?.[1]
  useEffect(() => {
    // When it does not get through, it is read when the task is opened next.
    if (id && unread > 0) void api.POST('/notifications/read', { body: { place: `task:${id}` } }).catch(() => {})
  }, [id, unread])
}
