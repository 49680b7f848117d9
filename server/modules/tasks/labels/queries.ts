import { sql } from 'kysely'
import { notFound } from '#platform/errors'
import type { Db } from '#platform/db/kysely'
import type { CursorValue } from '#platform/pages'
import type { CountedLabel, Label } from './contract.ts'

/** Of the row, in the order of `Label`. */
export const columns = sql.raw('label.id, label.name, label.color, label.created_at, label.updated_at')

/** Throws not_found. */
export async function getLabel(db: Db, id: string): Promise<Label> {
  const { rows } = await sql<Label>`select ${columns} from label where org_id = (select current_org()) and id = ${id}`.execute(db)
  if (!rows[0]) throw notFound('label', id)
  return rows[0]
}

export type ListedLabel = CountedLabel & { match_name: string }

/** By name; `after` are match_name and id of the last one before. */
export async function listLabels(db: Db, { q, limit, after }: { q?: string; limit: number; after?: CursorValue[] }): Promise<ListedLabel[]> {
  const beyond = after ? sql`and (match_name, id) > (${after[0]}::text, ${after[1]}::uuid)` : sql``
  const matching = q === undefined ? sql`` : sql`and position(${q.trim().toLowerCase()} in match_name) > 0`
  const { rows } = await sql<ListedLabel>`
    with label as materialized (
      select * from label where org_id = (select current_org()) ${beyond} ${matching} order by match_name, id limit ${limit}
    )
    select ${columns}, match_name, (
      select count(*) from task_label l join task t on t.org_id = l.org_id and t.id = l.task_id
      where l.org_id = label.org_id and l.label_id = label.id and t.is_open and t.deleted_at is null
    ) as open_task_count
    from label order by match_name, id
  `.execute(db)
  return rows
}
