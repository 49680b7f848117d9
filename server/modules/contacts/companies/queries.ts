import { sql } from 'kysely'
import { notFound } from '#platform/errors'
import type { Db } from '#platform/db/kysely'
import type { CursorValue } from '#platform/pages'
import type { Company, CompanyQuery, CountedCompany } from './contract.ts'

/** Of the row, in the order of `Company`. */
export const columns = sql.raw('company.id, company.name, company.domain, company.created_at, company.updated_at')

// Counted after the page is known: 50 ranges of the index contact_company, which has all that is asked.
const contactCount = sql`(
  select count(*) from contact c where c.org_id = company.org_id and c.company_id = company.id and c.deleted_at is null
) as contact_count`

/** Throws not_found. */
export async function getCompany(db: Db, id: string): Promise<CountedCompany> {
  const { rows } = await sql<CountedCompany>`
    select ${columns}, ${contactCount} from company where org_id = (select current_org()) and id = ${id}
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

export type ListedCompany = CountedCompany & { match_name: string }

/** By name; `after` are match_name and id of the last one before. */
export async function listCompanies(
  db: Db,
  { q, domain, limit, after }: Pick<CompanyQuery, 'q' | 'domain'> & { limit: number; after?: CursorValue[] },
): Promise<ListedCompany[]> {
  const pattern = q === undefined ? undefined : `%${q.trim().toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`
  const conditions = [
    sql`org_id = (select current_org())`,
    ...(after ? [sql`(match_name, id) > (${after[0]}::text, ${after[1]}::uuid)`] : []),
    // Without an index on parts of names: there are far fewer companies than contacts.
    ...(pattern === undefined ? [] : [sql`(match_name like ${pattern} or domain like ${pattern})`]),
    ...(domain === undefined ? [] : [sql`domain = ${domain.trim().toLowerCase()}`]),
  ]
  const { rows } = await sql<ListedCompany>`
    with company as materialized (
      select * from company where ${sql.join(conditions, sql` and `)} order by match_name, id limit ${limit}
    )
    select ${columns}, ${contactCount}, match_name from company order by match_name, id
  `.execute(db)
  return rows
}
