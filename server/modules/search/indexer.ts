// Indexes what changes of many rows have left to be indexed: as soon as they are committed, in small transactions. Several
// processes may do it at once; each takes what no other has.

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

/** On a pool of the system role. */
export function startIndexer(system: pg.Pool, log: Log): Indexer {
  let timer: NodeJS.Timeout | undefined
  let isSoon = false
  let running: Promise<void> | undefined
  let stopped = false

  const schedule = (ms: number) => {
    if (stopped) return
    clearTimeout(timer)
    isSoon = ms === soonMs
    timer = setTimeout(run, ms).unref()
  }
  const run = () => {
    isSoon = false
    running = work()
      .catch((error) => log.error({ err: error }, 'What has changed could not be indexed for the search; it is tried again.'))
      .finally(() => {
        running = undefined
        // Somebody woke it meanwhile.
        if (!isSoon) schedule(pollMs)
      })
  }
  const work = async () => {
    for (let done = 1; done > 0 && !stopped; ) {
      const { rows } = await system.query<{ done: number }>('select index_waiting($1) as done', [batch])
      done = rows[0]!.done
    }
  }
  schedule(soonMs)
  return {
    wake() {
      if (!isSoon) schedule(soonMs)
    },
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
