// The board: a column for each status, each with its count and its first page, in one statement.

import { CompiledQuery } from 'kysely'
import type { Db } from '#platform/db/kysely'
import { encodeCursor } from '#platform/pages'
import type { Actor } from '#platform/tenancy'
import type { Task } from '../contract.ts'
import { taskJson } from '../queries.ts'
import type { Board } from './contract.ts'
import { compileSelection, wholeConditions, type Selection } from './selection.ts'

interface Column {
  status_id: string
  total: number
  /** One more than a page, where there is one. */
  tasks: Task[]
}

export async function getBoard(db: Db, actor: Actor, { limit, ...selection }: Selection & { limit: number }): Promise<Board> {
  const compiled = compileSelection(actor, selection)
  const { values } = compiled
  const holds = wholeConditions(compiled)
  const text = `
    with counted as materialized (select t.status_id, count(*)::int as total from task t where ${holds} group by t.status_id)
    select s.id as status_id, coalesce(total, 0) as total, coalesce(shown.tasks, '[]') as tasks
    from task_status s left join counted on counted.status_id = s.id cross join lateral (
      select json_agg(${taskJson} order by t.position) as tasks from (
        select t.* from task t where ${holds} and t.status_id = s.id and counted.total > 0 order by t.position, t.id limit ${limit + 1}
      ) t
    ) shown
    where s.org_id = $1 ${selection.status_id ? `and s.id = any (${values.add(selection.status_id)}::uuid[])` : ''} order by s.position`
  const { rows } = await db.executeQuery<Column>(CompiledQuery.raw(text, values.all))
  return {
    columns: rows.map(({ status_id, total, tasks }) => {
      const last = tasks[limit - 1]
      return { status_id, total, data: tasks.slice(0, limit), next_cursor: tasks.length > limit ? encodeCursor(['position', last!.position, last!.id]) : null }
    }),
  }
}
