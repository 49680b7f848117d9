// Collects for all webhooks as soon as the event log has news, in each process that works. That may miss a beat (a process
// dies between a commit and its news): a job each minute is the net under it.

import { sql } from 'kysely'
import type pg from 'pg'
import type { Hearing } from '#platform/audiences'
import type { Clock } from '#platform/clock'
import { createLanes } from '#platform/lanes'
import type { Log } from '#platform/log'
import type { Tailer } from '#platform/tailer'
import type { Tenancy } from '#platform/tenancy'
import { lockWebhook } from './actions.ts'
import { collectEvents } from './collecting.ts'
import { scheduleDeliveries } from './scheduling.ts'

export interface WebhookCollector {
  start(): Promise<void>
  /** Collects everything that there is now, and queues what may have been lost on the way. */
  collectAll(signal: AbortSignal): Promise<void>
  stop(): Promise<void>
}

interface CollectorOptions {
  tenancy: Tenancy
  system: pg.Pool
  tailer: Tailer
  clock: Clock
  log: Log
  /** What webhooks are told of. */
  hearing: Hearing
}

export function createWebhookCollector({ tenancy, system, tailer, clock, log, hearing }: CollectorOptions): WebhookCollector {
  let watched = new Set<string>()

  const collect = async (orgId: string, then?: 'schedule') => {
    const actor = { org_id: orgId }
    const { rows } = await sql<{ id: string }>`
      select id from webhook where org_id = (select current_org()) and enabled
    `.execute(tenancy.tenant(orgId))
    for (const { id: webhook_id } of rows) {
      const step = () => tenancy.transact(actor, (tx) => collectEvents(tx, { ...actor, webhook_id, now: clock.now(), hearing }))
      while (!lanes.stopped.aborted && (await step()));
      if (then !== 'schedule') continue
      await tenancy.transact(actor, async (tx) => {
        await lockWebhook(tx, webhook_id)
        await scheduleDeliveries(tx, { ...actor, webhook_id, now: clock.now() })
      })
    }
  }
  const warn = (error: unknown) => log.warn({ err: error }, 'Events could not be collected for webhooks; it is tried again within a minute.')
  const lanes = createLanes(4, collect, warn)
  const watch = async () => {
    const { rows } = await system.query<{ org_id: string }>('select distinct org_id from webhook where enabled')
    const now = new Set(rows.map(({ org_id }) => org_id))
    // What happened while we asked was not looked at.
    for (const orgId of now) if (!watched.has(orgId)) lanes.wake(orgId)
    watched = now
  }

  tailer.onBatch(({ events }) => {
    if (events.some(({ type }) => type.startsWith('webhook.'))) void watch().catch(warn)
    for (const orgId of new Set(events.map(({ org_id }) => org_id))) if (watched.has(orgId)) lanes.wake(orgId)
  })
  return {
    start: watch,
    async collectAll(signal) {
      await watch()
      for (const orgId of watched) {
        if (signal.aborted) return
        await collect(orgId, 'schedule').catch(warn)
      }
    },
    stop: () => lanes.stop(),
  }
}
