import { sql } from 'kysely'
import { notFound } from '#platform/errors'
import type { Db } from '#platform/db/kysely'
import type { CursorValue } from '#platform/pages'
import type { Field } from './contract.ts'

/** Of the row, in the order of `Field`. */
export const columns = sql.raw('id, key, label, type, options, position, created_at, updated_at')

/** All that are not deleted, in their order. */
export async function findFields(db: Db): Promise<Field[]> {
  const { rows } = await sql<Field>`
    select ${columns} from field
    where org_id = (select current_org()) and deleted_at is null order by position, id
  `.execute(db)
  return rows
}

/** A page in their order; `after` are position and id of the last one before. */
export async function listFields(db: Db, { limit, after }: { limit: number; after?: CursorValue[] }): Promise<Field[]> {
  const [position, id] = after ?? []
  const beyond = after ? sql`and (position, id) > (${position}::int, ${id}::uuid)` : sql``
  const { rows } = await sql<Field>`
    select ${columns} from field
    where org_id = (select current_org()) and deleted_at is null ${beyond} order by position, id limit ${limit}
  `.execute(db)
  return rows
}

/** Throws not_found. */
export async function getField(db: Db, id: string): Promise<Field> {
  const { rows } = await sql<Field>`
    select ${columns} from field where org_id = (select current_org()) and id = ${id} and deleted_at is null
  `.execute(db)
  if (!rows[0]) throw notFound('field', id)
  return rows[0]
}
