// Who is writing, by room and thread: told by signals, and forgotten when no more come, or their message does.

import { useSyncExternalStore } from 'react'
import { api } from '@/api/client.ts'
import { isLive, onEvents, type LiveEvent } from '@/api/live.ts'
import type { Spot } from './history.ts'
import type { Message } from './rooms-queries.ts'
import { ownId } from './unread-counts.ts'

/** Longer than the pause between two of one's own, so that nobody flickers. */
const shownMs = 6_000
const tellMs = 4_000

const nobody: string[] = []
/** By spot, in the order in which they began. */
const typing = new Map<string, string[]>()
const timers = new Map<string, ReturnType<typeof setTimeout>>()
const watchers = new Set<() => void>()
let stop: (() => void) | undefined

/** The ids of the others who are writing there now. */
export function useTyping({ room_id, thread_id }: Spot): string[] {
  return useSyncExternalStore(watch, () => typing.get(keyOf(room_id, thread_id)) ?? nobody)
}

const told = new Map<string, number>()

/** Says that one is writing: with each key, and told to the others now and then. Nobody waits for it. */
export function sayTyping({ room_id, thread_id }: Spot) {
  const key = keyOf(room_id, thread_id)
  const now = Date.now()
  if (!isLive() || now - (told.get(key) ?? 0) < tellMs) return
  told.set(key, now)
  void api.POST('/rooms/{id}/typing', { params: { path: { id: room_id } }, body: { thread_id } }).catch(() => {})
}

/** What was written is sent: what is written next is told at once. */
export function doneTyping({ room_id, thread_id }: Spot) {
  told.delete(keyOf(room_id, thread_id))
}

function keyOf(roomId: string, threadId: string | null | undefined): string {
  return `${roomId} ${threadId ?? ''}`
}

/** While somebody looks. */
function watch(tell: () => void) {
  watchers.add(tell)
  stop ??= onEvents({
    signal: ({ type, room_id, thread_id, user_id }) => type === 'typing' && begin(keyOf(room_id as string, thread_id as string | null), user_id as string),
    events: (events) => events.forEach(endBySending),
    reset: clear,
  })
  return () => {
    watchers.delete(tell)
    if (watchers.size > 0) return
    stop?.()
    stop = undefined
    clear()
  }
}

function begin(spot: string, userId: string) {
  if (userId === ownId()) return
  const key = `${spot} ${userId}`
  clearTimeout(timers.get(key))
  timers.set(key, setTimeout(() => end(spot, userId), shownMs))
  const there = typing.get(spot) ?? nobody
  if (!there.includes(userId)) set(spot, [...there, userId])
}

function end(spot: string, userId: string) {
  const key = `${spot} ${userId}`
  clearTimeout(timers.get(key))
  timers.delete(key)
  const there = typing.get(spot)
  if (there?.includes(userId)) set(spot, there.filter((id) => id !== userId))
}

function endBySending({ type, data }: LiveEvent) {
  if (type !== 'message.created') return
  const { room_id, thread_id, author } = data.message as Message
  if (author.id) end(keyOf(room_id, thread_id), author.id)
}

function set(spot: string, userIds: string[]) {
  if (userIds.length > 0) typing.set(spot, userIds)
  else typing.delete(spot)
  for (const tell of watchers) tell()
}

function clear() {
  for (const timer of timers.values()) clearTimeout(timer)
  timers.clear()
  typing.clear()
  for (const tell of watchers) tell()
}
