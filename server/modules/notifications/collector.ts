// Notifies as soon as the event log has news, in each process that works. That may miss a beat (a process dies between a commit and its
// news): a job each minute is the net under it.

import type pg from 'pg'
import { keepLatest } from '#platform/keep-latest'
import { createLanes } from '#platform/lanes'
import type { Log } from '#platform/log'
import type { Tailer } from '#platform/tailer'
import type { Tenancy } from '#platform/tenancy'
import { collectCauses, heededTypes } from './collecting.ts'

export interface NotificationCollector {
  /** Begins with what happened while nothing ran. */
  start(): Promise<void>
  /** Collects for every organization whose log has something new. */
  collectAll(signal: AbortSignal): Promise<void>
  stop(): Promise<void>
}

interface CollectorOptions {
  tenancy: Tenancy
  system: pg.Pool
  tailer: Tailer
  log: Log
}

export function createNotificationCollector({ tenancy, system, tailer, log }: CollectorOptions): NotificationCollector {
  const warn = (error: unknown) => log.warn({ err: error }, 'Nobody could be notified of what happened; it is tried again within a minute.')
  /** Where the cursors are, if no other process has moved them. */
  const expected = keepLatest(10_000, (): { cursor?: string } => ({}))
  const collect = async (orgId: string) => {
    const last = expected(orgId)
    for (let more = true; more && !lanes.stopped.aborted; ) {
      const collected = await tenancy.transact({ org_id: orgId }, (tx) => collectCauses(tx, orgId, last.cursor))
      last.cursor = collected?.cursor
      more = collected?.has_more ?? false
    }
  }
  const lanes = createLanes(4, collect, warn)
  tailer.onBatch(({ events }) => {
    const heeded = events.filter(({ type }) => heededTypes.has(type))
    for (const orgId of new Set(heeded.map(({ org_id }) => org_id))) lanes.wake(orgId)
  })
  const listWaiting = async () => {
    // In another epoch than the cursor's the numbers of transactions mean nothing.
    const { rows } = await system.query<{ org_id: string }>(`
      select org_id from notification_cursor, event_epoch
      where split_part(cursor, '~', 1) is distinct from event_epoch.id::text
        or exists (select from event where event.org_id = notification_cursor.org_id and xid >= seen_xid)
    `)
    return rows.map(({ org_id }) => org_id)
  }
  return {
    async start() {
      for (const orgId of await listWaiting()) lanes.wake(orgId)
    },
    async collectAll(signal) {
      for (const orgId of await listWaiting()) {
        if (signal.aborted) return
        await collect(orgId).catch(warn)
      }
    },
    stop: () => lanes.stop(),
  }
}
