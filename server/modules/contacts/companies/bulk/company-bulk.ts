import { CompiledQuery, sql } from 'kysely'
import { invalid, notFound } from '#platform/errors'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import type { BulkAction } from '../../bulk/contract.ts'
import type { BulkKind } from '../../bulk/kind.ts'
import { canWriteContacts } from '../../policy.ts'
import { lockCompanies, tellOfCompanies, toDomain } from '../actions.ts'
import type { Company } from '../contract.ts'
import { compileSelection } from '../selection.ts'
import { columns } from '../queries.ts'
import { removeCompanies, restoreCompanies } from '../removal.ts'
import type { BulkCompanyChange, BulkCompanySelection } from './contract.ts'
import { takeBackBatch } from './taking-back.ts'

interface Selection extends BulkCompanySelection {
  company_ids?: string[]
  deleted: boolean
}

export const companyBulk: BulkKind<Selection, BulkCompanyChange> = {
  kind: 'company',
  plural: 'companies',
  noun: 'company_bulk_change',
  operation: 'companies.bulk',
  rows: 'bulk_change_company',
  mayWrite: canWriteContacts,
  // Each batch locks its companies, in the order of their ids.
  lock: () => Promise.resolve(),
  checkChange: () => Promise.resolve(),
  toSelection(_db, _actor, { action, ids, selection }) {
    if ((ids === undefined) === (selection === undefined)) throw invalid('Say which you mean: either `company_ids` or `selection`.')
    if (action === 'restore' && (selection as BulkCompanySelection | undefined)?.filter) throw invalid('Deleted companies are chosen by `company_ids`, `q` or `domain`, not by a filter.')
    return Promise.resolve({ ...(ids ? { company_ids: ids } : (selection as BulkCompanySelection)), deleted: action === 'restore' })
  },
  async findSelected(db, { org_id }, { company_ids, except = [], deleted, ...selection }, { after, until, limit }) {
    const { values, conditions } = compileSelection(org_id, selection)
    if (company_ids) conditions.push(`c.id = any (${values.add(company_ids)}::uuid[])`)
    if (except.length > 0) conditions.push(`c.id <> all (${values.add(except)}::uuid[])`)
    if (after !== undefined) conditions.push(`c.id > ${values.add(after)}::uuid`)
    if (until !== undefined) conditions.push(`c.id < ${values.add(until)}::uuid`)
    const query = CompiledQuery.raw(`
      with found as materialized (select c.id from ${deleted ? 'deleted_company' : 'company'} c where ${conditions.join(' and ')})
      select array(select id from found order by id limit ${limit}) as ids, (select count(*)::int from found) as total`, values.all)
    return (await db.executeQuery<{ ids: string[]; total: number }>(query)).rows[0]!
  },
  /** They may be deleted, or there again, meanwhile. */
  async checkNamed(db, _actor, { company_ids }) {
    if (!company_ids) return
    const { rows } = await sql`
      select id from company where org_id = (select current_org()) and id = any (${company_ids}::uuid[])
      union all select id from deleted_company where org_id = (select current_org()) and id = any (${company_ids}::uuid[]) limit 1
    `.execute(db)
    if (rows.length === 0) throw notFound('company', company_ids[0]!)
  },
  async applyToBatch(tx, actor, { id, action, change, ids }) {
    const changed = await apply(tx, actor, { action, change, ids })
    await keep(tx, id, changed)
    return changed.length
  },
  takeBackBatch,
}

interface Changed {
  after: Company
  updated_before: string
  before: BulkCompanyChange
}

async function apply(tx: Tx, actor: Actor, { action, change, ids }: { action: BulkAction; change?: BulkCompanyChange | null; ids: string[] }): Promise<Changed[]> {
  if (action === 'change') return changeDomains(tx, actor, { domain: toDomain(change!.domain!), ids })
  const companies = await (action === 'delete' ? removeCompanies : restoreCompanies)(tx, actor, ids)
  return companies.map((after) => ({ after, updated_before: after.updated_at, before: {} }))
}

async function changeDomains(tx: Tx, actor: Actor, { domain, ids }: { domain: string | null; ids: string[] }): Promise<Changed[]> {
  const others = new Map((await lockCompanies(tx, ids)).filter((company) => company.domain !== domain).map((company) => [company.id, company]))
  const { rows } = await sql<Company>`
    update company set domain = ${domain}, updated_at = now()
    where org_id = (select current_org()) and id = any (${[...others.keys()]}::uuid[]) returning ${columns}
  `.execute(tx)
  await tellOfCompanies(tx, actor, { type: 'company.updated', companies: rows })
  return rows.map((after) => {
    const { updated_at, domain } = others.get(after.id)!
    return { after, updated_before: updated_at, before: { domain } }
  })
}

async function keep(tx: Tx, id: string, changed: Changed[]) {
  const rows = changed.map(({ after, updated_before, before }) => ({ id: after.id, made_at: after.updated_at, updated_before, before }))
  await sql`
    with kept as (
      insert into bulk_change_company (org_id, bulk_change_id, company_id, made_at, updated_before, before)
      select current_org(), ${id}, given.id, made_at, updated_before, before
      from json_to_recordset(${JSON.stringify(rows)}) as given (id uuid, made_at timestamptz, updated_before timestamptz, before jsonb)
    )
    update bulk_change set changed = changed + ${rows.length} where org_id = (select current_org()) and id = ${id}
  `.execute(tx)
}
