// The board: a column for each status, each with its count and its first page. Which tasks, in one statement that is planned for what is
// asked; then a prepared one shows them: planning what a task looks like takes longer than reading a hundred.

import { CompiledQuery } from 'kysely'
import type { Db } from '#platform/db/kysely'
import { encodeCursor } from '#platform/pages'
import type { Actor } from '#platform/tenancy'
import { withTasksShownTo } from '../guests.ts'
import type { Board } from './contract.ts'
import { compileSelection, wholeConditions, type Selection } from './selection.ts'

interface Column {
  status_id: string
  total: number
  /** One more than a page, where there is one. */
  ids: string[]
}

export async function getBoard(db: Db, actor: Actor, { limit, ...selection }: Selection & { limit: number }): Promise<Board> {
  const compiled = compileSelection(actor, selection)
  const { values } = compiled
  const holds = wholeConditions(compiled)
  const text = `
    with counted as materialized (select t.status_id, count(*)::int as total from task t where ${holds} group by t.status_id)
    select s.id as status_id, coalesce(total, 0) as total, array(
      select t.id from task t where ${holds} and t.status_id = s.id and counted.total > 0 order by t.position, t.id limit ${limit + 1}
    ) as ids
    from task_status s left join counted on counted.status_id = s.id
    where s.org_id = $1 ${selection.status_id ? `and s.id = any (${values.add(selection.status_id)}::uuid[])` : ''} order by s.position`
  const { rows } = await db.executeQuery<Column>(CompiledQuery.raw(text, values.all))
  const columns = await withTasksShownTo(db, actor, rows, ({ ids }) => ids.slice(0, limit))
  return {
    columns: columns.map(({ status_id, total, ids, data }) => {
      const last = data.at(-1)
      return { status_id, total, data, next_cursor: ids.length > limit && last ? encodeCursor(['position', last.position, last.id]) : null }
    }),
  }
}
