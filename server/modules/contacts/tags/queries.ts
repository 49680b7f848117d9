import { sql } from 'kysely'
import { notFound } from '#platform/errors'
import type { Db } from '#platform/db/kysely'
import type { CursorValue } from '#platform/pages'
import type { CountedTag, Tag } from './contract.ts'

/** Of the row, in the order of `Tag`. */
export const columns = sql.raw('tag.id, tag.name, tag.color, tag.created_at, tag.updated_at')

/** The tag of this name, in any case. */
export async function findTagByName(db: Db, name: string): Promise<Tag | undefined> {
  const { rows } = await sql<Tag>`
    select ${columns} from tag where org_id = (select current_org()) and match_name = lower(${name.trim()})
  `.execute(db)
  return rows[0]
}

/** Throws not_found. */
export async function getTag(db: Db, id: string): Promise<Tag> {
  const { rows } = await sql<Tag>`select ${columns} from tag where org_id = (select current_org()) and id = ${id}`.execute(db)
  if (!rows[0]) throw notFound('tag', id)
  return rows[0]
}

export type ListedTag = CountedTag & { match_name: string }

/**
 * By name; `after` are match_name and id of the last one before. Counted on the index of a tag's contacts alone, less
 * the deleted, who are few: so no contact is looked at that is there.
 */
export async function listTags(
  db: Db,
  { q, colored, limit, after }: { q?: string; colored?: boolean; limit: number; after?: CursorValue[] },
): Promise<ListedTag[]> {
  const beyond = after ? sql`and (match_name, id) > (${after[0]}::text, ${after[1]}::uuid)` : sql``
  const matching = q === undefined ? sql`` : sql`and position(${q.trim().toLowerCase()} in match_name) > 0`
  const painted = colored === undefined ? sql`` : colored ? sql`and color is not null` : sql`and color is null`
  const { rows } = await sql<ListedTag>`
    with tag as materialized (
      select * from tag where org_id = (select current_org()) ${beyond} ${matching} ${painted} order by match_name, id limit ${limit}
    ), gone as materialized (
      select tag_id, count(*) as count
      from contact join contact_tag on contact_tag.org_id = contact.org_id and contact_id = contact.id
      where contact.org_id = (select current_org()) and deleted_at is not null group by tag_id
    )
    select ${columns}, match_name,
      (select count(*) from contact_tag where org_id = (select current_org()) and tag_id = tag.id)
        - coalesce((select count from gone where tag_id = tag.id), 0) as contact_count
    from tag order by match_name, id
  `.execute(db)
  return rows
}
