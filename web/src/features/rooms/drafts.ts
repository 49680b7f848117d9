// What somebody has begun to write in rooms and threads. It is kept in the browser with each letter, and with the server a moment
// after the last one: so it is on all of their devices, and nothing is lost without a connection.

import { queryOptions, useQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { api, body, Problem, type Schemas } from '@/api/client.ts'
import { onEvents, type LiveEvent } from '@/api/live.ts'
import { queryClient } from '@/app/query-client.ts'
import type { Spot } from './history.ts'
import { keepEach, useBack } from './kept-here.ts'
import { readWithEvents } from './with-events.ts'
import { fromMarkdown, nothing, toMarkdown, type Written } from './written.ts'

export type Draft = Schemas['MessageDraft']

/** What was written here. */
interface Own {
  room_id: string
  thread_id: string | null
  written: Written
  /** What the server had when it was begun, or last saved, and since when: Markdown. */
  base: string
  saved_at: string
  at: string
}

const here = keepEach<Own>('message-drafts', { idOf: keyOf })

/** What the server has. */
const draftsQuery = queryOptions({
  queryKey: ['message-drafts'],
  queryFn: ({ signal }) => readWithEvents(async () => (await body(api.GET('/rooms/drafts', { signal }))).data, changedBy),
  staleTime: Infinity,
})

onEvents({
  events(events) {
    for (const event of events) queryClient.setQueryData<Draft[]>(draftsQuery.queryKey, (drafts) => drafts && changedBy(drafts, event))
  },
  reset() {},
})

/** One that is there no more stays as an empty one: it says since when. */
function changedBy(drafts: Draft[], { type, data }: LiveEvent): Draft[] {
  if (type === 'room.left') return drafts.filter(({ room_id }) => room_id !== data.room_id)
  return type === 'draft.updated' ? withDraft(drafts, data.draft as Draft) : drafts
}

function withDraft(drafts: Draft[], draft: Draft): Draft[] {
  const before = drafts.find(isOf(draft))
  if (before && isLater(before.updated_at, draft.updated_at)) return drafts
  return [draft, ...drafts.filter((each) => each !== before)]
}

/** The draft of a place, whichever of one's devices wrote it last, and how to change it. */
export function useMessageDraft(spot: Spot): [Written, (written: Written) => void] {
  const own = useSyncExternalStore(here.watch, here.list).find(isOf(spot))
  const { data: saved } = useQuery(draftsQuery)
  return [current(own, saved?.find(isOf(spot)), saved !== undefined).written, (written) => write(spot, written)]
}

/** Adds to what is written there. */
export function addToDraft(spot: Spot, markdown: string) {
  const { written } = latest(spot)
  const text = [toMarkdown(written), markdown].filter(Boolean).join('\n\n')
  const { links, text: shown } = fromMarkdown(text)
  write(spot, { text: `${shown}\n\n`, links })
}

function write(spot: Spot, written: Written) {
  const { base, saved_at } = latest(spot)
  here.put({ ...spotOf(spot), written, base, saved_at, at: new Date().toISOString() })
  saveSoon(spot)
}

function latest(spot: Spot) {
  return current(findOwn(spot), savedDraft(spot), queryClient.getQueryData(draftsQuery.queryKey) !== undefined)
}

/** What is here, or what another device has written since. As long as nobody has answered, what is here is all that is known. */
function current(own: Own | undefined, kept: Draft | undefined, isKnown: boolean): Pick<Own, 'written' | 'base' | 'saved_at'> {
  const isElsewhere = isKnown && (!own || (isSaved(own) && isNews(own, kept)))
  if (own && !isElsewhere) return own
  return { written: kept ? fromMarkdown(kept.text) : nothing, base: kept?.text ?? '', saved_at: kept?.updated_at ?? '' }
}

/** All of them, with what the server does not have yet: the latest first. */
export function useDrafts(): Draft[] {
  const own = useSyncExternalStore(here.watch, here.list)
  const { data: saved = [] } = useQuery(draftsQuery)
  const unsaved = own.filter((each) => !isSaved(each)).map(({ room_id, thread_id, written, at }): Draft => ({ room_id, thread_id, text: toMarkdown(written), updated_at: at }))
  const others = saved.filter((draft) => !unsaved.some(isOf(draft)))
  return [...unsaved, ...others].filter(({ text }) => text !== '').toSorted((one, other) => other.updated_at.localeCompare(one.updated_at))
}

/** `only` this: what has been written since stays. */
export function dropMessageDraft(spot: Spot, only?: string) {
  if (only !== undefined && toMarkdown(latest(spot).written) !== only) return
  write(spot, nothing)
  void save(spot)
}

/** Sends what an earlier visit, or a cut connection, has left here. Part of every screen: it has none itself. */
export function DraftKeeper(): null {
  useBack(() => void saveLeft())
  return null
}

async function saveLeft() {
  if (here.list().every(isSaved)) return
  try {
    // What other devices have written meanwhile is not written over.
    await queryClient.fetchQuery({ ...draftsQuery, staleTime: 0 })
  } catch {
    return
  }
  for (const own of here.list()) if (!isSaved(own)) await save(own)
}

const restMs = 800
const timers = new Map<string, ReturnType<typeof setTimeout>>()
const saving = new Set<string>()

function saveSoon(spot: Spot) {
  const key = keyOf(spot)
  clearTimeout(timers.get(key))
  timers.set(key, setTimeout(() => void save(spot), restMs))
}

/** One after the other: what comes last is what stays. */
async function save(spot: Spot): Promise<void> {
  const key = keyOf(spot)
  clearTimeout(timers.get(key))
  const own = findOwn(spot)
  if (!own || saving.has(key)) return
  if (isSaved(own)) return own.base === '' ? here.drop(key) : undefined
  const text = merged(own, savedDraft(spot))
  if (text !== toMarkdown(own.written)) change(spot, { written: fromMarkdown(text) })
  saving.add(key)
  try {
    const draft = await body(api.PUT('/rooms/{id}/draft', { params: { path: { id: own.room_id } }, body: { text, thread_id: own.thread_id } }))
    queryClient.setQueryData<Draft[]>(draftsQuery.queryKey, (drafts) => drafts && withDraft(drafts, draft))
    change(spot, { base: text, saved_at: draft.updated_at })
  } catch (error) {
    // It stays here, and is sent when there is a connection again.
    if (!(error instanceof Problem)) throw error
    return
  } finally {
    saving.delete(key)
  }
  await save(spot)
}

/** Where another device has written something else meanwhile, both stay. */
function merged(own: Own, kept: Draft | undefined): string {
  const text = toMarkdown(own.written)
  if (!kept || !isNews(own, kept) || kept.text === '' || (text !== '' && text.includes(kept.text))) return text
  return kept.text.includes(text) ? kept.text : `${kept.text}\n\n${text}`
}

function isSaved({ written, base }: Own): boolean {
  return toMarkdown(written) === base
}

/** Whether the server has something that this was not made of. */
function isNews({ base, saved_at }: Own, kept: Draft | undefined): boolean {
  return kept ? kept.text !== base && isLater(kept.updated_at, saved_at) : base !== ''
}

/** The server's times have more digits than others, or fewer. */
function isLater(one: string, other: string): boolean {
  return other === '' || Date.parse(one) > Date.parse(other)
}

function savedDraft(spot: Spot): Draft | undefined {
  return queryClient.getQueryData(draftsQuery.queryKey)?.find(isOf(spot))
}

const isOf = (spot: Spot) => (other: Spot) => keyOf(other) === keyOf(spot)

function keyOf({ room_id, thread_id }: Spot): string {
  return thread_id ?? room_id
}

function spotOf({ room_id, thread_id }: Spot): Spot {
  return { room_id, thread_id }
}

function change(spot: Spot, given: Partial<Own>) {
  const own = findOwn(spot)
  if (own) here.put({ ...own, ...given })
}

function findOwn(spot: Spot): Own | undefined {
  return here.list().find(isOf(spot))
}
