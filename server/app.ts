// The composition root: settings → platform → modules → HTTP. Plain calls, in order.

import { readFileSync } from 'node:fs'
import { accountRoutes, createAuthenticator } from '#modules/accounts'
import { contactRoutes } from '#modules/contacts'
import { importRoutes, importRunners, sweepUploads } from '#modules/imports'
import { timelineRoutes } from '#modules/timeline'
import { createCache } from '#platform/cache'
import type { Config } from '#platform/config'
import type { Database } from '#platform/db/database'
import { eventRoutes } from '#platform/event-routes'
import { databaseChecks, healthRoutes, type Check } from '#platform/health'
import { admit, createHttp, type App } from '#platform/http'
import { countJobs, startWorker, type Worker } from '#platform/jobs'
import { startLive, type Live } from '#platform/live'
import type { Log } from '#platform/log'
import { addMetrics } from '#platform/metrics'
import { operationRoutes } from '#platform/operation-routes'
import { operationJobs } from '#platform/operation-worker'
import { openRedis } from '#platform/redis'
import { createSignals } from '#platform/signals'
import { createStorage } from '#platform/storage'
import { createTailer } from '#platform/tailer'

export const version: string = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version

export interface Rapport {
  http: App
  /** Makes the database ready to be asked, and starts what this process does besides answering: the worker. */
  start(): Promise<void>
  /** Lets requests and jobs come to a good end; the database stays open. */
  stop(): Promise<void>
}

/** The whole program on an open, migrated database; nothing runs before `start`. */
export function createApp(config: Config, database: Database, log: Log): Rapport {
  const storage = createStorage(config)
  const redis = config.redis_url ? openRedis(config.redis_url, log) : undefined
  const signals = createSignals(redis)
  const principals = createCache()
  const authenticator = createAuthenticator(database.pools.app, principals, signals)
  const http = createHttp({
    log,
    version,
    public_url: config.public_url,
    authenticate: authenticator.authenticate,
  })

  const tailer = createTailer(database.system, log)
  database.onCommit(tailer.wake)
  database.onCommit(signals.wake)
  signals.on('wake', tailer.wake)
  signals.onGap(tailer.wake)

  let live: Live | undefined
  let worker: Worker | undefined
  const queueCheck: Check = {
    name: 'queue',
    run: async () => (worker?.running() ? undefined : 'The worker does not run; it is started again by itself.'),
  }
  const works = config.roles.includes('worker')
  // On the whole application: from within `register` it would see only the routes of that scope.
  addMetrics(http, {
    pools: database.pools,
    caches: { principals },
    tailer,
    sockets: () => live?.count() ?? 0,
    jobs: () => countJobs(database.pools.worker),
    token: config.metrics_token,
  })
  http.register(async (root) => {
    healthRoutes(root as App, [
      ...databaseChecks(database.pools.system),
      ...(works ? [queueCheck] : []),
      ...(redis ? [redis.check] : []),
    ])
  })
  http.register(
    async (api) => {
      accountRoutes(api as App, database, authenticator)
      contactRoutes(api as App, database)
      timelineRoutes(api as App, database)
      importRoutes(api as App, database, storage, { limit_bytes: config.upload_limit_bytes })
      operationRoutes(api as App, database)
      eventRoutes(api as App, database, tailer)
      api.get('/openapi.json', { config: { access: 'public' }, schema: { hide: true } }, () => http.swagger())
    },
    { prefix: '/api/v1' },
  )

  return {
    http,
    async start() {
      await database.pools.system.query('select renew_event_epoch()')
      await tailer.start()
      redis?.connect()
      live = startLive(http.server, {
        path: '/api/v1/live',
        tailer,
        tenancy: database,
        admit: (headers) => admit(headers, 'member', authenticator.authenticate),
      })
      if (!works) return
      await sweepUploads(storage, database.pools.system)
      const jobs = operationJobs(database, importRunners(storage, database), log)
      worker = await startWorker(database.pools.worker, jobs, { concurrency: config.worker_concurrency, log })
    },
    async stop() {
      live?.stop()
      await Promise.all([http.close(), worker?.stop(), tailer.stop()])
      redis?.close()
    },
  }
}
