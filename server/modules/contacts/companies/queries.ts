import { sql } from 'kysely'
import { notFound } from '#platform/errors'
import type { Db } from '#platform/db/kysely'
import type { Company, CountedCompany } from './contract.ts'

/** Of the row, in the order of `Company`. */
export const columns = sql.raw('company.id, company.name, company.domain, company.created_at, company.updated_at')

/** With what is kept of its people (0191_company_figures.sql), in the order of `CountedCompany`. */
export const countedColumns = sql`${columns}, company.contact_count, company.last_interaction_at`

/** Throws not_found. */
export async function getCompany(db: Db, id: string): Promise<CountedCompany> {
  const { rows } = await sql<CountedCompany>`
    select ${countedColumns} from company where org_id = (select current_org()) and id = ${id}
  `.execute(db)
  if (!rows[0]) throw notFound('company', id)
  return rows[0]
}

/** The company of this name, in any case. */
export async function findCompanyByName(db: Db, name: string): Promise<Company | undefined> {
  const { rows } = await sql<Company>`
    select ${columns} from company where org_id = (select current_org()) and match_name = lower(${name.trim()})
  `.execute(db)
  return rows[0]
}
