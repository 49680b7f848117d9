import { sql } from 'kysely'
import { allow, invalid } from '#platform/errors'
import { publish } from '#platform/events'
import { createOperation } from '#platform/operations'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { bulkBatch } from './batch.ts'
import type { AnyBulkChange } from './contract.ts'
import type { BulkKind, BulkWanted } from './kind.ts'
import { getBulkChange } from './queries.ts'

/**
 * Changes, deletes or restores many: a few at once, more by an operation. Throws invalid, and not_found for what it names, or when they are
 * named and none is there.
 */
export async function createBulkChange(tx: Tx, actor: Actor, { of, input }: { of: BulkKind; input: BulkWanted & { change?: unknown } }): Promise<AnyBulkChange> {
  allow(of.mayWrite(actor))
  const { action, change } = input
  if (action !== 'change' && change) throw invalid(`To ${action} ${of.plural} takes no \`change\`.`)
  if (action === 'change' && !change) throw invalid(`Say in \`change\` what the ${of.plural} get.`)
  await of.lock(tx)
  const selection = await of.toSelection(tx, actor, input)
  // What cannot be is said now, and not by an operation that fails.
  if (change) await of.checkChange(tx, actor, change)
  const { ids, total } = await of.findSelected(tx, actor, selection, { limit: bulkBatch })
  if (total === 0) await of.checkNamed(tx, actor, selection)
  const few = total <= bulkBatch

  const { rows } = await sql<{ id: string }>`
    insert into bulk_change (org_id, kind, action, change, selection, total, created_by)
    values (${actor.org_id}, ${of.kind}, ${action}, ${change ? JSON.stringify(change) : null}, ${few ? null : JSON.stringify(selection)}, ${total},
      ${JSON.stringify({ kind: actor.kind, id: actor.id })})
    returning id
  `.execute(tx)
  const id = rows[0]!.id
  if (few) await of.applyToBatch(tx, actor, { id, action, change, ids })
  else await beginOperation(tx, actor, { of, id, total })
  const bulkChange = await getBulkChange(tx, of, id)
  await publish(tx, actor, { type: `${of.noun}.created`, subject: `${of.noun}:${id}`, data: { [of.noun]: bulkChange } })
  return bulkChange
}

async function beginOperation(tx: Tx, actor: Actor, { of, id, total }: { of: BulkKind; id: string; total: number }) {
  const operation = await createOperation(tx, actor, { kind: of.operation, input: { bulk_change_id: id }, total })
  await sql`
    update bulk_change set operation_id = ${operation.id} where org_id = (select current_org()) and id = ${id}
  `.execute(tx)
}
