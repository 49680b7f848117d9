import { sql } from 'kysely'
import { notFound } from '#platform/errors'
import type { Tx } from '#platform/db/kysely'
import { ensureNamed, type Named } from './names.ts'

/** The id of a company: the one that is named by its id, or the one of this name, made when there is none. */
export async function ensureCompany(tx: Tx, { id, name }: { id?: string; name?: string }): Promise<string> {
  const { rows } = id
    ? await sql<{ id: string }>`
        select id from company where org_id = (select current_org()) and id = ${id}
      `.execute(tx)
    : await sql<{ id: string }>`
        insert into company (org_id, name) values (current_org(), ${name!.trim()})
        on conflict (org_id, match_name) do update set name = company.name
        returning id
      `.execute(tx)
  if (!rows[0]) throw notFound('company', id)
  return rows[0].id
}

/** These companies; those that are missing are made. */
export function ensureCompanies(tx: Tx, names: string[]): Promise<Named> {
  return ensureNamed(tx, 'company', names)
}
