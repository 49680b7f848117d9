import { sql } from 'kysely'
import { notFound } from '#platform/errors'
import type { Db } from '#platform/db/kysely'
import type { CursorValue } from '#platform/pages'
import { contactReferenceJson } from '../queries.ts'
import type { Merge } from './contract.ts'

/** Throws not_found. */
export async function getMerge(db: Db, id: string): Promise<Merge> {
  const [merge] = await findMerges(db, { limit: 1, only: id })
  if (!merge) throw notFound('merge', id)
  return merge
}

/** Newest first, those into a contact or of one where that is asked; `before` is the id of the last one before. */
export function listMerges(
  db: Db,
  given: { limit: number; before?: CursorValue; contact_id?: string },
): Promise<Merge[]> {
  return findMerges(db, given)
}

/** Where the id of a merged contact leads to, through all merges that stand. */
export async function findMergedInto(db: Db, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ into_id: string }>`
    with recursive way as (
      select contact_id, into_id, 1 as step from merged_contact join contact_merge using (org_id)
      where org_id = (select current_org()) and contact_id = ${id} and contact_merge.id = merge_id
      union all
      select merged_contact.contact_id, contact_merge.into_id, step + 1 from way
      join merged_contact on merged_contact.org_id = (select current_org()) and merged_contact.contact_id = way.into_id
      join contact_merge on contact_merge.org_id = merged_contact.org_id and contact_merge.id = merge_id
      where step < 1000
    )
    select into_id from way order by step desc limit 1
  `.execute(db)
  return rows[0]?.into_id
}

interface Wanted {
  limit: number
  before?: CursorValue
  contact_id?: string
  only?: string
}

async function findMerges(db: Db, { limit, before, contact_id, only }: Wanted): Promise<Merge[]> {
  const conditions = [
    sql`org_id = (select current_org())`,
    ...(before === undefined ? [] : [sql`id < ${before}::uuid`]),
    ...(only === undefined ? [] : [sql`id = ${only}`]),
    ...(contact_id === undefined ? [] : [sql`(into_id = ${contact_id} or id in (
      select merge_id from merged_contact where org_id = (select current_org()) and contact_id = ${contact_id}))`]),
  ]
  const { rows } = await sql<Merge>`
    with listed as materialized (
      select * from contact_merge where ${sql.join(conditions, sql` and `)} order by id desc limit ${limit}
    )
    select m.id, m.into_id, m.created_at, m.created_by, m.undone_at,
      (select ${sql.raw(contactReferenceJson)} from contact c where c.org_id = m.org_id and c.id = m.into_id) as into,
      (select json_agg(json_build_object('id', contact_id, 'name', before->>'name') order by named.place)
        from unnest(m.contact_ids) with ordinality as named (contact_id, place)
        left join contact_merge_row r on r.org_id = m.org_id and r.merge_id = m.id and of_table = 'contact'
          and before->>'id' = contact_id::text) as contacts
    from listed m order by m.id desc
  `.execute(db)
  return rows
}
