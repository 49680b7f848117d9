// One batch of an undo: what was recorded of these companies is put back and forgotten.

import { sql } from 'kysely'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { bulkBatch } from '../../bulk/batch.ts'
import type { BulkAction } from '../../bulk/contract.ts'
import { tellOfCompanies } from '../actions.ts'
import type { Company } from '../contract.ts'
import { columns } from '../queries.ts'
import { removeCompanies, restoreCompanies } from '../removal.ts'

interface Kept {
  id: string
  made_at: string
  updated_before: string
  before: { domain?: string | null }
}

/** Returns how many companies were looked at: fewer than `bulkBatch` were the last. */
export async function takeBackBatch(tx: Tx, actor: Actor, { id, action }: { id: string; action: BulkAction }): Promise<number> {
  const { rows: kept } = await sql<Kept>`
    delete from bulk_change_company where org_id = (select current_org()) and bulk_change_id = ${id} and company_id = any (array(
      select company_id from bulk_change_company
      where org_id = (select current_org()) and bulk_change_id = ${id} order by company_id limit ${bulkBatch}))
    returning company_id as id, made_at, updated_before, before
  `.execute(tx)
  const restored = await putBack(tx, actor, { action, kept })
  await sql`
    update bulk_change set restored = restored + ${restored.length} where org_id = (select current_org()) and id = ${id}
  `.execute(tx)
  return kept.length
}

/** Those that nobody has changed since. */
async function putBack(tx: Tx, actor: Actor, { action, kept }: { action: BulkAction; kept: Kept[] }): Promise<Company[]> {
  if (action === 'delete') return restoreCompanies(tx, actor, kept.map(({ id }) => id))
  const { rows: same } = await sql<{ id: string }>`
    select id from company join json_to_recordset(${JSON.stringify(kept)}) as kept (id uuid, made_at timestamptz) using (id)
    where org_id = (select current_org()) and id = any (${kept.map(({ id }) => id)}::uuid[]) and updated_at = made_at
    order by id for update of company
  `.execute(tx)
  const ids = same.map(({ id }) => id)
  if (action === 'restore') return removeCompanies(tx, actor, ids)
  const { rows: changed } = await sql<Company>`
    update company set domain = kept.before->>'domain', updated_at = kept.updated_before
    from json_to_recordset(${JSON.stringify(kept)}) as kept (id uuid, updated_before timestamptz, before jsonb)
    where org_id = (select current_org()) and company.id = any (${ids}::uuid[]) and company.id = kept.id
    returning ${columns}
  `.execute(tx)
  await tellOfCompanies(tx, actor, { type: 'company.updated', companies: changed })
  return changed
}
