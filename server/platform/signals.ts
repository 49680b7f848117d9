// What processes tell one another over Redis, to be quick: there is news in the event log, a revoked key is to be
// forgotten. Nothing is promised: without Redis, or while it is down, the tailer's poll and short lives in caches do.

import { randomUUID } from 'node:crypto'
import type { Redis } from '#platform/redis'

export type SignalName = 'wake' | 'forget' | 'live' | 'presence'

export interface Signals {
  /** Tells every other process, if it can be told. Never this one; neither throws nor waits. */
  send(name: SignalName, text?: string): void
  /** `send('wake')`, at most once in 5 ms: for bursts of commits. */
  wake(): void
  /** Called with what another process sent. Must not throw. */
  on(name: SignalName, listener: (text: string) => void): void
  /** Called when signals may have been missed, and arrive again. */
  onGap(listener: () => void): void
}

const channel = 'rapport:signals'
const wakeMs = 5

export function createSignals(redis: Redis | undefined): Signals {
  const self = randomUUID()
  const listeners: Record<SignalName, ((text: string) => void)[]> = { wake: [], forget: [], live: [], presence: [] }
  redis?.subscribe(channel, (message) => {
    const [from, name, text = ''] = parse(message)
    if (from === self || !Object.hasOwn(listeners, name)) return
    for (const listener of listeners[name as SignalName]) listener(text)
  })
  const send: Signals['send'] = (name, text = '') => redis?.publish(channel, JSON.stringify([self, name, text]))
  return {
    send,
    wake: redis ? atMostEvery(wakeMs, () => send('wake')) : () => {},
    on: (name, listener) => void listeners[name].push(listener),
    onGap: (listener) => redis?.onReturn(listener),
  }
}

/** The first call acts at once; those of the next `ms` are one, at their end. */
function atMostEvery(ms: number, act: () => void): () => void {
  let timer: NodeJS.Timeout | undefined
  let again = false
  const rest = () => {
    timer = undefined
    if (again) run()
  }
  const run = () => {
    again = false
    timer = setTimeout(rest, ms).unref()
    act()
  }
  return () => (timer ? void (again = true) : run())
}

// Whoever else uses this Redis could send anything.
function parse(message: string): [from: string, name: string, text?: string] {
  try {
    const [from, name, text] = JSON.parse(message)
    return [String(from), String(name), String(text)]
  } catch {
    return ['', '']
  }
}

/** Tells whoever hears an audience what is not in the event log: that somebody is typing. */
export type SignalLive = (orgId: string, audience: string, signal: object) => void

/** What another process has sent as `live`; of something else nothing. */
export function readLiveSignal(text: string): [orgId: string, audience: string, signal?: object] {
  try {
    const [orgId, audience, signal] = JSON.parse(text)
    return [String(orgId), String(audience), typeof signal === 'object' ? signal : undefined]
  } catch {
    return ['', '']
  }
}
