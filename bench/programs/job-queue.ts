// Run by jobs.ts: how soon a job starts, and how many that do nothing run in a second; through our enqueue() and
// worker, or through Graphile Worker alone.

import { setTimeout as wait } from 'node:timers/promises'
import { Logger, makeWorkerUtils, run } from 'graphile-worker'
import pg from 'pg'
import { readConfig } from '#platform/config'
import { addressOf, as, openDatabase } from '#platform/db/database'
import { findEmbedded } from '#platform/db/embedded'
import { enqueue, startWorker } from '#platform/jobs'
import { createLog } from '#platform/log'
import { readInput } from './input.ts'

export interface JobQueueOptions {
  way: 'rapport' | 'graphile'
  folder: string
  org_id: string
  /** Jobs at once. */
  concurrency: number
  jobs: number
}

export interface JobQueueFound {
  /** Milliseconds from the call that adds a job to the first line of its handler. */
  p50: number
  p99: number
  /** Jobs a second: added, and run and taken off the queue. */
  added: number
  run: number
}

const { way, folder, org_id, concurrency, jobs } = readInput<JobQueueOptions>()
const address = await addressOf(readConfig({ RAPPORT_DATA: folder }), await findEmbedded(folder))
const database = openDatabase(address)
const task = 'bench.nothing'
let onStart: () => void = () => {}
const handlers = { [task]: async () => onStart() }
const queue = way === 'rapport' ? ours() : await theirs()

const worker = await queue.start()
const waits: number[] = []
for (let n = 0; n < 220; n++) {
  const started = new Promise<void>((resolve) => (onStart = resolve))
  const begun = performance.now()
  await queue.add(1)
  await started
  // The first ones prepare statements.
  if (n >= 20) waits.push(performance.now() - begun)
}
await worker.stop()

let begun = performance.now()
for (let added = 0; added < jobs; added += 500) await queue.add(500)
const added = jobs / ((performance.now() - begun) / 1_000)
let ran = 0
const all = new Promise<void>((resolve) => (onStart = () => ++ran === jobs && resolve()))
begun = performance.now()
const second = await queue.start()
await all
await untilEmpty()
const rate = jobs / ((performance.now() - begun) / 1_000)
await second.stop()
await database.close()

waits.sort((a, b) => a - b)
const found: JobQueueFound = { p50: waits[100]!, p99: waits[197]!, added, run: rate }
console.log(JSON.stringify(found))
process.exit(0)

/** Those that have run are still to be taken off the queue. */
async function untilEmpty() {
  while ((await database.pools.worker.query('select from graphile_worker._private_jobs limit 1')).rowCount !== 0) await wait(5)
}

function ours() {
  return {
    start: () => startWorker(database.pools.worker, handlers, { concurrency, log: createLog('error'), fetch: 100, timeout_ms: 180_000 }),
    /** In one transaction, as an action adds them. */
    add: (count: number) => database.transact({ org_id }, async (tx) => {
      await Promise.all(Array.from({ length: count }, () => enqueue(tx, task, { org_id })))
    }),
  }
}

async function theirs() {
  const logger = new Logger(() => () => {})
  const pool = new pg.Pool({ ...as(address, 'worker'), max: 10 })
  const utils = await makeWorkerUtils({ pgPool: pool, logger })
  return {
    start: () => run({ pgPool: pool, taskList: handlers, parsedCronItems: [], concurrency, noHandleSignals: true, logger }),
    add: (count: number) => Promise.all(Array.from({ length: count }, () => utils.addJob(task, { org_id }))),
  }
}
