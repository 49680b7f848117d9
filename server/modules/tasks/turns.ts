// Changes of the tasks of one organization come one after the other (changing.ts). Those of this process wait for each other here, where it
// costs nothing: in the database each would wait with a connection in its hand, and thirty of one organization would stop all others.

import type { Tenancy } from '#platform/tenancy'

/** The same, but that in each organization one transaction runs at a time. Made once for a process. */
export function takeTurns(tenancy: Tenancy): Tenancy {
  const last = new Map<string, Promise<unknown>>()
  return {
    ...tenancy,
    transact(actor, work) {
      const before = last.get(actor.org_id)
      const mine = before ? before.then(() => tenancy.transact(actor, work)) : tenancy.transact(actor, work)
      // Whatever comes of it: the next one is told by whoever asked for this one, not by us.
      const over = mine.then(ignore, ignore).then(() => void (last.get(actor.org_id) === over && last.delete(actor.org_id)))
      last.set(actor.org_id, over)
      return mine
    },
  }
}

function ignore() {}
