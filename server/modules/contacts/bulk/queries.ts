import { sql } from 'kysely'
import { notFound } from '#platform/errors'
import type { Db } from '#platform/db/kysely'
import type { CursorValue } from '#platform/pages'
import type { AnyBulkChange } from './contract.ts'
import type { BulkKind } from './kind.ts'

/** Throws not_found. */
export async function getBulkChange(db: Db, of: BulkKind, id: string): Promise<AnyBulkChange> {
  const [bulkChange] = await findBulkChanges(db, { of, limit: 1, only: id })
  if (!bulkChange) throw notFound('bulk change', id)
  return bulkChange
}

/** Newest first; `before` is the id of the last one before. */
export function listBulkChanges(db: Db, given: { of: BulkKind; limit: number; before?: CursorValue }): Promise<AnyBulkChange[]> {
  return findBulkChanges(db, given)
}

async function findBulkChanges(db: Db, { of, limit, before, only }: { of: BulkKind; limit: number; before?: CursorValue; only?: string }): Promise<AnyBulkChange[]> {
  const conditions = [
    sql`org_id = (select current_org())`,
    sql`kind = ${of.kind}`,
    ...(before === undefined ? [] : [sql`id < ${before}::uuid`]),
    ...(only === undefined ? [] : [sql`id = ${only}`]),
  ]
  const { rows } = await sql<AnyBulkChange>`
    with listed as materialized (
      select * from bulk_change where ${sql.join(conditions, sql` and `)} order by id desc limit ${limit}
    )
    select b.id, b.action, b.change, coalesce(o.status, 'succeeded') as status, b.operation_id, b.total, coalesce(o.done, b.total) as done,
      b.changed, b.created_by, b.created_at,
      case when b.undone_at is not null then json_build_object(
        'status', coalesce(u.status, 'succeeded'), 'operation_id', b.undo_operation_id, 'restored', b.restored,
        'kept', coalesce(u.done, b.changed) - b.restored, 'created_at', b.undone_at) end as undo
    from listed b
    left join operation o on o.org_id = b.org_id and o.id = b.operation_id
    left join operation u on u.org_id = b.org_id and u.id = b.undo_operation_id
    order by b.id desc
  `.execute(db)
  return rows
}
