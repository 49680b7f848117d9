// Lists of tasks: sort and limit first, on one index, planned for what is asked; then a statement that is prepared shows the page.

import { CompiledQuery } from 'kysely'
import { invalid } from '#platform/errors'
import { prepare, type Db } from '#platform/db/kysely'
import { decodeCursor, encodeCursor } from '#platform/pages'
import { sortedPageSql } from '#platform/sorted-page'
import type { Actor } from '#platform/tenancy'
import { listShownTo } from '../guests.ts'
import { findTasks, taskJson } from '../queries.ts'
import { compileSelection, pageConditions, wholeConditions, type Selection } from './selection.ts'
import { orderOf, tasks } from './sorts.ts'

export interface Listing extends Selection {
  sort: string
  limit: number
  cursor?: string
}

/** A page of tasks as JSON text, `{"data":[…],"next_cursor":…}`: built by PostgreSQL, not parsed here. Throws invalid. */
export async function listTasks(db: Db, actor: Actor, { counted, ...listing }: Listing & { counted: boolean }): Promise<string> {
  const [page, total] = await Promise.all([findPage(db, actor, listing), counted ? countTasks(db, actor, listing) : undefined])
  const data = page.ids.length > 0 ? await show(db, actor, page.ids) : '[]'
  return `{"data":${data},"next_cursor":${JSON.stringify(page.next_cursor)}${total === undefined ? '' : `,"total":${total}`}}`
}

/** How many tasks are meant. */
export async function countTasks(db: Db, actor: Actor, selection: Selection): Promise<number> {
  const compiled = compileSelection(actor, selection)
  const query = CompiledQuery.raw(`select count(*)::int as total from task t where ${wholeConditions(compiled)}`, compiled.values.all)
  return (await db.executeQuery<{ total: number }>(query)).rows[0]!.total
}

/** The ids of a page, in their order. Throws invalid. */
export async function findPage(db: Db, actor: Actor, { sort, limit, cursor, ...selection }: Listing): Promise<{ ids: string[]; next_cursor: string | null }> {
  const order = orderOf(sort)
  const decoded = cursor === undefined ? undefined : decodeCursor(cursor, 3)
  if (decoded && decoded[0] !== sort) throw invalid('The cursor belongs to another order: start again without one.')
  const compiled = compileSelection(actor, selection)
  const { values } = compiled
  const { hits, ways } = pageConditions(compiled)
  const text = `with ${hits} ${sortedPageSql({ order, limit, after: decoded?.slice(1), values, id: 't.id', table: tasks, ways })}`
  const { rows } = await db.executeQuery<{ id: string; sort_value: string | null }>(CompiledQuery.raw(text, values.all))
  const ids = rows.slice(0, limit).map(({ id }) => id)
  const last = rows[limit - 1]
  return { ids, next_cursor: rows.length > limit ? encodeCursor([sort, last!.sort_value, last!.id]) : null }
}

async function show(db: Db, actor: Actor, ids: string[]): Promise<string> {
  if (actor.role !== 'guest') return (await showTasks(db, actor.org_id, ids))[0]!.data
  return JSON.stringify(await listShownTo(db, actor, await findTasks(db, ids)))
}

/** In this order; without those that have gone in between. */
const showTasks = prepare<[org: string, ids: string[]], { data: string }>(
  'tasks.show',
  `select coalesce(json_agg(${taskJson} order by place), '[]')::text as data
  from unnest($2::uuid[]) with ordinality as given (id, place) join task t on t.org_id = $1 and t.id = given.id`,
)
