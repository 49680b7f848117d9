// The list of companies: sort and limit first, on one index, planned for what is asked.

import { CompiledQuery, sql } from 'kysely'
import { invalid } from '#platform/errors'
import type { Db } from '#platform/db/kysely'
import { decodeCursor, encodeCursor, type CursorValue } from '#platform/pages'
import { sortedPageSql, sortedPlaceSql, type Order } from '#platform/sorted-page'
import type { Actor } from '#platform/tenancy'
import { parseFilter } from '../listing/filter.ts'
import type { CompanyPage, CompanyQuery, CountedCompany } from './contract.ts'
import { countedColumns } from './queries.ts'
import { compileSelection, orderOf, table, type CompanySelection } from './selection.ts'
import { companyViews } from './views.ts'

/** What a query asks for, with the view that it names. */
interface CompanyListing extends CompanySelection, Pick<CompanyQuery, 'limit' | 'cursor' | 'offset' | 'count'> {
  sort: string
}

/** Throws invalid for an order that there is not, for a cursor of another one and for a filter that cannot be, and not_found for the view. */
export async function listCompanies(db: Db, actor: Actor, { view: viewId, filter, ...asked }: CompanyQuery): Promise<CompanyPage> {
  const view = viewId === undefined ? undefined : await companyViews.get(db, actor, viewId)
  const query: CompanyListing = {
    ...asked,
    sort: asked.sort ?? view?.sort ?? 'name',
    filter: [...(view?.filter ?? []), ...(filter === undefined ? [] : parseFilter(filter))],
    within: view?.q ?? undefined,
  }
  const { sort, limit, offset, count } = query
  const cursor = query.cursor === undefined ? undefined : decodeCursor(query.cursor, 3)
  if (cursor && cursor[0] !== sort) throw invalid('The cursor belongs to another order: start again without one.')
  if (cursor && offset) throw invalid('A page begins at a cursor or at an offset: leave one of them out.')
  const order = orderOf(sort)
  const total = count === 'exact' ? countCompanies(db, actor, query) : undefined
  const after = offset ? await findPlace(db, actor, { query, order, offset }) : cursor?.slice(1)
  const [page, counted] = await Promise.all([offset && !after ? beyondTheEnd : findPage(db, actor, { query, order, limit, after }), total])
  return { ...page, ...(counted !== undefined && { total: counted }) }
}

type Listed = Pick<CompanyPage, 'data' | 'next_cursor'>

const beyondTheEnd: Listed = { data: [], next_cursor: null }

interface Wanted {
  query: CompanyListing
  order: Order
}

async function findPage(db: Db, { org_id }: Actor, { query, order, limit, after }: Wanted & { limit: number; after?: CursorValue[] }): Promise<Listed> {
  const { values, conditions } = compileSelection(org_id, query)
  const text = `with ${sortedPageSql({ order, limit, after, values, id: 'c.id', table, ways: [conditions] })}`
  const { rows } = await db.executeQuery<{ id: string; sort_value: string | null }>(CompiledQuery.raw(text, values.all))
  const last = rows[limit - 1]
  return {
    data: await showCompanies(db, rows.slice(0, limit).map(({ id }) => id)),
    next_cursor: rows.length > limit ? encodeCursor([query.sort, last!.sort_value, last!.id]) : null,
  }
}

/** In this order; without those that have gone in between. */
async function showCompanies(db: Db, ids: string[]): Promise<CountedCompany[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<CountedCompany>`
    select ${countedColumns} from unnest(${ids}::uuid[]) with ordinality as given (id, place)
    join company on company.org_id = (select current_org()) and company.id = given.id order by place
  `.execute(db)
  return rows
}

/** Sort value (null: it has none) and id of the company after which `offset` have passed; undefined beyond the end. */
async function findPlace(db: Db, { org_id }: Actor, { query, order, offset }: Wanted & { offset: number }): Promise<CursorValue[] | undefined> {
  const { values, conditions } = compileSelection(org_id, query)
  const text = sortedPlaceSql({ order, id: 'c.id', table, conditions, offset })
  const { rows } = await db.executeQuery<{ value: string | null; id: string }>(CompiledQuery.raw(text, values.all))
  return rows[0] && [rows[0].value, rows[0].id]
}

async function countCompanies(db: Db, { org_id }: Actor, query: CompanySelection): Promise<number> {
  const { values, conditions } = compileSelection(org_id, query)
  const text = `select count(*)::int as total from ${table} where ${conditions.join(' and ')}`
  return (await db.executeQuery<{ total: number }>(CompiledQuery.raw(text, values.all))).rows[0]!.total
}
