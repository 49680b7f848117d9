// Background jobs, on Graphile Worker: `enqueue` commits with its cause, and what a killed worker leaves is taken up.

import { EventEmitter } from 'node:events'
import { Logger, parseCronItems, run, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker'
import { sql } from 'kysely'
import type pg from 'pg'
import type { Tx } from '#platform/db/kysely'
import type { Log } from '#platform/log'
import { heartbeat, showLife } from '#platform/worker-life'

export interface JobPayload {
  /** Undefined for what concerns a person, in whatever organizations. */
  org_id?: string
}

export interface JobContext {
  /** Aborts when the process wants to stop, or the time is up: store what is done and return. */
  signal: AbortSignal
  /** 1 for the first try, and after each error one more. */
  attempt: number
}

/** A handler is shallow and idempotent: a job may run again after a crash. */
export type JobHandler<Payload extends JobPayload = never> = (payload: Payload, context: JobContext) => Promise<void>

export type JobHandlers = Record<string, JobHandler>

export interface JobOptions {
  run_at?: Date
  /** A waiting job with the same key is replaced, not doubled. */
  key?: string
  /** After 200 ms, then after twice as long each time, up to a minute. */
  max_attempts?: number
  priority?: Priority
}

/** Smaller runs first: what somebody waits for goes before what nobody looks at. */
export const priorities = { urgent: -10, normal: 0, bulk: 10 } as const

type Priority = (typeof priorities)[keyof typeof priorities]

const defaultAttempts = 5

/** Of Graphile Worker's attempts: an error costs five and a killed worker one (migrations/0011_jobs.sql). */
const attemptsOf = ({ attempts }: { attempts: number }) => Math.ceil(attempts / 5)

/** Something that is done again and again: once each time, by one of the processes. */
export interface Recurring {
  /** A name, as a job has one. */
  task: string
  /** When: minute, hour, day of the month, month, day of the week, in UTC. */
  cron: string
  run(context: JobContext): Promise<void>
}

/** Adds a job in the transaction of its cause: both happen or neither does. */
export async function enqueue(tx: Tx, task: string, payload: JobPayload, options: JobOptions = {}) {
  await sql`
    select graphile_worker.enqueue(
      ${task}, ${JSON.stringify(payload)}::json, ${options.run_at ?? null}::timestamptz, ${options.key ?? null},
      ${options.max_attempts ?? defaultAttempts}::int, ${options.priority ?? null}::int
    )
  `.execute(tx)
}

/** Several at once, in one statement. */
export async function enqueueAll(tx: Tx, task: string, jobs: (JobOptions & { payload: JobPayload })[]) {
  if (jobs.length === 0) return
  await sql`
    select graphile_worker.enqueue(${task}, payload, run_at, key, coalesce(max_attempts, ${defaultAttempts}::int), priority)
    from json_to_recordset(${JSON.stringify(jobs)}) as given (payload json, run_at timestamptz, key text, max_attempts int, priority int)
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

export interface WorkerOptions {
  /** Jobs at once. */
  concurrency: number
  log: Log
  /**
   * How many jobs are fetched at once, which then run in any order. For short ones: they wait here while others run,
   * though another process could.
   */
  fetch?: number
  /** How long a job may take; for ever unless given. */
  timeout_ms?: number
  schedule?: readonly Recurring[]
  /** Told of each job that has run. */
  ran?: (job: RanJob) => void
}

export interface RanJob {
  task: string
  outcome: 'success' | 'error'
  /** From when it was due to when it began. */
  waited_seconds: number
  seconds: number
}

/** Runs jobs in this process, as the queue's owner; handlers use their own pools. Survives the loss of the database. */
export async function startWorker(
  pool: pg.Pool,
  handlers: JobHandlers,
  { concurrency, log, fetch, timeout_ms, schedule = [], ran }: WorkerOptions,
): Promise<Worker> {
  const events: WorkerEvents = new EventEmitter()
  const vitals = showLife(pool, events)
  let runner: Runner | undefined
  let stopping = false

  const start = async () => {
    runner = await run({
      pgPool: pool,
      taskList: { ...tasks(handlers, timeout_ms), ...recurringTasks(schedule, timeout_ms) },
      parsedCronItems: parseCronItems(schedule.map(cronItem)),
      concurrency,
      events,
      noHandleSignals: true,
      // Abort at once: our jobs store what they have and return.
      gracefulShutdownAbortTimeout: 0,
      pollInterval: 2_000,
      // In batches even of one: only those are tried again. A single failure here would end the whole process.
      preset: {
        worker: {
          completeJobBatchDelay: 0,
          failJobBatchDelay: 0,
          ...(fetch && { localQueue: { size: fetch, ttl: heartbeat } }),
        },
      },
      logger: new Logger((scope) => (level, message) => {
        // Of jobs that are fetched by the hundred it tells nobody but the log.
        if (message.startsWith('Error occurred fetching jobs')) fetchFailed()
        // Our jobs work on other pools: a connection of this one is for fetching and marking alone.
        if (message.startsWith('WARNING: having maxPoolSize')) return
        log[logLevels[level]](scope, message)
      }),
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
  events.on('localQueue:getJobs:complete', () => (failures = 0))
  events.on('worker:getJob:error', () => fetchFailed())
  const fetchFailed = () => {
    if (++failures === tolerated && !stopping) void runner?.stop().catch(() => {})
  }

  const begun = new WeakMap<object, number>()
  events.on('job:start', ({ job }) => void begun.set(job, Date.now()))
  events.on('job:complete', ({ job, error }) => {
    const at = begun.get(job) ?? Date.now()
    const waited_seconds = Math.max(0, at - new Date(job.run_at).getTime()) / 1_000
    ran?.({ task: job.task_identifier, outcome: error ? 'error' : 'success', waited_seconds, seconds: (Date.now() - at) / 1_000 })
  })

  // A failed job is due again before the next poll. When this is lost, the poll finds it.
  const wakes = new Set<NodeJS.Timeout>()
  events.on('job:error', ({ job }) => {
    const wake = setTimeout(() => {
      wakes.delete(wake)
      pool.query(`notify "jobs:insert", '{"count":1}'`).catch(() => {})
    }, retryMs(attemptsOf(job)))
    wakes.add(wake)
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
      for (const wake of wakes) clearTimeout(wake)
      await starting
      // It refuses when it is stopping by itself, which is as good.
      await runner?.stop().catch(() => {})
      await vitals.stop()
    },
  }
}

/** As the database puts it off, and a moment more. */
function retryMs(errors: number): number {
  return Math.min(60_000, 200 * 2 ** (errors - 1)) + 50
}

/** Failures to fetch a job, one after the other, after which it is started anew. */
const tolerated = 4

/** Its news is for debugging; ours says what a person needs to know. */
const logLevels = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const

type Task = TaskList[string]

function tasks(handlers: JobHandlers, timeoutMs: number | undefined): TaskList {
  return Object.fromEntries(Object.entries(handlers).map(([name, handle]) => [name, asTask(handle, timeoutMs)]))
}

function recurringTasks(schedule: readonly Recurring[], timeoutMs: number | undefined): TaskList {
  return Object.fromEntries(
    schedule.map(({ task, run }) => [task, asTask((_payload, context) => run(context), timeoutMs)]),
  )
}

/** What was due while nothing ran is made up for, once. */
function cronItem({ task, cron }: Recurring) {
  return { task, match: cron, options: { backfillPeriod: 86_400_000, maxAttempts: defaultAttempts * 5, jobKey: task } }
}

function asTask(handle: JobHandler, timeoutMs: number | undefined): Task {
  return async (payload, { abortSignal, job }) => {
    const attempt = attemptsOf(job)
    if (timeoutMs === undefined) return handle(payload as never, { signal: abortSignal!, attempt })
    const limit = new AbortController()
    const { promise: late, reject } = Promise.withResolvers<never>()
    const timer = setTimeout(() => {
      const error = new Error(`The job was still running after ${timeoutMs / 1_000} s.`)
      limit.abort(error)
      reject(error)
    }, timeoutMs)
    try {
      await Promise.race([handle(payload as never, { signal: AbortSignal.any([abortSignal!, limit.signal]), attempt }), late])
    } finally {
      clearTimeout(timer)
    }
  }
}
