// What is done with lines of the inbox: shown at once, set back when it is refused, and undone by `u` or from the toast.

import { api, body, type Schemas } from '@/api/client.ts'
import { isLive } from '@/api/live.ts'
import { queryClient } from '@/app/query-client.ts'
import { currentMessages } from '@/messages/messages.tsx'
import { toast, toastProblem } from '@/ui/toasts.tsx'
import { changeLists, countsQuery, isOfInbox, putEntries, refetchLists, setCounts, without, type Counts, type Entry } from './inbox-queries.ts'
import type { Line } from './lines.ts'

type Change = Omit<Schemas['NotificationsChange'], 'ids'>

/** As many as one call may change. */
const atOnce = 100

/** Changes that are on their way, by entry, with what was told of it meanwhile: that may be older than the change, and is shown after it. */
const underWay = new Map<string, Entry | undefined>()

/** Keeps what was told of an entry that is just being changed; whether it does. */
export function hold(entry: Entry): boolean {
  if (!underWay.has(entry.id)) return false
  underWay.set(entry.id, entry)
  return true
}

export function markDone(lines: Line[]) {
  const { inbox: m } = currentMessages()
  const entries = entriesOf(lines)
  void run(entries, { done: true }, (entry) => ({ ...entry, done_at: now(), read_at: entry.read_at ?? now(), unread_count: 0, snoozed_until: null }))
  offerUndo(m.done(lines.length), () => takeBack(entries, { done: false }))
}

export function takeUpAgain(lines: Line[]) {
  const entries = entriesOf(lines)
  void run(entries, { done: false }, (entry) => ({ ...entry, done_at: null }))
  offerUndo(currentMessages().inbox.back(lines.length), () => takeBack(entries, { done: true }))
}

export function snooze(lines: Line[], until: string | null, said: string) {
  const entries = entriesOf(lines)
  void run(entries, { snoozed_until: until }, (entry) => ({ ...entry, done_at: null, snoozed_until: until }))
  if (entries.some(({ done_at }) => done_at)) toast(said)
  else offerUndo(said, () => takeBack(entries, { snoozed_until: entries[0]!.snoozed_until }))
}

export function markRead(lines: Line[], read: boolean) {
  const entries = entriesOf(lines).filter(({ unread_count }) => (unread_count > 0) === read)
  if (entries.length === 0) return
  void run(entries, { read }, (entry) => ({ ...entry, read_at: read ? now() : null, unread_count: read ? 0 : 1, done_at: read ? entry.done_at : null }))
}

/** Everything that had happened until now, on the screen or not. */
export async function markAllDone(latest: Entry) {
  const times: string[] = []
  changeLists((pages, state) => (isOfInbox(state) ? without(pages, ({ happened_at }) => Date.parse(happened_at) <= Date.parse(latest.happened_at)) : pages))
  try {
    await clear({ up_to: latest.happened_at }, (at) => times.push(at))
  } catch (error) {
    toastProblem(error)
  }
  refetchLists()
  if (times.length > 0) offerUndo(currentMessages().inbox.all_done, () => Promise.all(times.map((undo) => clear({ undo }))).then(refetchLists))
}

/** A thousand at once. */
async function clear(what: Schemas['InboxClearing'], done?: (at: string) => void) {
  for (let more = true; more; ) {
    const { done_at, has_more, counts } = await body(api.POST('/notifications/clearing', { body: what }))
    more = has_more
    if (done_at) done?.(done_at)
    if (!isLive()) setCounts(counts)
  }
}

function entriesOf(lines: Line[]): Entry[] {
  return lines.flatMap(({ entries }) => entries)
}

export function offerUndo(said: string, undo: () => Promise<unknown>) {
  const { inbox } = currentMessages()
  toast(said, { key: 'u', undo: () => void undo().then(() => toast(inbox.undone), toastProblem) })
}

/** The entries are as they were before. */
function takeBack(entries: Entry[], given: Change) {
  return run(entries, given, (entry) => entry)
}

async function run(entries: Entry[], given: Change, expected: (entry: Entry) => Entry) {
  const shown = entries.map(expected)
  const isOpenUnread = ({ unread_count, snoozed_until }: Entry) => unread_count > 0 && !snoozed_until
  for (const { id } of entries) underWay.set(id, undefined)
  putEntries(shown)
  const known = queryClient.getQueryData(countsQuery.queryKey)
  const places = (those: Entry[]) => new Set(those.filter(isOpenUnread).map(({ place }) => place)).size
  if (known) setCounts({ ...known, unread: Math.max(0, known.unread - places(entries) + places(shown)) })
  try {
    await inParts(entries.map(({ id }) => id), async (ids) => take(await change(ids, given)))
  } catch (error) {
    putEntries(entries)
    void queryClient.invalidateQueries({ queryKey: countsQuery.queryKey })
    toastProblem(error)
  } finally {
    for (const { id } of entries) {
      const told = underWay.get(id)
      underWay.delete(id)
      if (told) putEntries([told])
    }
  }
}

function change(ids: string[], given: Change) {
  return body(api.PATCH('/notifications', { body: { ids, ...given } }))
}

/** The counts of an answer may be older than what was told since; without a connection nothing is told. */
function take({ data, counts }: { data: Entry[]; counts: Counts }) {
  putEntries(data)
  if (!isLive()) setCounts(counts)
}

async function inParts(ids: string[], work: (part: string[]) => Promise<void>) {
  for (let at = 0; at < ids.length; at += atOnce) await work(ids.slice(at, at + atOnce))
}

function now(): string {
  return new Date().toISOString()
}

