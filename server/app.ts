// The composition root: settings → platform → modules → HTTP. Plain calls, in order.

import { readFileSync } from 'node:fs'
import { accountHousekeeping, accountJobs, accountRoutes, createAccounts, createAuthenticator, organizationCookie, sessionCookie } from '#modules/accounts'
import { auditRoutes } from '#modules/audit'
import { companySearch, contactHousekeeping, contactJobs, contactRoutes, contactRunners, contactSearch, erasureRoutes, mergeRoutes, photoRoutes } from '#modules/contacts'
import { importHousekeeping, importRoutes, importRunners, importsPart, sweepUploads } from '#modules/imports'
import { exportRoutes } from '#modules/exports'
import { createDashboards, dashboardRoutes } from '#modules/insights'
import { createNotificationCollector, dispatchJobs, notificationHousekeeping, notificationJobs, notificationRoutes } from '#modules/notifications'
import { createPresenceTracker, presenceRoutes } from '#modules/presence'
import { reminderHousekeeping, reminderJobs, reminderRoutes } from '#modules/reminders'
import { invitationRooms, messageSearch, previewJobs, roomAudiences, roomFileFolder, roomHousekeeping, roomJobs, roomRoutes, roomRunners } from '#modules/rooms'
import { searchRoutes, startIndexer, type Indexer } from '#modules/search'
import { takeTurns, taskHousekeeping, taskJobs, taskRoutes, taskRunners, taskSearch, tasksPart } from '#modules/tasks'
import { interactionSearch, timelineHousekeeping, timelineJobs, timelinePart, timelineRoutes } from '#modules/timeline'
import { createWebhookCollector, measureDeliveries, webhookJobs, webhookRoutes, webhookHousekeeping } from '#modules/webhooks'
import { createAdmission, permit } from '#platform/admission'
import { publicHearing } from '#platform/audiences'
import { batchRoutes } from '#platform/batch'
import { createCache } from '#platform/cache'
import { systemClock, type Clock } from '#platform/clock'
import type { Config } from '#platform/config'
import type { Database } from '#platform/db/database'
import { findEmbeddedFolder } from '#platform/db/embedded'
import type { TailedEvent } from '#platform/events'
import { eventRoutes } from '#platform/event-routes'
import { refuseForeignPage } from '#platform/foreign-pages'
import { acceptForms } from '#platform/forms'
import { databaseChecks, diskCheck, healthRoutes, replicaCheck, type Check } from '#platform/health'
import { createHttp, type App } from '#platform/http'
import { housekeeping, platformJobs } from '#platform/housekeeping'
import { addIdempotency } from '#platform/idempotency'
import { countJobs, startWorker, type Worker } from '#platform/jobs'
import { createLimits, sharedStore } from '#platform/limits'
import { startLive, type Live } from '#platform/live'
import type { Log } from '#platform/log'
import { createMail } from '#platform/mail'
import { addMetrics } from '#platform/metrics'
import { operationRoutes } from '#platform/operation-routes'
import { operationJobs } from '#platform/operation-worker'
import { createOutgoing, type NameResolver } from '#platform/outgoing'
import { openRedis } from '#platform/redis'
import { referenceRoutes } from '#platform/reference/reference'
import { createRoom, refuseWithoutRoom } from '#platform/room'
import { createSecrets } from '#platform/secrets'
import { createSignals, readLiveSignal, type SignalLive } from '#platform/signals'
import { createStorage } from '#platform/storage'
import { createTailer } from '#platform/tailer'
import { createWebClient } from '#platform/web-client'

export const version: string = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version

export interface Rapport {
  http: App
  /** Makes the database ready to be asked, and starts what this process does besides answering: the worker. */
  start(): Promise<void>
  /** How many live clients are connected. */
  live(): number
  /** Lets requests and jobs come to a good end; the database stays open. */
  stop(): Promise<void>
}

/** The outside world, where a test brings another. */
export interface Ports {
  clock?: Clock
  resolver?: NameResolver
  /** Whether to refuse what is too much; tests share a machine that others make busy. */
  overload_guard?: boolean
}

