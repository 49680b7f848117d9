import { sql } from 'kysely'
import { notFound } from '#platform/errors'
import type { Db } from '#platform/db/kysely'
import type { CursorValue } from '#platform/pages'
import type { Erasure } from './contract.ts'

const columns = sql.raw('id, operation_id, address_hashes, counts, created_by, created_at, finished_at')

/** Throws not_found. */
export async function getErasure(db: Db, id: string): Promise<Erasure> {
  const { rows } = await sql<Erasure>`
    select ${columns} from erasure where org_id = (select current_org()) and id = ${id}
  `.execute(db)
  if (!rows[0]) throw notFound('erasure', id)
  return rows[0]
}

/** Newest first; `before` is the id of the last one before. */
export async function listErasures(db: Db, { limit, before }: { limit: number; before?: CursorValue }): Promise<Erasure[]> {
  const beyond = before === undefined ? sql`` : sql`and id < ${before}::uuid`
  const { rows } = await sql<Erasure>`
    select ${columns} from erasure where org_id = (select current_org()) ${beyond} order by id desc limit ${limit}
  `.execute(db)
  return rows
}
