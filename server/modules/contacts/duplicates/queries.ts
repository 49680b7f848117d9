import { sql } from 'kysely'
import type { Db } from '#platform/db/kysely'
import type { CursorValue } from '#platform/pages'
import { contactJson } from '../queries.ts'
import type { Duplicate } from './contract.ts'

/** The likeliest first, without those that were dismissed. `after`: score and both ids of the last one before. */
export async function listDuplicates(
  db: Db,
  { limit, after }: { limit: number; after?: CursorValue[] },
): Promise<Duplicate[]> {
  const [score, a, b] = after ?? []
  // All in one direction, as the index has them: a smaller score, or the same one and a greater pair.
  const beyond = after === undefined ? sql`` : sql`
    and score <= ${score}::real and (score < ${score}::real or (contact_id, other_id) > (${a}::uuid, ${b}::uuid))`
  const { rows } = await sql<Duplicate>`
    with listed as materialized (
      select * from duplicate d
      where org_id = (select current_org()) ${beyond}
        and not exists (
          select from duplicate_dismissal known
          where known.org_id = d.org_id and (known.contact_id, known.other_id) = (d.contact_id, d.other_id)
        )
        and not exists (
          select from contact where contact.org_id = d.org_id and contact.id in (d.contact_id, d.other_id) and deleted_at is not null
        )
      order by score desc, contact_id, other_id limit ${limit}
    )
    select score, reasons, (
      select json_agg(${sql.raw(contactJson)} order by c.id) from contact c
      where c.org_id = listed.org_id and c.id in (listed.contact_id, listed.other_id)
    ) as contacts
    from listed order by score desc, contact_id, other_id
  `.execute(db)
  return rows
}
