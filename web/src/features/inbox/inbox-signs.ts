// What the inbox does outside of its screen: the number in the browser's tab, a word of the browser to whoever is not looking, and that what
// somebody looks at elsewhere is read.

import { useQuery } from '@tanstack/react-query'
import { useLocation, useNavigate, useRouter } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { api } from '@/api/client.ts'
import { onEvents } from '@/api/live.ts'
import { setTitleCount } from '@/app/title.ts'
import { useLanguage, useMessages } from '@/messages/messages.tsx'
import './inbox-events.ts'
import { noticesHere, renewPush } from './browser-notices.ts'
import { tell } from './happened.ts'
import { countsQuery, type Entry } from './inbox-queries.ts'
import { openLine } from './where.ts'

export function InboxSigns() {
  const unread = useQuery(countsQuery).data?.unread ?? 0
  useEffect(() => {
    setTitleCount(unread)
    document.querySelector<HTMLLinkElement>('link[rel=icon]')!.href = unread > 0 ? '/icon-unread.svg' : '/icon.svg'
  }, [unread])
  useBrowserNotices()
  usePush()
  useSeenTasks(unread)
  return null
}

function useBrowserNotices() {
  const m = useMessages()
  const navigate = useNavigate()
  const current = useRef({ m, navigate })
  useEffect(() => {
    current.current = { m, navigate }
  })
  useEffect(
    () =>
      onEvents({
        events(events) {
          if (document.hasFocus() || noticesHere() !== 'on') return
          for (const { type, data } of events) {
            const entry = data.notification as Entry
            // What was read, done or put off on another device is no news.
            if ((type !== 'notification.created' && type !== 'notification.updated') || entry.unread_count === 0 || entry.snoozed_until || !isNews(entry)) continue
            const { m: words, navigate: go } = current.current
            const { who, what, more } = tell(entry, words)
            const notice = new Notification(`${who} ${what}`, { body: more, tag: entry.id, icon: '/icon.svg' })
            notice.addEventListener('click', () => {
              focus()
              notice.close()
              void openLine(go, { id: entry.place, latest: entry })
            })
          }
        },
        reset() {},
      }),
    [],
  )
}

/** Keeps this browser subscribed, and goes to where a click on what it has shown leads. */
function usePush() {
  const { language } = useLanguage()
  const { history } = useRouter()
  useEffect(() => void renewPush(language), [language])
  useEffect(() => {
    const go = ({ data }: MessageEvent<{ open: string }>) => history.push(data.open)
    navigator.serviceWorker?.addEventListener('message', go)
    return () => navigator.serviceWorker?.removeEventListener('message', go)
  }, [history])
}

/** Longer ago, and it is what came while nobody was connected: the inbox has it. */
const newsMs = 60_000
/** How much of each was unread when it was last told of. */
const told = new Map<string, number>()

function isNews({ id, unread_count, happened_at }: Entry): boolean {
  const before = told.get(id) ?? 0
  told.set(id, unread_count)
  return unread_count > before && Date.now() - Date.parse(happened_at) < newsMs
}

/** A task that is open is seen; rooms say by themselves how far they are read. */
function useSeenTasks(unread: number) {
  const id = /^\/tasks\/([0-9a-f-]{36})$/.exec(useLocation().pathname)?.[1]
  useEffect(() => {
    // When it does not get through, it is read when the task is opened next.
    if (id && unread > 0) void api.POST('/notifications/read', { body: { place: `task:${id}` } }).catch(() => {})
  }, [id, unread])
}
