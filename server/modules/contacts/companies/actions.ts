import { sql } from 'kysely'
import { allow, conflict, notFound } from '#platform/errors'
import { publish, publishAll } from '#platform/events'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { ensureNamed, type Named } from '../names.ts'
import { canWriteContacts } from '../policy.ts'
import type { Company, CompanyChange, NewCompany } from './contract.ts'
import { columns, findCompanyByName } from './queries.ts'

/** Throws conflict when there is one of this name. */
export async function createCompany(tx: Tx, actor: Actor, { name, domain }: NewCompany): Promise<Company> {
  allow(canWriteContacts(actor))
  const { rows } = await sql<Company>`
    insert into company (org_id, name, domain) values (current_org(), ${name.trim()}, ${toDomain(domain ?? null)})
    on conflict do nothing returning ${columns}
  `.execute(tx)
  if (!rows[0]) throw taken(name)
  await tell(tx, actor, 'company.created', rows[0])
  return rows[0]
}

/** Changes what is given. Throws not_found, conflict when another one has this name: those are to be merged. */
export async function changeCompany(tx: Tx, actor: Actor, { id, change }: { id: string; change: CompanyChange }): Promise<Company> {
  allow(canWriteContacts(actor))
  const before = await lockCompany(tx, id)
  const name = change.name?.trim() ?? before.name
  const domain = change.domain === undefined ? before.domain : toDomain(change.domain)
  if (name === before.name && domain === before.domain) return before
  const other = await findCompanyByName(tx, name)
  if (other && other.id !== id) throw taken(name)
  const { rows } = await sql<Company>`
    update company set name = ${name}, domain = ${domain}, updated_at = now()
    where org_id = (select current_org()) and id = ${id} returning ${columns}
  `.execute(tx)
  await tell(tx, actor, 'company.updated', rows[0]!)
  return rows[0]!
}

/** Throws not_found. */
export async function lockCompany(tx: Tx, id: string): Promise<Company> {
  const { rows } = await sql<Company>`
    select ${columns} from company where org_id = (select current_org()) and id = ${id} for update
  `.execute(tx)
  if (!rows[0]) throw notFound('company', id)
  return rows[0]
}

/** Those of them that are there, in the order of their ids. */
export async function lockCompanies(tx: Tx, ids: string[]): Promise<Company[]> {
  const { rows } = await sql<Company>`
    select ${columns} from company where org_id = (select current_org()) and id = any (${ids}::uuid[]) order by id for update
  `.execute(tx)
  return rows
}

/** The id of a company: the one that is named by its id, or the one of this name, made when there is none. */
export async function ensureCompany(tx: Tx, actor: Actor, { id, name }: { id?: string; name?: string }): Promise<string> {
  if (id !== undefined) {
    const { rows } = await sql<{ id: string }>`select id from company where org_id = (select current_org()) and id = ${id}`.execute(tx)
    if (!rows[0]) throw notFound('company', id)
    return id
  }
  const { rows } = await sql<Company>`
    insert into company (org_id, name) values (current_org(), ${name!.trim()}) on conflict do nothing returning ${columns}
  `.execute(tx)
  if (rows[0]) await tell(tx, actor, 'company.created', rows[0])
  return (rows[0] ?? (await findCompanyByName(tx, name!)))!.id
}

/** These companies; those that are missing are made. For imports, whose own event tells of them. */
export function ensureCompanies(tx: Tx, names: string[]): Promise<Named> {
  return ensureNamed(tx, 'company', names)
}

async function tell(tx: Tx, actor: Actor, type: 'company.created' | 'company.updated', company: Company) {
  await publish(tx, actor, { type, subject: `company:${company.id}`, data: { company } })
}

/** An event for each, in one statement. */
export async function tellOfCompanies(
  tx: Tx,
  actor: Actor,
  { type, companies }: { type: 'company.updated' | 'company.deleted' | 'company.restored'; companies: Company[] },
) {
  const events = sql<{ subject: string; data: unknown }>`
    select 'company:' || (company->>'id') as subject, jsonb_build_object('company', company) as data
    from jsonb_array_elements(${JSON.stringify(companies)}::jsonb) as company`
  await publishAll(tx, actor, { type, events })
}

/** As it is kept: without what a web address has around it. */
export function toDomain(given: string | null): string | null {
  return given && given.trim().toLowerCase().replace(/^https?:\/\//, '').replace(/\/$/, '').replace(/^www\./, '')
}

/** Another one has this name. */
export function taken(name: string) {
  return conflict('company_taken', `There is a company “${name.trim()}” already: merge the two, or choose another name.`)
}
