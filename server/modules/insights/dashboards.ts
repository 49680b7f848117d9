// Dashboards that are kept until something changes. While one is computed anew, the one of before is given: it is at
// most a few moments old, and nobody waits for the counting. With a Redis, processes take them from one another.

import type { CacheRequests } from '#platform/cache'
import type { Redis } from '#platform/redis'
import { createSharedCache } from '#platform/shared-cache'
import type { Tailer } from '#platform/tailer'
import type { Tenancy } from '#platform/tenancy'
import { Dashboard } from './contract.ts'
import { computeDashboard } from './queries.ts'

export interface Dashboards {
  get(orgId: string): Promise<Dashboard>
  requests: CacheRequests
}

interface Kept {
  dashboard: Promise<Dashboard>
  at: number
  stale: boolean
  renewing: boolean
}

/** What lies under the invalidation by events: the days go by without any. */
const keptMs = 5 * 60_000
/** In a stream of changes it is computed anew this often, and not for each. */
const restMs = 1_000
/** Older than this, it is waited for. */
const oldestMs = 10_000
const mostKept = 1_000

export function createDashboards({ tenancy, tailer, redis }: { tenancy: Tenancy; tailer: Tailer; redis: Redis | undefined }): Dashboards {
  const shared = redis && createSharedCache({ redis, tenancy, name: 'dashboard', schema: Dashboard, ttl_ms: keptMs })
  const kept = new Map<string, Kept>()
  const requests = { hit: 0, miss: 0 }
  tailer.onBatch(({ events }) => {
    for (const { org_id } of events) {
      const entry = kept.get(org_id)
      if (entry) entry.stale = true
    }
  })
  tailer.onReset(() => kept.clear())

  const look = async (orgId: string) => {
    const found = await shared?.find(orgId)
    // What another process has may be as little behind as what this one has.
    if (found && (found.current || found.age_ms < restMs)) {
      return { dashboard: found.value, at: performance.now() - found.age_ms, stale: !found.current }
    }
    const at = performance.now()
    // Not from a replica: what it has not heard of yet would be kept until the next change.
    const compute = () => computeDashboard(tenancy.tenant(orgId))
    return { dashboard: await (shared ? shared.keep(orgId, compute) : compute()), at, stale: false }
  }
  const renew = (orgId: string, before?: Kept): Promise<Dashboard> => {
    const looked = look(orgId)
    const dashboard = looked.then((found) => found.dashboard)
    const entry = { dashboard: before?.dashboard ?? dashboard, at: before?.at ?? performance.now(), stale: false, renewing: true }
    kept.delete(orgId)
    kept.set(orgId, entry)
    if (kept.size > mostKept) kept.delete(kept.keys().next().value!)
    looked.then(
      ({ at, stale }) => Object.assign(entry, { dashboard, at, renewing: false, stale: entry.stale || stale }),
      () => kept.delete(orgId),
    )
    return dashboard
  }
  return {
    async get(orgId) {
      const entry = kept.get(orgId)
      const age = entry ? performance.now() - entry.at : Infinity
      if (!entry || age > keptMs || (entry.stale && age > oldestMs)) {
        requests.miss++
        return renew(orgId)
      }
      requests.hit++
      if (entry.stale && !entry.renewing && age > restMs) renew(orgId, entry).catch(() => {})
      return entry.dashboard
    },
    requests,
  }
}
