// Removing and merging companies: their contacts go to another one, or to none. One that was removed can be restored.

import { sql } from 'kysely'
import { allow, invalid, notFound } from '#platform/errors'
import { publish } from '#platform/events'
import type { Tx } from '#platform/db/kysely'
import type { Actor, Tenancy } from '#platform/tenancy'
import { batchSize, inBatches } from '../batches.ts'
import { canWriteContacts } from '../policy.ts'
import { lockCompanies, lockCompany, taken, tellOfCompanies } from './actions.ts'
import type { Company } from './contract.ts'
import { columns, getCompany } from './queries.ts'

/** Moves all contacts of a company to another one, and removes it. Throws not_found, invalid for itself. */
export async function mergeCompany(tenancy: Tenancy, actor: Actor, { id, into }: { id: string; into: string }): Promise<Company> {
  allow(canWriteContacts(actor))
  if (id === into) throw invalid('A company is merged into another one, not into itself.')
  const db = tenancy.tenant(actor.org_id)
  await getCompany(db, id)
  await getCompany(db, into)
  const move: MoveBatch = (tx) => moveBatch(tx, id, into)
  await inBatches(tenancy, actor, move)
  return tenancy.transact(actor, async (tx) => {
    // In one order: of two that merge each other's, one finds none.
    const [first, second] = [id, into].toSorted() as [string, string]
    const locked = new Map([[first, await lockCompany(tx, first)], [second, await lockCompany(tx, second)]])
    await sql`select move_to_company(${id}, ${into})`.execute(tx)
    await leave(tx, [id], move)
    await publish(tx, actor, { type: 'company.merged', subject: `company:${id}`, data: { company: locked.get(id), into: locked.get(into) } })
    return locked.get(into)!
  })
}

/** Removes a company; its contacts have none then. It can be restored until it is purged. Throws not_found. */
export async function removeCompany(tenancy: Tenancy, actor: Actor, id: string) {
  allow(canWriteContacts(actor))
  await tenancy.transact(actor, async (tx) => remember(tx, [(await lockCompany(tx, id)).id]))
  const release: MoveBatch = (tx) => releaseBatch(tx, [id])
  await inBatches(tenancy, actor, release)
  await tenancy.transact(actor, async (tx) => {
    const company = await lockCompany(tx, id)
    await remember(tx, [id])
    await leave(tx, [id], release)
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
  await inBatches(tenancy, actor, (tx) => returnBatch(tx, [id]))
  return tenancy.transact(actor, async (tx) => {
    const company = await lockCompany(tx, id)
    while ((await returnBatch(tx, [id])) > 0);
    const { rows } = await sql`delete from deleted_company where org_id = (select current_org()) and id = ${id} returning id`.execute(tx)
    if (rows.length > 0) await publish(tx, actor, { type: 'company.restored', subject: `company:${id}`, data: { company } })
    return company
  })
}

/** Removes companies within one transaction, and returns them; those that are not there are left out. Each can be restored. */
export async function removeCompanies(tx: Tx, actor: Actor, ids: string[]): Promise<Company[]> {
  const removed = await lockCompanies(tx, ids)
  const there = removed.map(({ id }) => id)
  await remember(tx, there)
  await leave(tx, there, (tx) => releaseBatch(tx, there))
  await tellOfCompanies(tx, actor, { type: 'company.deleted', companies: removed })
  return removed
}

/** Brings companies back within one transaction, and returns them; those whose name another one has stay as they are. */
export async function restoreCompanies(tx: Tx, actor: Actor, ids: string[]): Promise<Company[]> {
  const restored = await insertAgain(tx, ids)
  const there = restored.map(({ id }) => id)
  while ((await returnBatch(tx, there)) > 0);
  await sql`delete from deleted_company where org_id = (select current_org()) and id = any (${there}::uuid[])`.execute(tx)
  await tellOfCompanies(tx, actor, { type: 'company.restored', companies: restored })
  return restored
}

async function bringBack(tx: Tx, id: string) {
  if ((await insertAgain(tx, [id])).length > 0) return
  const { rows: [found] } = await sql<{ name: string; is_there: boolean }>`
    select name, true as is_there from company where org_id = (select current_org()) and id = ${id}
    union all select name, false from deleted_company where org_id = (select current_org()) and id = ${id}
    limit 1
  `.execute(tx)
  if (!found) throw notFound('company', id)
  if (!found.is_there) throw taken(found.name)
}

/** Those whose names are free, with what was said about them. */
async function insertAgain(tx: Tx, ids: string[]): Promise<Company[]> {
  const { rows } = await sql<Company>`
    insert into company (org_id, id, name, domain, created_at)
    select org_id, id, name, domain, created_at from deleted_company
    where org_id = (select current_org()) and id = any (${ids}::uuid[]) order by id
    on conflict do nothing returning ${columns}
  `.execute(tx)
  await sql`select return_to_company(id) from unnest(${rows.map(({ id }) => id)}::uuid[]) as id`.execute(tx)
  return rows
}

async function remember(tx: Tx, ids: string[]) {
  await sql`
    insert into deleted_company (org_id, id, name, domain, created_at)
    select org_id, id, name, domain, created_at from company where org_id = (select current_org()) and id = any (${ids}::uuid[])
    on conflict (org_id, id) do update set name = excluded.name, domain = excluded.domain, deleted_at = now()
  `.execute(tx)
}

/** Returns how many contacts had their turn. */
type MoveBatch = (tx: Tx) => Promise<number>

async function leave(tx: Tx, ids: string[], move: MoveBatch) {
  while ((await move(tx)) > 0);
  await sql`delete from company where org_id = (select current_org()) and id = any (${ids}::uuid[])`.execute(tx)
}

async function moveBatch(tx: Tx, id: string, into: string): Promise<number> {
  const { numAffectedRows } = await sql`
    update contact set company_id = ${into}::uuid where org_id = (select current_org()) and id = any (array(
      select id from contact where org_id = (select current_org()) and company_id = ${id} order by id limit ${batchSize} for no key update
    ))
  `.execute(tx)
  return Number(numAffectedRows)
}

/** As `moveBatch` to none, and remembers whose company it was. */
async function releaseBatch(tx: Tx, ids: string[]): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    with picked as materialized (
      select id, company_id from contact
      where org_id = (select current_org()) and company_id = any (${ids}::uuid[]) order by id limit ${batchSize} for no key update
    ), released as (
      update contact set company_id = null where org_id = (select current_org()) and id = any (array(select id from picked))
    ), kept as (
      insert into deleted_company_contact (org_id, company_id, contact_id)
      select current_org(), company_id, id from picked on conflict do nothing
    )
    select id from picked
  `.execute(tx)
  return rows.length
}

/** Who has another company by now keeps it. */
async function returnBatch(tx: Tx, ids: string[]): Promise<number> {
  const { rows } = await sql<{ contact_id: string; company_id: string }>`
    delete from deleted_company_contact where org_id = (select current_org()) and (company_id, contact_id) = any (array(
      select (company_id, contact_id) from deleted_company_contact
      where org_id = (select current_org()) and company_id = any (${ids}::uuid[]) order by company_id, contact_id limit ${batchSize}
    ))
    returning contact_id, company_id
  `.execute(tx)
  await sql`
    update contact set company_id = back.company_id
    from json_to_recordset(${JSON.stringify(rows)}) as back (contact_id uuid, company_id uuid)
    where org_id = (select current_org()) and id = any (${rows.map((row) => row.contact_id)}::uuid[]) and id = back.contact_id and contact.company_id is null
  `.execute(tx)
  return rows.length
}
