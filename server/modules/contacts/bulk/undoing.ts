import { sql } from 'kysely'
import { allow, conflict } from '#platform/errors'
import { publish } from '#platform/events'
import type { OperationRun } from '#platform/operation-worker'
import { createOperation, markUndone } from '#platform/operations'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { bulkBatch } from './batch.ts'
import type { AnyBulkChange } from './contract.ts'
import type { BulkKind } from './kind.ts'
import { getBulkChange } from './queries.ts'

/**
 * Makes what a bulk change was of what it was before that, but for those that were changed since: a few at once, more
 * by an operation. Throws not_found, and conflict while it goes on, when it is undone, and when it is too long ago.
 */
export async function undoBulkChange(tx: Tx, actor: Actor, { of, id }: { of: BulkKind; id: string }): Promise<AnyBulkChange> {
  allow(of.mayWrite(actor))
  await of.lock(tx)
  const found = await getBulkChange(tx, of, id)
  checkUndoable(found)
  const left = await countLeft(tx, of, id)
  if (left === 0 && found.changed > 0) throw conflict('bulk_change_old', 'It is too long ago: how they were before is not kept any more.')

  const by = JSON.stringify({ kind: actor.kind, id: actor.id })
  await sql`
    update bulk_change set undone_at = now(), undone_by = ${by}, selection = null, undo_operation_id = null
    where org_id = (select current_org()) and id = ${id}
  `.execute(tx)
  if (left > bulkBatch) await beginOperation(tx, actor, of, found)
  else {
    await of.takeBackBatch(tx, actor, found)
    if (found.operation_id) await markUndone(tx, actor, found.operation_id)
  }
  const undone = await getBulkChange(tx, of, id)
  await publish(tx, actor, { type: `${of.noun}.undone`, subject: `${of.noun}:${id}`, data: { [of.noun]: undone } })
  return undone
}

export async function runBulkUndo(of: BulkKind, run: OperationRun<{ bulk_change_id: string }>) {
  const id = run.input.bulk_change_id
  for (let left = true; left;) {
    run.signal.throwIfAborted()
    await run.step(async (tx) => {
      await of.lock(tx)
      const bulkChange = await getBulkChange(tx, of, id)
      left = (await of.takeBackBatch(tx, run.actor, bulkChange)) === bulkBatch
      if (!left && bulkChange.operation_id) await markUndone(tx, run.actor, bulkChange.operation_id)
      // Those that are gone by now count as gone through, once nothing is left.
      return { done: left ? bulkChange.changed - (await countLeft(tx, of, id)) : bulkChange.changed, failed: 0, checkpoint: null }
    })
  }
  return { bulk_change_id: id }
}

async function beginOperation(tx: Tx, actor: Actor, of: BulkKind, { id, changed }: AnyBulkChange) {
  const operation = await createOperation(tx, actor, { kind: `${of.operation}_undo`, input: { bulk_change_id: id }, total: changed })
  await sql`
    update bulk_change set undo_operation_id = ${operation.id} where org_id = (select current_org()) and id = ${id}
  `.execute(tx)
}

function checkUndoable({ status, operation_id, undo }: AnyBulkChange) {
  if (['queued', 'running', 'paused'].includes(status)) {
    throw conflict('bulk_change_running', `It is ${status}: cancel it first (POST /operations/${operation_id}/cancel), then undo what is done.`)
  }
  if (undo && !['failed', 'cancelled'].includes(undo.status)) throw conflict('bulk_change_undone', 'It was undone already.')
}

async function countLeft(tx: Tx, of: BulkKind, id: string): Promise<number> {
  const { rows } = await sql<{ left: number }>`
    select count(*)::int as left from ${sql.table(of.rows)} where org_id = (select current_org()) and bulk_change_id = ${id}
  `.execute(tx)
  return rows[0]!.left
}
