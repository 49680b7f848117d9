import { sql } from 'kysely'
import { allow, conflict } from '#platform/errors'
import { publish } from '#platform/events'
import type { OperationRun } from '#platform/operation-worker'
import { createOperation, markUndone } from '#platform/operations'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { lockAddresses } from '../addresses.ts'
import { canWriteContacts } from '../policy.ts'
import { bulkBatch } from './batch.ts'
import type { BulkChange } from './contract.ts'
import { getBulkChange } from './queries.ts'
import { takeBackBatch } from './taking-back.ts'

/**
 * Makes the contacts of a bulk change what they were before it, but for those that were changed since: a few at once, more
 * by an operation. Throws not_found, and conflict while it goes on, when it is undone, and when it is too long ago.
 */
export async function undoBulkChange(tx: Tx, actor: Actor, id: string): Promise<BulkChange> {
  allow(canWriteContacts(actor))
  await lockAddresses(tx, 'many')
  const found = await getBulkChange(tx, id)
  checkUndoable(found)
  const left = await countLeft(tx, id)
  if (left === 0 && found.changed > 0) throw conflict('bulk_change_old', 'It is too long ago: how the contacts were before is not kept any more.')

  const by = JSON.stringify({ kind: actor.kind, id: actor.id })
  await sql`
    update bulk_change set undone_at = now(), undone_by = ${by}, selection = null, undo_operation_id = null
    where org_id = (select current_org()) and id = ${id}
  `.execute(tx)
  if (left > bulkBatch) await beginOperation(tx, actor, found)
  else {
    await takeBackBatch(tx, actor, found)
    if (found.operation_id) await markUndone(tx, actor, found.operation_id)
  }
  const undone = await getBulkChange(tx, id)
  await publish(tx, actor, { type: 'bulk_change.undone', subject: `bulk_change:${id}`, data: { bulk_change: undone } })
  return undone
}

export async function runBulkUndo(run: OperationRun<{ bulk_change_id: string }>) {
  const id = run.input.bulk_change_id
  for (let left = true; left;) {
    run.signal.throwIfAborted()
    await run.step(async (tx) => {
      await lockAddresses(tx, 'many')
      const bulkChange = await getBulkChange(tx, id)
      left = (await takeBackBatch(tx, run.actor, bulkChange)) === bulkBatch
      if (!left && bulkChange.operation_id) await markUndone(tx, run.actor, bulkChange.operation_id)
      // Those that are gone by now count as gone through, once nothing is left.
      return { done: left ? bulkChange.changed - (await countLeft(tx, id)) : bulkChange.changed, failed: 0, checkpoint: null }
    })
  }
  return { bulk_change_id: id }
}

async function beginOperation(tx: Tx, actor: Actor, { id, changed }: BulkChange) {
  const operation = await createOperation(tx, actor, { kind: 'contacts.bulk_undo', input: { bulk_change_id: id }, total: changed })
  await sql`
    update bulk_change set undo_operation_id = ${operation.id} where org_id = (select current_org()) and id = ${id}
  `.execute(tx)
}

function checkUndoable({ status, operation_id, undo }: BulkChange) {
  if (['queued', 'running', 'paused'].includes(status)) {
    throw conflict('bulk_change_running', `It is ${status}: cancel it first (POST /operations/${operation_id}/cancel), then undo what is done.`)
  }
  if (undo && !['failed', 'cancelled'].includes(undo.status)) throw conflict('bulk_change_undone', 'It was undone already.')
}

async function countLeft(tx: Tx, id: string): Promise<number> {
  const { rows } = await sql<{ left: number }>`
    select count(*)::int as left from bulk_change_contact where org_id = (select current_org()) and bulk_change_id = ${id}
  `.execute(tx)
  return rows[0]!.left
}
