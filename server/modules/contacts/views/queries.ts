import { sql } from 'kysely'
import { notFound } from '#platform/errors'
import type { Db } from '#platform/db/kysely'
import type { CursorValue } from '#platform/pages'
import type { Actor } from '#platform/tenancy'
import type { View } from './contract.ts'

/** Of the row, in the order of `View`. */
export const columns = sql.raw('id, name, q, filter, sort, columns, shared, created_by, created_at, updated_at')

/** What is everyone's, and what the actor has made. */
const visibleTo = ({ kind, id }: Actor) => sql`(shared or created_by = ${JSON.stringify({ kind, id })}::jsonb)`

/** Throws not_found, also for one that is somebody else's alone. */
export async function getView(db: Db, actor: Actor, id: string): Promise<View> {
  const { rows } = await sql<View>`
    select ${columns} from contact_view where org_id = (select current_org()) and id = ${id} and ${visibleTo(actor)}
  `.execute(db)
  if (!rows[0]) throw notFound('view', id)
  return rows[0]
}

/** In the order in which they were made; `after` is the id of the last one before. */
export async function listViews(db: Db, actor: Actor, { limit, after }: { limit: number; after?: CursorValue }): Promise<View[]> {
  const beyond = after === undefined ? sql`` : sql`and id > ${after}::uuid`
  const { rows } = await sql<View>`
    select ${columns} from contact_view
    where org_id = (select current_org()) and ${visibleTo(actor)} ${beyond} order by id limit ${limit}
  `.execute(db)
  return rows
}
