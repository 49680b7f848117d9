// The event log, live: each event once, from the cursor on, over cut connections and sleep. Components learn of it
// through `onEvents`; how the connection is doing through `useLive`.

import { useSyncExternalStore } from 'react'
import { api } from './client.ts'

export interface LiveEvent {
  id: number
  type: string
  subject: string
  actor: { kind: string; id: string }
  data: Record<string, unknown>
  created_at: string
}

type State = 'connecting' | 'live' | 'offline'

export interface LiveSignal {
  type: string
  [field: string]: unknown
}

interface Listener {
  events(events: LiveEvent[]): void
  /** The cursor means nothing any more: everything has to be fetched afresh. */
  reset(): void
  /** What is not in the log, and may be missed: that somebody is typing. */
  signal?(signal: LiveSignal): void
  /** The connection is there again. */
  back?(): void
}

const listeners = new Set<Listener>()
const watchers = new Set<() => void>()
let state: State = 'connecting'
let socket: WebSocket | undefined
let cursor: string | undefined
let failures = 0
let timer: ReturnType<typeof setTimeout> | undefined
let wanted = false
/** Whether somebody is at this browser. */
let active = true

/** Longer than this without a tick, and the machine has slept: what seems to be connected may be dead. Ticks come often: the screen is right within a second. */
const sleptMs = 10_000
/** Of a page that nobody sees browsers let timers run once a minute. */
const unseenMs = 90_000
const tickMs = 500
/** The server says something as soon as it is connected: who waits longer waits for nothing. */
const patienceMs = 10_000

/**
 * Learns where the log ends, once, before anything is fetched: so what happens until the socket is open is not missed. A
 * guest may not, and without a connection there is nothing to learn: then it begins when the socket opens.
 */
export async function findCursor() {
  if (cursor !== undefined || wanted) return
  cursor = (await api.GET('/events', { params: { query: { after: 'now' } } }).catch(() => undefined))?.data?.next_cursor
}

/** Begins to follow; returns how to stop. */
export function startLive(): () => void {
  wanted = true
  connect()
  let ticked = Date.now()
  const ticking = setInterval(() => {
    const slept = Date.now() - ticked > (document.visibilityState === 'visible' ? sleptMs : unseenMs)
    ticked = Date.now()
    if (slept) reconnect(0)
  }, tickMs)
  const wake = () => {
    if (document.visibilityState === 'visible' && socket?.readyState !== WebSocket.OPEN) reconnect(0)
  }
  const up = () => reconnect(0)
  const down = () => {
    setState('offline')
    socket?.close()
  }
  addEventListener('online', up)
  addEventListener('offline', down)
  document.addEventListener('visibilitychange', wake)
  return () => {
    wanted = false
    cursor = undefined
    clearTimeout(timer)
    clearInterval(ticking)
    socket?.close()
    removeEventListener('online', up)
    removeEventListener('offline', down)
    document.removeEventListener('visibilitychange', wake)
  }
}

export function onEvents(listener: Listener): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Tells the server whether somebody is here, now and on each connection to come. */
export function sayActive(next: boolean) {
  if (next === active) return
  active = next
  if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ active }))
}

/** Whether what is changed now will be told. */
export function isLive(): boolean {
  return state === 'live'
}

export function useLive(): State {
  return useSyncExternalStore(
    (watch) => {
      watchers.add(watch)
      return () => void watchers.delete(watch)
    },
    () => state,
  )
}

function connect() {
  const url = new URL('/api/v1/live', location.href)
  url.protocol = url.protocol.replace('http', 'ws')
  if (cursor !== undefined) url.searchParams.set('after', cursor)
  const opened = new WebSocket(url)
  // Of two sockets each would bring the same.
  const before = socket
  socket = opened
  before?.close()
  const impatient = setTimeout(() => opened.close(), patienceMs)
  // Whoever has just connected is taken for active.
  opened.addEventListener('open', () => active || opened.send(JSON.stringify({ active })))
  opened.addEventListener('message', ({ data }) => {
    clearTimeout(impatient)
    if (socket !== opened) return
    const message = JSON.parse(data as string) as { events?: LiveEvent[]; cursor: string; reset?: boolean; signal?: LiveSignal }
    const { signal } = message
    if (signal) return listeners.forEach((listener) => listener.signal?.(signal))
    cursor = message.cursor
    failures = 0
    const isBack = state === 'offline'
    setState('live')
    if (isBack) for (const listener of listeners) listener.back?.()
    if (message.reset) for (const listener of listeners) listener.reset()
    else if (message.events?.length) for (const listener of listeners) listener.events(message.events)
  })
  opened.addEventListener('close', ({ code }) => {
    clearTimeout(impatient)
    if (socket !== opened || !wanted) return
    // The server does not know the cursor, or us any more: everything anew, which also shows that the session has ended.
    if (code === 4400 || code === 4401) {
      if (code === 4400) cursor = undefined
      for (const listener of listeners) listener.reset()
    }
    setState('offline')
    reconnect(Math.min(250 * 2 ** failures++, 5_000) * (0.75 + Math.random() / 2))
  })
}

function reconnect(ms: number) {
  clearTimeout(timer)
  timer = setTimeout(connect, ms)
}

function setState(next: State) {
  if (next === state) return
  state = next
  for (const watch of watchers) watch()
}
