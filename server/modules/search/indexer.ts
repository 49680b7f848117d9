// Indexes what changes of many rows have left to be indexed: as soon as they are committed, in small transactions. Several
// processes may do it at once; each takes what no other has.

import { setTimeout as rest } from 'node:timers/promises'
import type pg from 'pg'
import type { Log } from '#platform/log'

export interface Indexer {
  /** Looks soon whether something waits; any number of calls before it does are one. */
  wake(): void
  stop(): Promise<void>
}

/** Rows at once: a transaction of some tens of milliseconds. */
const batch = 200
const soonMs = 50
/** For what another process has left. */
const pollMs = 5_000

/** What waits to be sorted into the indexes of parts of names: each search reads it. */
const sortMs = 2_000

/** Of the time: while imports run they have the rest. */
const shareBesideImports = 0.2

/** On a pool of the system role. */
export function startIndexer(system: pg.Pool, log: Log): Indexer {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let woken = false
  let sortedAt = 0
  const stopping = new AbortController()

  const schedule = (ms: number) => {
    clearTimeout(timer)
    if (!stopping.signal.aborted) timer = setTimeout(run, ms).unref()
  }
  const run = () => {
    woken = false
    running = work()
      .catch((error) => log.error({ err: error }, 'What has changed could not be indexed for the search; it is tried again.'))
      .finally(() => {
        running = undefined
        schedule(woken ? soonMs : pollMs)
      })
  }
  const work = async () => {
    for (let done = 1; done > 0 && !stopping.signal.aborted; ) {
      const begun = performance.now()
      const { rows } = await system.query<{ done: number; imports: boolean }>('select index_waiting($1) as done, imports_run() as imports', [batch])
      done = rows[0]!.done
      if (performance.now() - sortedAt >= sortMs) await sort()
      if (rows[0]!.imports) await rest((performance.now() - begun) * (1 / shareBesideImports - 1), undefined, { signal: stopping.signal }).catch(() => {})
    }
  }
  const sort = async () => {
    await system.query('select sort_pending_parts()')
    sortedAt = performance.now()
  }
  schedule(soonMs)
  return {
    wake() {
      // While it works it looks on by itself; and what has just been asked for is not put off.
      if (!running && !woken) schedule(soonMs)
      woken = true
    },
    async stop() {
      stopping.abort()
      clearTimeout(timer)
      await running
    },
  }
}
