// The tailer: follows the whole event log in this process, with one query for all organizations, and hands on what is
// new together with the cursor after it. Woken by commits of this process and signals of the others; a poll every
// second is the net under both.

import { renewEpoch, tailEvents, type TailedEvent } from '#platform/events'
import type { Db } from '#platform/db/kysely'
import type { Log } from '#platform/log'

export interface Batch {
  events: TailedEvent[]
  /** The cursor after them. */
  cursor: string
}

export interface Tailer {
  /** Begins to follow, at the present. */
  start(): Promise<void>
  /** Everything up to this cursor was handed on. */
  cursor(): string
  /** Looks for news soon; any number of calls before it does are one. */
  wake(): void
  /** Resolves when a look that began after this call has handed on what it found. */
  catchUp(): Promise<void>
  /** Called with each batch, in order. Must not throw, and not wait. */
  onBatch(listener: (batch: Batch) => void): void
  /** Resolves with the next batch that has an event of this organization, or when `until` aborts. */
  nextOf(orgId: string, until: AbortSignal): Promise<void>
  /** Called when the log began another epoch: everyone has to fetch afresh. */
  onReset(listener: () => void): void
  /** Aborts when the tailer stops. */
  stopped: AbortSignal
  stop(): Promise<void>
}

const pollMs = 1_000
const batchLimit = 1_000

export function createTailer(system: Db, log: Log): Tailer {
  let cursor = ''
  let timer: NodeJS.Timeout | undefined
  const batchListeners = new Set<(batch: Batch) => void>()
  const resetListeners: (() => void)[] = []
  const stopping = new AbortController()
  let running: Promise<void> | undefined
  let next: Promise<void> | undefined

  const look = async () => {
    for (let more = true; more && !stopping.signal.aborted; ) {
      const page = await tailEvents(system, { after: cursor, limit: batchLimit })
      cursor = page.reset ? await beginAnew() : page.next_cursor
      more = page.has_more
      if (page.reset) for (const listener of resetListeners) listener()
      if (page.data.length > 0) for (const listener of batchListeners) listener({ events: page.data, cursor })
    }
  }
  const beginAnew = async () => {
    await renewEpoch(system)
    return (await tailEvents(system, { after: 'now', limit: 1 })).next_cursor
  }
  // At most one look runs and one waits behind it: a burst of wakes costs two.
  const lookAgain = (): Promise<void> => {
    if (!running) {
      running = look().finally(() => (running = undefined))
      return running
    }
    next ??= running.catch(ignore).then(() => {
      next = undefined
      return lookAgain()
    })
    return next
  }
  const wake = () => {
    if (!timer || stopping.signal.aborted) return
    lookAgain().catch((error) => log.warn({ err: error }, 'The event log could not be read; it is tried again.'))
  }

  return {
    async start() {
      cursor = await beginAnew()
      timer = setInterval(wake, pollMs)
    },
    cursor: () => cursor,
    wake,
    catchUp: () => lookAgain(),
    onBatch: (listener) => void batchListeners.add(listener),
    nextOf: (orgId, until) =>
      new Promise((resolve) => {
        const done = () => {
          batchListeners.delete(listener)
          until.removeEventListener('abort', done)
          resolve()
        }
        const listener = ({ events }: Batch) => void (events.some(({ org_id }) => org_id === orgId) && done())
        batchListeners.add(listener)
        if (until.aborted) done()
        else until.addEventListener('abort', done)
      }),
    onReset: (listener) => void resetListeners.push(listener),
    stopped: stopping.signal,
    async stop() {
      stopping.abort()
      clearInterval(timer)
      await running?.catch(ignore)
    },
  }
}

function ignore() {}
