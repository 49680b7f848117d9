// What is cached of the inbox, and what a notification that has changed does to it: afterwards it is what a fresh fetch would give.

import { infiniteQueryOptions, queryOptions, type InfiniteData } from '@tanstack/react-query'
import { api, body, type Schemas } from '@/api/client.ts'
import type { LiveEvent } from '@/api/live.ts'
import { queryClient } from '@/app/query-client.ts'
import { readWithEvents } from '@/features/rooms/with-events.ts'

export type Entry = Schemas['Notification']
export type Counts = Schemas['NotificationCounts']
type Page = Schemas['NotificationPage']

/** The lists of the inbox. */
export const states = ['open', 'unread', 'snoozed', 'done'] as const
export type State = (typeof states)[number]

export function inboxQuery(state: State) {
  return infiniteQueryOptions({
    queryKey: ['inbox', state],
    queryFn: ({ pageParam, signal }) =>
      readWithEvents(
        () => body(api.GET('/notifications', { params: { query: { ...askedOf(state), limit: 100, cursor: pageParam } }, signal })),
        (page, event) => withEvent([page], event, state)[0]!,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    staleTime: Infinity,
  })
}

export const countsQuery = queryOptions({
  queryKey: ['inbox-counts'],
  queryFn: ({ signal }) =>
    readWithEvents(
      async () => (await body(api.GET('/notifications', { params: { query: { limit: 1 } }, signal }))).counts,
      (counts, { data }) => (data as { counts?: Counts }).counts ?? counts,
    ),
  staleTime: Infinity,
})

function askedOf(state: State) {
  return state === 'unread' ? { state: 'open', unread: true } as const : { state }
}

/** Whether an entry is in this list now. */
function isIn(state: State, { done_at, snoozed_until, unread_count }: Entry): boolean {
  if (done_at) return state === 'done'
  if (snoozed_until) return state === 'snoozed'
  return state === 'open' || (state === 'unread' && unread_count > 0)
}

/** Of these two what is in them is in the inbox. */
export function isOfInbox(state: State): boolean {
  return state === 'open' || state === 'unread'
}

/** Puts these where they belong now, wherever they were. */
export function putEntries(entries: Entry[]) {
  changeLists((pages, state) => entries.reduce((now, entry) => place(now, entry, state), pages))
}

export function dropEntry(id: string) {
  changeLists((pages) => without(pages, (each) => each.id === id))
}

export function setCounts(counts: Counts) {
  queryClient.setQueryData(countsQuery.queryKey, counts)
}

/** What changed is too much to be told one by one. */
export function refetchLists() {
  return queryClient.invalidateQueries({ queryKey: ['inbox'] })
}

export function changeLists(change: (pages: Page[], state: State) => Page[]) {
  for (const state of states) {
    queryClient.setQueryData<InfiniteData<Page, string | undefined>>(['inbox', state], (list) => list && { ...list, pages: change(list.pages, state) })
  }
}

function withEvent(pages: Page[], { type, data }: LiveEvent, state: State): Page[] {
  const { notification, notification_id } = data as { notification?: Entry; notification_id?: string }
  if (type === 'notification.removed') return without(pages, ({ id }) => id === notification_id)
  return notification && type.startsWith('notification.') ? place(pages, notification, state) : pages
}

export function without(pages: Page[], isMeant: (entry: Entry) => boolean): Page[] {
  return pages.map((page) => (page.data.some(isMeant) ? { ...page, data: page.data.filter((entry) => !isMeant(entry)) } : page))
}

/** The latest first. What belongs behind the last of all that were fetched comes with the next page. */
function place(pages: Page[], entry: Entry, state: State): Page[] {
  const others = without(pages, ({ id }) => id === entry.id)
  if (!isIn(state, entry)) return others
  const at = others.findIndex(({ data }) => data.some((each) => isLater(entry, each)))
  if (at < 0 && others.at(-1)!.next_cursor !== null) return others
  return others.map((page, number) => {
    if (number !== (at < 0 ? others.length - 1 : at)) return page
    const before = page.data.filter((each) => !isLater(entry, each))
    return { ...page, data: [...before, entry, ...page.data.slice(before.length)] }
  })
}

function isLater(one: Entry, other: Entry): boolean {
  // Without the Z: fractions of a second are as long as they need be.
  const [a, b] = [one.happened_at.slice(0, -1), other.happened_at.slice(0, -1)]
  return a > b || (a === b && one.id > other.id)
}
