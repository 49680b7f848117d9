// How far somebody has read: told to the server, and shown as if it had answered already.

import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { api, body } from '@/api/client.ts'
import { useLive } from '@/api/live.ts'
import { queryClient } from '@/app/query-client.ts'
import { toastProblem } from '@/ui/toasts.tsx'
import { findRoom, putRoom, roomsQuery, takeMembership, type Membership } from './rooms-queries.ts'
import { findThread, putThread, refetchThread } from './threads.ts'

const againMs = 3_000

/** Up to this message, which is the latest one. */
export async function markRead(roomId: string, seq: number) {
  const room = findRoom(roomId)
  if (!room?.membership || seq <= room.membership.read_seq) return
  if (seq === room.last_seq) putRoom({ ...room, membership: { ...room.membership, read_seq: seq, unread_count: 0, mention_count: 0 } })
  try {
    takeMembership(await inTurn(roomId, () => body(api.POST('/rooms/{id}/read', { params: { path: { id: roomId } }, body: { seq } }))))
  } catch {
    // What is unread is asked for again, and then marked once more.
    setTimeout(() => void queryClient.invalidateQueries({ queryKey: roomsQuery.queryKey }), againMs)
  }
}

export async function markUnread(roomId: string, seq: number) {
  try {
    takeMembership(await inTurn(roomId, () => body(api.POST('/rooms/{id}/unread', { params: { path: { id: roomId } }, body: { seq } }))))
  } catch (error) {
    toastProblem(error)
  }
}

const latest = new Map<string, Promise<Membership>>()

/** One after the other: what was marked last holds, whichever answer takes longer. */
function inTurn(roomId: string, mark: () => Promise<Membership>): Promise<Membership> {
  const marking = latest.get(roomId)?.then(mark, mark) ?? mark()
  latest.set(roomId, marking)
  return marking
}

/** Of answers: up to this one. */
export async function markThreadRead(threadId: string, seq: number) {
  const thread = findThread(threadId)
  if (!thread || seq <= thread.read_seq) return
  if (seq === thread.last_seq) putThread({ ...thread, read_seq: seq, unread_count: 0, mention_count: 0 })
  try {
    putThread(await body(api.POST('/messages/{id}/replies/read', { params: { path: { id: threadId } }, body: { seq } })))
  } catch {
    setTimeout(() => refetchThread(threadId), againMs)
  }
}

/** Of answers: from this one on. Whoever wants to come back to a thread follows it. */
export async function markThreadUnread(threadId: string, seq: number) {
  const params = { path: { id: threadId } }
  try {
    if (!findThread(threadId)) await api.PUT('/messages/{id}/following', { params })
    putThread(await body(api.POST('/messages/{id}/replies/unread', { params, body: { seq } })))
  } catch (error) {
    toastProblem(error)
  }
}

interface Reading {
  /** Undefined where one is not in it, or does not follow it. */
  counts: { read_seq: number; unread_count: number } | undefined
  /** Of the latest message at hand; 0 without any. */
  seq: number
  /** It is on the screen. */
  atEnd: boolean
  mark(seq: number): void
}

/**
 * Marks a room or a thread as read as long as somebody looks at its end. `line` is up to where it was read when they came: what is
 * new to them stands below it. `hold` keeps it unread until they come again.
 */
export function useReading({ counts, seq, atEnd, mark }: Reading) {
  const focused = useFocused()
  const live = useLive()
  const [held, hold] = useState(false)
  const reading = focused && atEnd && !held
  const [line, setLine] = useState(() => (counts && counts.unread_count > 0 ? counts.read_seq : undefined))
  const [unread, setUnread] = useState(counts?.unread_count ?? 0)
  if (counts && counts.unread_count !== unread) {
    setUnread(counts.unread_count)
    // What comes under one's eyes is not new below a line.
    if (counts.unread_count > 0 && !reading && (unread === 0 || held)) setLine(counts.read_seq)
  }
  const readSeq = counts?.read_seq
  const latestMark = useRef(mark)
  useEffect(() => {
    latestMark.current = mark
  })
  useEffect(() => {
    if (reading && live === 'live' && readSeq !== undefined && seq > readSeq) latestMark.current(seq)
  }, [reading, live, readSeq, seq])
  return { line, setLine, hold }
}

function useFocused(): boolean {
  return useSyncExternalStore(
    (watch) => {
      addEventListener('focus', watch)
      addEventListener('blur', watch)
      document.addEventListener('visibilitychange', watch)
      return () => {
        removeEventListener('focus', watch)
        removeEventListener('blur', watch)
        document.removeEventListener('visibilitychange', watch)
      }
    },
    () => document.visibilityState === 'visible' && document.hasFocus(),
  )
}
