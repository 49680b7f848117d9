// Removing fields and options of selects: their values go from all contacts first.

import { sql } from 'kysely'
import { allow, notFound } from '#platform/errors'
import { publish } from '#platform/events'
import type { Tx } from '#platform/db/kysely'
import type { Actor, Tenancy } from '#platform/tenancy'
import { batchSize, inBatches } from '../batches.ts'
import { canWriteContacts } from '../policy.ts'
import { changeField } from './actions.ts'
import type { Field, FieldChange } from './contract.ts'
import { columns, getField } from './queries.ts'

/** Changes what is given. Options that are left out go from the contacts that have them. Throws as `changeField`. */
export async function changeFieldAndValues(tenancy: Tenancy, actor: Actor, { id, change }: { id: string; change: FieldChange }): Promise<Field> {
  allow(canWriteContacts(actor))
  const before = await getField(tenancy.tenant(actor.org_id), id)
  const kept = change.options?.map(({ key, label }) => key ?? label)
  const gone = kept === undefined ? [] : before.options.map(({ key }) => key).filter((key) => !kept.includes(key))
  if (gone.length > 0) await inBatches(tenancy, actor, (tx) => clearBatch(tx, before, gone))
  return tenancy.transact(actor, async (tx) => {
    const field = await changeField(tx, actor, { id, change })
    if (gone.length > 0) while ((await clearBatch(tx, before, gone)) > 0);
    return field
  })
}

/** Takes a field's values from all contacts, and removes it. Meanwhile it is in no list and takes no values. Throws not_found. */
export async function removeField(tenancy: Tenancy, actor: Actor, id: string) {
  allow(canWriteContacts(actor))
  const field = await tenancy.transact({ org_id: actor.org_id }, (tx) => hide(tx, id))
  await inBatches(tenancy, actor, (tx) => clearBatch(tx, field))
  await tenancy.transact(actor, async (tx) => {
    while ((await clearBatch(tx, field)) > 0);
    const { rows } = await sql`delete from field where org_id = (select current_org()) and id = ${id} returning id`.execute(tx)
    if (rows.length === 0) throw notFound('field', id)
    await publish(tx, actor, { type: 'field.deleted', subject: `field:${id}`, data: { field } })
  })
}

/** One that is hidden already was left over when somebody was interrupted. */
async function hide(tx: Tx, id: string): Promise<Field> {
  const { rows } = await sql<Field>`
    update field set deleted_at = coalesce(deleted_at, now()) where org_id = (select current_org()) and id = ${id} returning ${columns}
  `.execute(tx)
  if (!rows[0]) throw notFound('field', id)
  return rows[0]
}

async function clearBatch(tx: Tx, { id, key }: Field, options?: string[]): Promise<number> {
  const only = options ? sql`and value = any(${options.map((option) => option.toLowerCase())}::text[])` : sql``
  const { rows } = await sql<{ id: string }>`
    update contact set fields = fields - ${key}::text where org_id = (select current_org()) and id = any (array(
      select contact_id from contact_value where org_id = (select current_org()) and field_id = ${id} ${only} limit ${batchSize}
    ))
    returning id
  `.execute(tx)
  // Also a value that the contact no longer has: it would be found again and again.
  await sql`
    delete from contact_value where org_id = (select current_org()) and field_id = ${id} and contact_id = any(${rows.map((row) => row.id)}::uuid[])
  `.execute(tx)
  return rows.length
}
