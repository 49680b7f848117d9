// Background jobs, on Graphile Worker: `enqueue` commits with its cause, and what a killed worker leaves is taken up.

import { EventEmitter } from 'node:events'
import { Logger, run, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker'
import { sql } from 'kysely'
import type pg from 'pg'
import type { Tx } from '#platform/db/kysely'
import type { Log } from '#platform/log'

export interface JobPayload {
  org_id: string
}

export interface JobContext {
  /** Aborts when the process wants to stop: store what is done and return. */
  signal: AbortSignal
  /** 1 for the first try. */
  attempt: number
}

/** A handler is shallow and idempotent: a job may run again after a crash. */
export type JobHandler<Payload extends JobPayload = never> = (payload: Payload, context: JobContext) => Promise<void>

export type JobHandlers = Record<string, JobHandler>

export interface JobOptions {
  run_at?: Date
  /** A waiting job with the same key is replaced, not doubled. */
  key?: string
  max_attempts?: number
  /** Smaller runs first. */
  priority?: number
}

const defaultAttempts = 5

/** Adds a job in the transaction of its cause: both happen or neither does. */
export async function enqueue(tx: Tx, task: string, payload: JobPayload, options: JobOptions = {}) {
  await sql`
    select graphile_worker.enqueue(
      ${task}, ${JSON.stringify(payload)}::json, ${options.run_at ?? null}::timestamptz, ${options.key ?? null},
      ${options.max_attempts ?? defaultAttempts}::int, ${options.priority ?? null}::int
    )
  `.execute(tx)
}

/** Jobs in the queue: due or to come, in the hands of a worker, and given up. On the worker's pool. */
export async function countJobs(pool: pg.Pool): Promise<{ waiting: number; running: number; failed: number }> {
  const { rows } = await pool.query<{ waiting: number; running: number; failed: number }>(`
    select
      count(*) filter (where locked_at is null and attempts < max_attempts)::int as waiting,
      count(*) filter (where locked_at is not null)::int as running,
      count(*) filter (where locked_at is null and attempts >= max_attempts)::int as failed
    from graphile_worker.jobs
  `)
  return rows[0]!
}

export interface Worker {
  /** Whether it takes jobs now. */
  running(): boolean
  /** Takes no more jobs, lets the running ones come to a good end, and returns when they have. */
  stop(): Promise<void>
}

/** Runs jobs in this process, as the queue's owner; handlers use their own pools. Survives the loss of the database. */
export async function startWorker(
  pool: pg.Pool,
  handlers: JobHandlers,
  { concurrency, log }: { concurrency: number; log: Log },
): Promise<Worker> {
  const events: WorkerEvents = new EventEmitter()
  const vitals = showLife(pool, events)
  let runner: Runner | undefined
  let stopping = false

  const start = async () => {
    runner = await run({
      pgPool: pool,
      taskList: tasks(handlers),
      parsedCronItems: [],
      concurrency,
      events,
      noHandleSignals: true,
      // Abort at once: our jobs store what they have and return.
      gracefulShutdownAbortTimeout: 0,
      pollInterval: 2_000,
      // In batches even of one: only those are tried again. A single failure here would end the whole process.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      logger: new Logger((scope) => (level, message) => log[logLevels[level]](scope, message)),
    })
    void runner.promise.then(restart, restart)
  }
  const restart = async (error?: unknown) => {
    runner = undefined
    failures = 0
    if (stopping) return
    vitals.forget()
    log.error({ err: error }, 'The worker stopped; it starts again in a second.')
    setTimeout(() => {
      if (!stopping) starting = start().catch(restart)
    }, 1_000).unref()
  }

  // Graphile Worker keeps what failed in its first query for good: it would ask in vain for ever.
  let failures = 0
  events.on('worker:getJob:empty', () => (failures = 0))
  events.on('job:start', () => (failures = 0))
  events.on('worker:getJob:error', () => {
    if (++failures === tolerated && !stopping) void runner?.stop().catch(() => {})
  })

  let starting = start()
  await starting.catch(async (error) => {
    await vitals.stop()
    throw error
  })
  return {
    running: () => runner !== undefined,
    async stop() {
      stopping = true
      await starting
      // It refuses when it is stopping by itself, which is as good.
      await runner?.stop().catch(() => {})
      await vitals.stop()
    },
  }
}

/** Failures to fetch a job, one after the other, after which it is started anew. */
const tolerated = 4

/** Its news is for debugging; ours says what a person needs to know. */
const logLevels = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const

function tasks(handlers: JobHandlers): TaskList {
  const entries = Object.entries(handlers).map(([name, handle]) => [
    name,
    (payload: never, { abortSignal, job }: { abortSignal: AbortSignal; job: { attempts: number } }) =>
      handle(payload, { signal: abortSignal, attempt: job.attempts }),
  ])
  return Object.fromEntries(entries)
}

const heartbeat = 3_000

/**
 * Each worker holds an advisory lock named after it, which the database drops with the connection; jobs of workers
 * without a lock are given back. Graphile Worker alone would wait for four hours.
 */
function showLife(pool: pg.Pool, events: WorkerEvents) {
  const workers = new Set<string>()
  const held = new Set<string>()
  let client: pg.PoolClient | undefined
  let beat: Promise<void> = Promise.resolve()

  const tick = async () => {
    try {
      if (!client) {
        client = await pool.connect()
        held.clear()
      }
      for (const id of workers) {
        if (held.has(id)) continue
        await client.query("select pg_advisory_lock_shared(hashtext('rapport worker'), hashtext($1))", [id])
        held.add(id)
      }
      await client.query('select graphile_worker.release_dead_workers()')
    } catch (error) {
      client?.release(error as Error)
      client = undefined
    }
  }
  const beatOnce = () => (beat = beat.then(tick))
  const letGo = () => {
    client?.release(true)
    client = undefined
  }
  const add = (id: string) => void (workers.add(id), beatOnce())

  events.on('pool:create', ({ workerPool }) => add(workerPool.id))
  events.on('worker:create', ({ worker }) => add(worker.workerId))
  const timer = setInterval(beatOnce, heartbeat)
  return {
    /** The workers so far are gone: what they held is for others. */
    forget() {
      workers.clear()
      beat = beat.then(letGo)
    },
    async stop() {
      clearInterval(timer)
      await beat
      letGo()
    },
  }
}
