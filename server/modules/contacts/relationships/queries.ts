import { sql } from 'kysely'
import { notFound } from '#platform/errors'
import type { Db } from '#platform/db/kysely'
import type { CursorValue } from '#platform/pages'
import { contactReferenceJson } from '../queries.ts'
import type { Relationship } from './contract.ts'
import { inverse, type RelationshipKind } from './kinds.ts'

/** Throws not_found. */
export async function getRelationship(db: Db, { id, seen_from }: { id: string; seen_from: string }): Promise<Relationship> {
  const [relationship] = await findSides(db, { contact_id: seen_from, limit: 1, only: id })
  if (!relationship) throw notFound('relationship', id)
  return relationship
}

/** Of a contact, from its side, in the order in which they were added; `after` is the id of the last one before. */
export function listRelationships(
  db: Db,
  given: { contact_id: string; limit: number; after?: CursorValue },
): Promise<Relationship[]> {
  return findSides(db, given)
}

interface Wanted {
  contact_id: string
  limit: number
  after?: CursorValue
  only?: string
}

async function findSides(db: Db, { contact_id, limit, after, only }: Wanted): Promise<Relationship[]> {
  const more = [
    ...(after === undefined ? [] : [sql`and id > ${after}::uuid`]),
    ...(only === undefined ? [] : [sql`and id = ${only}`]),
  ]
  const condition = sql.join(more, sql` `)
  const side = (own: 'contact_id' | 'other_id', other: 'contact_id' | 'other_id', label: 'label' | 'inverse_label') => sql`(
    select id, ${sql.ref(other)} as seen_id, ${sql.lit(own === 'other_id')} as mirrored, kind, ${sql.ref(label)} as label, created_at
    from relationship r where org_id = (select current_org()) and ${sql.ref(own)} = ${contact_id} ${condition}
      and exists (select from contact c where c.org_id = r.org_id and c.id = r.${sql.ref(other)} and c.deleted_at is null)
    order by id limit ${limit}
  )`
  const { rows } = await sql<Relationship & { mirrored: boolean }>`
    with listed as materialized (
      select * from (
        ${side('contact_id', 'other_id', 'label')} union all ${side('other_id', 'contact_id', 'inverse_label')}
      ) sides order by id limit ${limit}
    )
    select listed.id, mirrored, kind, label, listed.created_at,
      ${sql.raw(contactReferenceJson)} as contact
    from listed join contact c on c.org_id = (select current_org()) and c.id = seen_id
    order by listed.id
  `.execute(db)
  return rows.map(({ mirrored, kind, ...rest }) => ({ ...rest, kind: mirrored ? inverse(kind as RelationshipKind) : kind }))
}
