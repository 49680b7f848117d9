// Prometheus metrics. Labels are routes and states, never ids or addresses.

import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type pg from 'pg'
import type { CacheRequests } from '#platform/cache'
import type { Database } from '#platform/db/database'
import { readDisk } from '#platform/disk'
import { unauthenticated } from '#platform/errors'
import type { App } from '#platform/http'
import { isLocal, presentsToken } from '#platform/insiders'
import type { RanJob } from '#platform/jobs'
import { measureDatabase } from '#platform/metrics-database'
import type { Tailer } from '#platform/tailer'

export interface Measured {
  database: Database
  data_folder: string
  caches: Record<string, { requests: CacheRequests }>
  tailer: Tailer
  /** How many live clients are connected to this process. */
  sockets: () => number
  /** How many jobs there are in the queue of all processes. */
  jobs: () => Promise<{ waiting: number; running: number; failed: number }>
  token: string | undefined
}

export interface Meters {
  /** For what modules measure. */
  registry: Registry
  /** Of the workers of this process. */
  ran(job: RanJob): void
}

/** Measures this process, and answers `/metrics`: to this machine, or to the bearer of `token`. */
export function addMetrics(app: App, { database, data_folder, caches, tailer, sockets, jobs, token }: Measured): Meters {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  measureRequests(app, registry)
  measurePools(database.pools, registry)
  measureDatabase(database, registry)
  measureDisk(data_folder, registry)
  measureCaches(caches, registry)
  measureEvents(tailer, registry)
  measureSockets(sockets, registry)
  measureJobs(jobs, registry)

  app.get('/metrics', { config: { access: 'public', essential: true }, schema: { hide: true } }, async (request, reply) => {
    const admitted = token === undefined ? isLocal(request) : presentsToken(request, token)
    if (!admitted) throw unauthenticated('Set METRICS_TOKEN, and send it as “Authorization: Bearer …”.')
    return reply.type(registry.contentType).send(await registry.metrics())
  })
  return { registry, ran: measureWork(registry) }
}

function measureRequests(app: App, registry: Registry) {
  const seconds = new Histogram({
    name: 'rapport_http_request_seconds',
    help: 'Time to answer a request.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  app.addHook('onResponse', async ({ method, routeOptions }, { statusCode, elapsedTime }) => {
    seconds.observe({ method, route: routeOptions.url ?? 'unknown', status: statusCode }, elapsedTime / 1_000)
  })
}

function measurePools(pools: Record<string, pg.Pool>, registry: Registry) {
  new Gauge({
    name: 'rapport_pool_connections',
    help: 'Connections of each pool; waiting are callers without one.',
    labelNames: ['pool', 'state'],
    registers: [registry],
    collect() {
      for (const [pool, { totalCount, idleCount, waitingCount }] of Object.entries(pools)) {
        this.set({ pool, state: 'open' }, totalCount)
        this.set({ pool, state: 'idle' }, idleCount)
        this.set({ pool, state: 'waiting' }, waitingCount)
      }
    },
  })
}

function measureDisk(folder: string, registry: Registry) {
  new Gauge({
    name: 'rapport_disk_bytes',
    help: 'The disk of the data folder: its size, and what is free of it.',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      this.reset()
      // When the disk is gone the other figures are wanted most.
      const disk = await readDisk(folder).catch(() => ({}))
      for (const [state, bytes] of Object.entries(disk)) this.set({ state }, bytes)
    },
  })
}

function measureCaches(caches: Measured['caches'], registry: Registry) {
  new Counter({
    name: 'rapport_cache_requests',
    help: 'Look-ups in each cache, by outcome.',
    labelNames: ['cache', 'outcome'],
    registers: [registry],
    collect() {
      this.reset()
      for (const [cache, { requests }] of Object.entries(caches)) {
        for (const outcome of ['hit', 'miss'] as const) this.inc({ cache, outcome }, requests[outcome])
      }
    },
  })
}

function measureEvents(tailer: Tailer, registry: Registry) {
  const events = new Counter({
    name: 'rapport_events',
    help: 'Events of all organizations that this process has handed on, by type.',
    labelNames: ['type'],
    registers: [registry],
  })
  tailer.onBatch((batch) => {
    for (const { type } of batch.events) events.inc({ type })
  })
}

function measureSockets(sockets: () => number, registry: Registry) {
  new Gauge({
    name: 'rapport_live_sockets',
    help: 'Live clients that are connected to this process.',
    registers: [registry],
    collect() {
      this.set(sockets())
    },
  })
}

function measureJobs(jobs: Measured['jobs'], registry: Registry) {
  new Gauge({
    name: 'rapport_jobs',
    help: 'Jobs of all processes, by state; failed are those that are not tried again.',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      this.reset()
      // When the database is gone the other figures are wanted most.
      const counts = await jobs().catch(() => ({}))
      for (const [state, count] of Object.entries(counts)) this.set({ state }, count)
    },
  })
}

/** How long jobs waited and took: from milliseconds for short ones to the hours of an import. */
function measureWork(registry: Registry): Meters['ran'] {
  const buckets = [0.005, 0.025, 0.1, 0.5, 2.5, 10, 60, 300, 3_600]
  const waited = new Histogram({
    name: 'rapport_job_wait_seconds',
    help: 'From when a job was due to when it began.',
    labelNames: ['task'],
    buckets,
    registers: [registry],
  })
  const took = new Histogram({
    name: 'rapport_job_seconds',
    help: 'How long a job ran.',
    labelNames: ['task', 'outcome'],
    buckets,
    registers: [registry],
  })
  return ({ task, outcome, waited_seconds, seconds }) => {
    waited.observe({ task }, waited_seconds)
    took.observe({ task, outcome }, seconds)
  }
}
