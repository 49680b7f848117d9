// Changes of the same tasks come one after the other (storing.ts). Whoever waits for that does so here, where it costs nothing: in the database each
// would wait with a connection in its hand, and those of one organization would stop all others.

import type { Tenancy } from '#platform/tenancy'

/** Of 20 connections that there are; what commits at once, PostgreSQL writes down together. */
const most = 6

interface Line {
  running: number
  waiting: (() => void)[]
}

/** The same, but that in each organization so many transactions run at a time, and the others in their order. Made once for a process. */
export function takeTurns(tenancy: Tenancy, atOnce = most): Tenancy {
  const lines = new Map<string, Line>()
  return {
    ...tenancy,
    async transact(actor, work) {
      const { org_id } = actor
      const line = lines.get(org_id) ?? { running: 0, waiting: [] }
      lines.set(org_id, line)
      if (line.running < atOnce) line.running++
      else await new Promise<void>((go) => line.waiting.push(go))
      try {
        return await tenancy.transact(actor, work)
      } finally {
        const next = line.waiting.shift()
        if (next) next()
        else if (--line.running === 0) lines.delete(org_id)
      }
    },
  }
}
