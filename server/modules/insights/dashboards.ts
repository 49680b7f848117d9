// Dashboards that are kept until something changes. While one is computed anew, the one of before is given: it is at
// most a few moments old, and nobody waits for the counting.

import type { Tailer } from '#platform/tailer'
import type { Tenancy } from '#platform/tenancy'
import type { Dashboard } from './contract.ts'
import { computeDashboard } from './queries.ts'

export interface Dashboards {
  get(orgId: string): Promise<Dashboard>
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

export function createDashboards(tenancy: Tenancy, tailer: Tailer): Dashboards {
  const kept = new Map<string, Kept>()
  tailer.onBatch(({ events }) => {
    for (const { org_id } of events) {
      const entry = kept.get(org_id)
      if (entry) entry.stale = true
    }
  })
  tailer.onReset(() => kept.clear())

  const renew = (orgId: string, before?: Kept): Promise<Dashboard> => {
    // Not from a replica: what it has not heard of yet would be kept until the next change.
    const dashboard = computeDashboard(tenancy.tenant(orgId))
    const entry = { dashboard: before?.dashboard ?? dashboard, at: before?.at ?? performance.now(), stale: false, renewing: true }
    const began = performance.now()
    kept.delete(orgId)
    kept.set(orgId, entry)
    if (kept.size > mostKept) kept.delete(kept.keys().next().value!)
    dashboard.then(
      () => Object.assign(entry, { dashboard, at: began, renewing: false }),
      () => kept.delete(orgId),
    )
    return dashboard
  }
  return {
    get(orgId) {
      const entry = kept.get(orgId)
      const age = entry ? performance.now() - entry.at : Infinity
      if (!entry || age > keptMs || (entry.stale && age > oldestMs)) return renew(orgId)
      if (entry.stale && !entry.renewing && age > restMs) renew(orgId, entry).catch(() => {})
      return entry.dashboard
    },
  }
}
