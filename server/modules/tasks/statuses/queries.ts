import { sql } from 'kysely'
import { notFound } from '#platform/errors'
import type { Db } from '#platform/db/kysely'
import type { CursorValue } from '#platform/pages'
import type { TaskStatus } from './contract.ts'

/** Of the row, in the order of `TaskStatus`. */
export const columns = sql.raw('id, name, category, color, position, created_at, updated_at')

/** In their order; `after` is the position of the last one before. */
export async function listStatuses(db: Db, { limit, after }: { limit: number; after?: CursorValue }): Promise<TaskStatus[]> {
  const { rows } = await sql<TaskStatus>`
    select ${columns} from task_status where org_id = (select current_org()) ${after === undefined ? sql`` : sql`and position > ${after}`}
    order by position limit ${limit}
  `.execute(db)
  return rows
}

/** Throws not_found. */
export async function getStatus(db: Db, id: string): Promise<TaskStatus> {
  const { rows } = await sql<TaskStatus>`select ${columns} from task_status where org_id = (select current_org()) and id = ${id}`.execute(db)
  if (!rows[0]) throw notFound('task_status', id)
  return rows[0]
}
