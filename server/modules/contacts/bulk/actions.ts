import { sql } from 'kysely'
import { allow, invalid } from '#platform/errors'
import { publish } from '#platform/events'
import { createOperation } from '#platform/operations'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { lockAddresses } from '../addresses.ts'
import { fold } from '../fields/resolving.ts'
import { canWriteContacts } from '../policy.ts'
import { applyToBatch, resolveChange } from './applying.ts'
import { bulkBatch } from './batch.ts'
import type { BulkChange, NewBulkChange } from './contract.ts'
import { getBulkChange } from './queries.ts'
import { checkNamed, findSelected, toSelection } from './selecting.ts'

/**
 * Changes, deletes or restores many contacts: a few at once, more by an operation. Throws invalid, and not_found for an
 * unknown view, company or owner, or when contacts are named and none is there.
 */
export async function createBulkChange(tx: Tx, actor: Actor, input: NewBulkChange): Promise<BulkChange> {
  allow(canWriteContacts(actor))
  checkChange(input)
  await lockAddresses(tx, 'many')
  const selection = await toSelection(tx, actor, input)
  const { action, change } = input
  // What cannot be is said now, and not by an operation that fails.
  if (change) await resolveChange(tx, actor, change)
  const { ids, total } = await findSelected(tx, actor, selection, { limit: bulkBatch })
  if (total === 0) await checkNamed(tx, actor, selection)
  const few = total <= bulkBatch

  const { rows } = await sql<{ id: string }>`
    insert into bulk_change (org_id, action, change, selection, total, created_by)
    values (${actor.org_id}, ${action}, ${change ? JSON.stringify(change) : null}, ${few ? null : JSON.stringify(selection)}, ${total},
      ${JSON.stringify({ kind: actor.kind, id: actor.id })})
    returning id
  `.execute(tx)
  const id = rows[0]!.id
  if (few) await applyToBatch(tx, actor, { id, action, change, contacts: ids })
  else await beginOperation(tx, actor, id, total)
  const bulkChange = await getBulkChange(tx, id)
  await publish(tx, actor, { type: 'bulk_change.created', subject: `bulk_change:${id}`, data: { bulk_change: bulkChange } })
  return bulkChange
}

async function beginOperation(tx: Tx, actor: Actor, id: string, total: number) {
  const operation = await createOperation(tx, actor, { kind: 'contacts.bulk', input: { bulk_change_id: id }, total })
  await sql`
    update bulk_change set operation_id = ${operation.id} where org_id = (select current_org()) and id = ${id}
  `.execute(tx)
}

function checkChange({ action, change }: NewBulkChange) {
  if (action !== 'change' && change) throw invalid(`To ${action} contacts takes no \`change\`.`)
  if (action === 'change' && !change) throw invalid('Say in `change` what the contacts get.')
  const added = new Set(change?.add_tags?.map(fold))
  const both = change?.remove_tags?.find((name) => added.has(fold(name)))
  if (both !== undefined) throw invalid(`The tag “${both}” is to be added and removed: choose one.`)
}