/** The whole program on an open, migrated database; nothing runs before `start`. */
export function createApp(config: Config, database: Database, log: Log, { clock = systemClock, resolver, overload_guard }: Ports = {}): Rapport {
  const storage = createStorage(config)
  const mail = createMail(config, log)
  const secrets = createSecrets(config)
  const outgoing = createOutgoing({ allowed: config.outgoing_allow, resolver })
  const redis = config.redis_url ? openRedis(config.redis_url, log) : undefined
  const signals = createSignals(redis)
  const principals = createCache()
  const authenticator = createAuthenticator(database.pools.app, principals, signals)
  const limitStore = redis && sharedStore(redis)
  const admission = createAdmission({
    authenticate: authenticator.authenticate,
    session_cookie: sessionCookie(config.public_url),
    organization_cookie: organizationCookie(config.public_url),
    limits: createLimits(limitStore),
  })
  const accounts = createAccounts({
    tenancy: database,
    pool: database.pools.auth,
    authenticator,
    secrets,
    mail,
    rooms: invitationRooms,
    data_folder: config.data_folder,
    default_plan: config.default_plan,
    fallback_secret: config.database_url,
    oidc: config.oidc,
    limit_store: limitStore,
    public_url: config.public_url,
    log,
  })
  const http = createHttp({
    log,
    version,
    public_url: config.public_url,
    trust_proxy: config.trust_proxy,
    admission,
    fallback: createWebClient(),
    overload_guard,
  })

  const tailer = createTailer(database.system, log)
  database.onCommit(tailer.wake)
  database.onCommit(signals.wake)
  signals.on('wake', tailer.wake)
  signals.onGap(tailer.wake)

  // What ends somebody's rights is in the log: without a signal it is heeded within the second of a poll.
  const shutOut = async (events: TailedEvent[]) => {
    for (const orgId of await authenticator.heed(events)) live?.recheck(orgId)
  }
  tailer.onBatch(({ events }) => void shutOut(events))

  const dashboards = createDashboards({ tenancy: database, tailer, redis })

  // To the sockets of this process and of the others; nothing is kept of it.
  const signalLive: SignalLive = (orgId, audience, signal) => {
    live?.signal(orgId, audience, signal)
    signals.send('live', JSON.stringify([orgId, audience, signal]))
  }
  signals.on('live', (text) => {
    const [orgId, audience, signal] = readLiveSignal(text)
    if (signal) live?.signal(orgId, audience, signal)
  })

  const presence = createPresenceTracker({
    tenancy: database,
    system: database.pools.system,
    signals,
    tell: (orgId, audience, signal) => live?.signal(orgId, audience, signal),
    log,
  })

  // What the modules after contacts keep about them: merged, erased and exported along with them.
  const contactParts = [timelinePart, importsPart, tasksPart]

  const turns = takeTurns(database)

  let live: Live | undefined
  let workers: Worker[] = []
  let indexer: Indexer | undefined
  database.onCommit(() => indexer?.wake())
  const queueCheck: Check = {
    name: 'queue',
    run: async () => (workers.length > 0 && workers.every((worker) => worker.running()) ? undefined : 'The worker does not run; it is started again by itself.'),
  }
  // What programs of the admins are told: nothing of rooms that not everybody may see.
  const hearing = publicHearing(roomAudiences)
  const works = config.roles.includes('worker')
  const collector = works ? createWebhookCollector({ tenancy: database, system: database.pools.system, tailer, clock, log, hearing }) : undefined
  const notifier = works ? createNotificationCollector({ tenancy: database, system: database.pools.system, tailer, log }) : undefined
  // On the root, whose hooks all routes have: it measures every request.
  const meters = addMetrics(http, {
    database,
    data_folder: config.data_folder,
    caches: { principals, dashboards },
    tailer,
    sockets: () => live?.count() ?? 0,
    jobs: () => countJobs(database.pools.worker),
    token: config.metrics_token,
  })
  const measured = measureDeliveries(meters.registry, database.pools.system)
  // With a PostgreSQL of one's own, its disk is its own.
  const findDisk = async () => (await findEmbeddedFolder(config.data_folder)) ?? config.data_folder
  const room = config.database_url ? undefined : createRoom(findDisk, log)
  if (room) refuseWithoutRoom(http, room)
  addIdempotency(http, database)
  http.register(async (root) => {
    referenceRoutes(root as App)
    healthRoutes(root as App, [
      ...databaseChecks(database.pools.system),
      ...(config.database_replica_url ? [replicaCheck(database.pools.replica)] : []),
      diskCheck(config.data_folder),
      ...(works ? [queueCheck] : []),
      ...(redis ? [redis.check] : []),
    ], config.metrics_token)
  })
  http.register(
    async (api) => {
      acceptForms(api as App, { limit_bytes: config.upload_limit_bytes })
      accountRoutes(api as App, accounts)
      auditRoutes(api as App, database)
      webhookRoutes(api as App, database, { outgoing, secrets, clock, hearing })
      contactRoutes(api as App, database)
      photoRoutes(api as App, database, storage)
      mergeRoutes(api as App, database, contactParts)
      erasureRoutes(api as App, database, contactParts)
      timelineRoutes(api as App, database, storage)
      importRoutes(api as App, database, storage, { limit_bytes: config.upload_limit_bytes })
      exportRoutes(api as App, database, storage, contactParts)
      searchRoutes(api as App, database, [contactSearch, companySearch, interactionSearch, messageSearch, taskSearch])
      dashboardRoutes(api as App, dashboards)
      roomRoutes(api as App, database, { storage, limit_bytes: config.message_file_limit_bytes, signal: signalLive })
      presenceRoutes(api as App, database)
      taskRoutes(api as App, turns)
      reminderRoutes(api as App, database)
      notificationRoutes(api as App, database, { outgoing, secrets })
      operationRoutes(api as App, database)
      eventRoutes(api as App, database, tailer, roomAudiences)
      batchRoutes(api as App)
      const asPage = { config: { access: 'public', kept: true }, schema: { hide: true } } as const
      api.get('/openapi.json', asPage, () => http.swagger())
    },
    { prefix: '/api/v1' },
  )

  return {
    http,
    live: () => live?.count() ?? 0,
    async start() {
      await tailer.start()
      await presence.start()
      redis?.connect()
      live = startLive(http.server, {
        path: '/api/v1/live',
        tailer,
        tenancy: database,
        source: roomAudiences,
        watch: presence.watch,
        async admit(headers, opening) {
          // Behind a proxy this address is the proxy's, and everybody's.
          const caller = await admission.identify(headers, config.trust_proxy ? undefined : opening?.address)
          // It may begin far back in the log, and so is a request like any other.
          const count = opening && (await admission.count(caller))
          if (count?.exceeded) throw count.exceeded
          refuseForeignPage(headers, config.public_url)
          permit(caller, 'guest', false)
          return caller.actor!
        },
      })
      if (!collector || !notifier) return
      await sweepUploads(storage, database.pools.system)
      indexer = startIndexer(database.pools.system, log)
      const shortJobs = { ...platformJobs(database.pools.system), ...accountJobs(accounts, { system: database.pools.system, storage, folders: ['attachments', 'photos', roomFileFolder] }), ...contactJobs(database, storage), ...timelineJobs(database, storage), ...roomJobs(database, storage), ...taskJobs(turns), ...reminderJobs(database), ...notificationJobs(database) }
      const runners = { ...contactRunners(storage), ...importRunners(storage, database), ...taskRunners(), ...roomRunners(database, storage, config.message_file_limit_bytes) }
      const jobs = operationJobs(database, runners, log, room)
      const concurrency = config.worker_concurrency
      // Apart from each other: nothing short waits behind what takes an hour, and an operation ends by its own steps.
      workers = await Promise.all([
        startWorker(database.pools.worker, jobs, { concurrency, log, ran: meters.ran }),
        startWorker(database.pools.worker, shortJobs, {
          concurrency,
          log,
          fetch: 100,
          ran: meters.ran,
          timeout_ms: 180_000,
          schedule: [
            ...housekeeping(database.pools.system, config),
            ...accountHousekeeping(accounts),
            ...contactHousekeeping(database.pools.system, config.deleted_retention_days),
            ...timelineHousekeeping(database.pools.system, config.deleted_retention_days),
            ...roomHousekeeping(database.pools.system, config.deleted_retention_days),
            ...taskHousekeeping(database.pools.system, config.deleted_retention_days),
            ...reminderHousekeeping(database.pools.system),
            ...importHousekeeping(storage, database.pools.system, config.import_retention_days),
            ...notificationHousekeeping(notifier, database, database.pools.system, config.notification_retention_days),
            ...webhookHousekeeping(collector, database.pools.system, config.webhook_retention_days),
          ],
        }),
        // Receivers, mail and push services of others, which may be slow: they wait for nobody but themselves. One worker: each takes connections.
        startWorker(database.pools.worker, { ...webhookJobs({ tenancy: database, outgoing, secrets, clock, measured, mail, public_url: config.public_url }), ...previewJobs({ tenancy: database, outgoing, public_url: config.public_url }), ...dispatchJobs({ tenancy: database, mail, outgoing, secrets, public_url: config.public_url, log }) }, {
          concurrency: 20,
          log,
          fetch: 20,
          ran: meters.ran,
          timeout_ms: 120_000,
        }),
      ])
      await Promise.all([collector.start(), notifier.start()])
    },
    async stop() {
      live?.stop()
      await Promise.all([http.close(), presence.stop(), ...workers.map((worker) => worker.stop()), tailer.stop(), collector?.stop(), notifier?.stop(), indexer?.stop()])
      mail.close()
      redis?.close()
    },
  }
}
