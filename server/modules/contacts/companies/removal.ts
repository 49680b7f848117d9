// Removing and merging companies: their contacts go to another one, or to none. One that was removed can be restored.

import { sql } from 'kysely'
import { allow, invalid, notFound } from '#platform/errors'
import { publish } from '#platform/events'
import type { Tx } from '#platform/db/kysely'
import type { Actor, Tenancy } from '#platform/tenancy'
import { batchSize, inBatches } from '../batches.ts'
import { canWriteContacts } from '../policy.ts'
import { lockCompany, taken } from './actions.ts'
import type { Company } from './contract.ts'
import { getCompany } from './queries.ts'

/** Moves all contacts of a company to another one, and removes it. Throws not_found, invalid for itself. */
export async function mergeCompany(tenancy: Tenancy, actor: Actor, { id, into }: { id: string; into: string }): Promise<Company> {
  allow(canWriteContacts(actor))
  if (id === into) throw invalid('A company is merged into another one, not into itself.')
  const db = tenancy.tenant(actor.org_id)
  await getCompany(db, id)
  await getCompany(db, into)
  const move: MoveBatch = (tx) => moveBatch(tx, id, into)
  await inBatches(tenancy, actor, async (tx) => (await move(tx)).length)
  return tenancy.transact(actor, async (tx) => {
    // In one order: of two that merge each other's, one finds none.
    const [first, second] = [id, into].toSorted() as [string, string]
    const locked = new Map([[first, await lockCompany(tx, first)], [second, await lockCompany(tx, second)]])
    await sql`select move_to_company(${id}, ${into})`.execute(tx)
    await leave(tx, id, move)
    await publish(tx, actor, { type: 'company.merged', subject: `company:${id}`, data: { company: locked.get(id), into: locked.get(into) } })
    return locked.get(into)!
  })
}

/** Removes a company; its contacts have none then. It can be restored until it is purged. Throws not_found. */
export async function removeCompany(tenancy: Tenancy, actor: Actor, id: string) {
  allow(canWriteContacts(actor))
  await tenancy.transact(actor, async (tx) => remember(tx, await lockCompany(tx, id)))
  const release: MoveBatch = (tx) => releaseBatch(tx, id)
  await inBatches(tenancy, actor, async (tx) => (await release(tx)).length)
  await tenancy.transact(actor, async (tx) => {
    const company = await lockCompany(tx, id)
    await remember(tx, company)
    await leave(tx, id, release)
    await publish(tx, actor, { type: 'company.deleted', subject: `company:${id}`, data: { company } })
  })
}

/**
 * Brings a removed company back, with its contacts that have no other one by now. Repeating it changes nothing. Throws
 * not_found, conflict when there is another one of its name.
 */
export async function restoreCompany(tenancy: Tenancy, actor: Actor, id: string): Promise<Company> {
  allow(canWriteContacts(actor))
  await tenancy.transact(actor, (tx) => bringBack(tx, id))
  await inBatches(tenancy, actor, async (tx) => (await returnBatch(tx, id)).length)
  return tenancy.transact(actor, async (tx) => {
    const company = await lockCompany(tx, id)
    while ((await returnBatch(tx, id)).length > 0);
    const { rows } = await sql`delete from deleted_company where org_id = (select current_org()) and id = ${id} returning id`.execute(tx)
    if (rows.length > 0) await publish(tx, actor, { type: 'company.restored', subject: `company:${id}`, data: { company } })
    return company
  })
}

async function bringBack(tx: Tx, id: string) {
  const { rows: made } = await sql`
    insert into company (org_id, id, name, domain, created_at)
    select org_id, id, name, domain, created_at from deleted_company where org_id = (select current_org()) and id = ${id}
    on conflict do nothing returning id
  `.execute(tx)
  if (made.length > 0) return void (await sql`select return_to_company(${id})`.execute(tx))
  const { rows: [found] } = await sql<{ name: string; is_there: boolean }>`
    select name, true as is_there from company where org_id = (select current_org()) and id = ${id}
    union all select name, false from deleted_company where org_id = (select current_org()) and id = ${id}
    limit 1
  `.execute(tx)
  if (!found) throw notFound('company', id)
  if (!found.is_there) throw taken(found.name)
}

async function remember(tx: Tx, { id }: Company) {
  await sql`
    insert into deleted_company (org_id, id, name, domain, created_at)
    select org_id, id, name, domain, created_at from company where org_id = (select current_org()) and id = ${id}
    on conflict (org_id, id) do update set name = excluded.name, domain = excluded.domain, deleted_at = now()
  `.execute(tx)
}

/** Returns the ids of contacts whose turn it was. */
type MoveBatch = (tx: Tx) => Promise<string[]>

async function leave(tx: Tx, id: string, move: MoveBatch) {
  while ((await move(tx)).length > 0);
  await sql`delete from company where org_id = (select current_org()) and id = ${id}`.execute(tx)
}

/** Returns the ids of those that were moved. */
async function moveBatch(tx: Tx, id: string, into: string | null): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update contact set company_id = ${into}::uuid where org_id = (select current_org()) and id = any (array(
      select id from contact where org_id = (select current_org()) and company_id = ${id} order by id limit ${batchSize} for no key update
    ))
    returning id
  `.execute(tx)
  return rows.map((row) => row.id)
}

/** As `moveBatch` to none, and remembers whose company it was. */
async function releaseBatch(tx: Tx, id: string): Promise<string[]> {
  const released = await moveBatch(tx, id, null)
  await sql`
    insert into deleted_company_contact (org_id, company_id, contact_id)
    select current_org(), ${id}::uuid, unnest(${released}::uuid[]) on conflict do nothing
  `.execute(tx)
  return released
}

/** Returns the ids of those whose turn it was; who has another company by now keeps it. */
async function returnBatch(tx: Tx, id: string): Promise<string[]> {
  const { rows } = await sql<{ contact_id: string }>`
    delete from deleted_company_contact where org_id = (select current_org()) and company_id = ${id} and contact_id = any (array(
      select contact_id from deleted_company_contact
      where org_id = (select current_org()) and company_id = ${id} order by contact_id limit ${batchSize}
    ))
    returning contact_id
  `.execute(tx)
  const ids = rows.map(({ contact_id }) => contact_id)
  await sql`
    update contact set company_id = ${id}
    where org_id = (select current_org()) and id = any(${ids}::uuid[]) and company_id is null
  `.execute(tx)
  return ids
}
