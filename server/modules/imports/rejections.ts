import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/kysely'
import type { CursorValue } from '#platform/pages'

export interface Rejection {
  /** Line of a CSV file, number of a message in a mailbox; from 1. */
  position: number
  reason: string
  excerpt: string
  /** The record as it was read, where there is one to mend. */
  record?: string[] | null
}

/** Keeps what a batch could not take. */
export async function storeRejections(tx: Tx, operationId: string, rejections: Rejection[]) {
  if (rejections.length === 0) return
  await sql`
    insert into import_rejection (org_id, operation_id, position, reason, excerpt, record)
    select current_org(), ${operationId}, position, reason, excerpt, record
    from json_to_recordset(${JSON.stringify(rejections)}) as rejected (position bigint, reason text, excerpt text, record jsonb)
    on conflict do nothing
  `.execute(tx)
}

/** In the order of the file. `record` is null where the file has none. */
export async function listRejections(
  db: Db,
  { operation_id, limit, after }: { operation_id: string; limit: number; after?: CursorValue },
): Promise<Rejection[]> {
  const { rows } = await sql<Rejection>`
    select position, reason, excerpt, record from import_rejection
    where org_id = (select current_org()) and operation_id = ${operation_id} and position > ${after ?? 0}::bigint
    order by position limit ${limit}
  `.execute(db)
  return rows
}
