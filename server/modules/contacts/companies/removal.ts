// Removing and merging companies: their contacts go to another one, or to none.

import { sql } from 'kysely'
import { allow, invalid, notFound } from '#platform/errors'
import { publish } from '#platform/events'
import type { Tx } from '#platform/db/kysely'
import type { Actor, Tenancy } from '#platform/tenancy'
import { batchSize, inBatches } from '../batches.ts'
import { canWriteContacts } from '../policy.ts'
import { lockCompany } from './actions.ts'
import type { Company } from './contract.ts'
import { getCompany } from './queries.ts'

/** Moves all contacts of a company to another one, and removes it. Throws not_found, invalid for itself. */
export async function mergeCompany(tenancy: Tenancy, actor: Actor, { id, into }: { id: string; into: string }): Promise<Company> {
  allow(canWriteContacts(actor))
  if (id === into) throw invalid('A company is merged into another one, not into itself.')
  const db = tenancy.tenant(actor.org_id)
  await getCompany(db, id)
  await getCompany(db, into)
  await inBatches(tenancy, actor, (tx) => moveBatch(tx, id, into))
  return tenancy.transact(actor, async (tx) => {
    // In one order: of two that merge each other's, one finds none.
    const [first, second] = [id, into].toSorted() as [string, string]
    const locked = new Map([[first, await lockCompany(tx, first)], [second, await lockCompany(tx, second)]])
    await leave(tx, id, into)
    await publish(tx, actor, { type: 'company.merged', subject: `company:${id}`, data: { company: locked.get(id), into: locked.get(into) } })
    return locked.get(into)!
  })
}

/** Removes a company; its contacts have none then. Throws not_found. */
export async function removeCompany(tenancy: Tenancy, actor: Actor, id: string) {
  allow(canWriteContacts(actor))
  await getCompany(tenancy.tenant(actor.org_id), id)
  await inBatches(tenancy, actor, (tx) => moveBatch(tx, id, null))
  await tenancy.transact(actor, async (tx) => {
    const company = await lockCompany(tx, id)
    await leave(tx, id, null)
    await publish(tx, actor, { type: 'company.deleted', subject: `company:${id}`, data: { company } })
  })
}

async function leave(tx: Tx, id: string, into: string | null) {
  while ((await moveBatch(tx, id, into)) > 0);
  const { rows } = await sql`delete from company where org_id = (select current_org()) and id = ${id} returning id`.execute(tx)
  if (rows.length === 0) throw notFound('company', id)
}

async function moveBatch(tx: Tx, id: string, into: string | null): Promise<number> {
  const { rows } = await sql`
    update contact set company_id = ${into}::uuid where org_id = (select current_org()) and id = any (array(
      select id from contact where org_id = (select current_org()) and company_id = ${id} order by id limit ${batchSize} for no key update
    ))
    returning id
  `.execute(tx)
  return rows.length
}
