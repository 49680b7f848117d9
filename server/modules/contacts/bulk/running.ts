// A bulk change of more contacts than are changed at once, batch by batch along their ids.

import { sql } from 'kysely'
import { notFound } from '#platform/errors'
import type { OperationRun } from '#platform/operation-worker'
import type { Tx } from '#platform/db/kysely'
import { lockAddresses } from '../addresses.ts'
import type { Selection } from '../listing/selection.ts'
import { applyToBatch, type Batch } from './applying.ts'
import { bulkBatch } from './batch.ts'
import { nextSelected } from './selecting.ts'

interface Checkpoint {
  /** The last contact that was looked at; of those that came in later, none is meant. */
  after?: string
  done: number
  changed: number
}

export async function runBulkChange(run: OperationRun<{ bulk_change_id: string }, Checkpoint>) {
  const id = run.input.bulk_change_id
  let at: Checkpoint = run.checkpoint ?? { done: 0, changed: 0 }
  for (let left = true; left;) {
    run.signal.throwIfAborted()
    at = await run.step(async (tx) => {
      await lockAddresses(tx, 'many')
      const { action, change, selection } = await getWork(tx, id)
      const contacts = await nextSelected(tx, run.actor, selection, { after: at.after, until: id, limit: bulkBatch })
      left = contacts.length === bulkBatch
      const changed = await applyToBatch(tx, run.actor, { id, action, change, contacts })
      if (!left) await forgetSelection(tx, id)
      const checkpoint = { after: contacts.at(-1) ?? at.after, done: at.done + contacts.length, changed: at.changed + changed }
      return { done: checkpoint.done, failed: 0, checkpoint }
    })
  }
  return { bulk_change_id: id, total: at.done, changed: at.changed }
}

/** Throws not_found when it was done already. */
async function getWork(tx: Tx, id: string): Promise<Pick<Batch, 'action' | 'change'> & { selection: Selection }> {
  const { rows } = await sql<Pick<Batch, 'action' | 'change'> & { selection: Selection }>`
    select action, change, selection from bulk_change where org_id = (select current_org()) and id = ${id} and selection is not null
  `.execute(tx)
  if (!rows[0]) throw notFound('bulk change', id)
  return rows[0]
}

/** It may hold names that were searched for. */
async function forgetSelection(tx: Tx, id: string) {
  await sql`update bulk_change set selection = null where org_id = (select current_org()) and id = ${id}`.execute(tx)
}
