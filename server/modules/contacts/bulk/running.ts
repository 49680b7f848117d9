// A bulk change of more than are changed at once, batch by batch along their ids.

import { sql } from 'kysely'
import type { OperationRun } from '#platform/operation-worker'
import type { Tx } from '#platform/db/kysely'
import { bulkBatch } from './batch.ts'
import type { Batch, BulkKind } from './kind.ts'

/** Ids are looked up so many at once, since that may be a search over all contacts. */
const lookedUp = 40 * bulkBatch

interface Checkpoint {
  /** The last one that was gone through. */
  after?: string
  done: number
  changed: number
}

export async function runBulkChange(of: BulkKind, run: OperationRun<{ bulk_change_id: string }, Checkpoint>) {
  const id = run.input.bulk_change_id
  let at: Checkpoint = run.checkpoint ?? { done: 0, changed: 0 }
  for (let left = true; left;) {
    let ids: string[] = []
    await run.step(async (tx) => {
      const { selection } = await getWork(tx, id)
      ids = selection ? (await of.findSelected(tx, run.actor, selection, { after: at.after, until: id, limit: lookedUp })).ids : []
      return { done: at.done, failed: 0, checkpoint: at }
    })
    left = ids.length === lookedUp
    for (let first = 0; first < ids.length; first += bulkBatch) {
      run.signal.throwIfAborted()
      const batch = ids.slice(first, first + bulkBatch)
      at = await run.step(async (tx) => {
        await of.lock(tx)
        const { action, change } = await getWork(tx, id)
        const changed = await of.applyToBatch(tx, run.actor, { id, action, change, ids: batch })
        const checkpoint = { after: batch.at(-1), done: at.done + batch.length, changed: at.changed + changed }
        return { done: checkpoint.done, failed: 0, checkpoint }
      })
    }
  }
  await run.step(async (tx) => {
    await forgetSelection(tx, id)
    return { done: at.done, failed: 0, checkpoint: at }
  })
  return { bulk_change_id: id, total: at.done, changed: at.changed }
}

type Work = Pick<Batch<unknown>, 'action' | 'change'> & { selection: unknown }

async function getWork(tx: Tx, id: string): Promise<Work> {
  const { rows } = await sql<Work>`
    select action, change, selection from bulk_change where org_id = (select current_org()) and id = ${id}
  `.execute(tx)
  return rows[0]!
}

/** It may hold names that were searched for. */
async function forgetSelection(tx: Tx, id: string) {
  await sql`update bulk_change set selection = null where org_id = (select current_org()) and id = ${id}`.execute(tx)
}
