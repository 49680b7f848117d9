// The list of contacts: the hottest read. Sort and limit first, on one index; then look up what belongs to each row.
//
// A list without a filter, of the usual length, is prepared by name: its plan is the walk of one index, whatever the
// values. (The limit stands in the text: with an unknown one PostgreSQL would plan it each time after all, 0.5 ms.) With
// a filter it is planned each time, for its values (selection.ts): so that is the choice of ids alone, and a statement that is
// prepared shows them, whatever they were chosen by.
//
// What is searched for by parts of words is looked up by index when up to `most` contacts match, and those are sorted.
// When more match, the index of the order is walked until a page is full: that is soon then, and looking all of them up
// is not. PostgreSQL's own choice between the two would rest on a guess of how many match.

import { CompiledQuery } from 'kysely'
import { invalid } from '#platform/errors'
import { prepare, type Db } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { decodeCursor, encodeCursor, type CursorValue } from '#platform/pages'
import { directed, orderBy, rowsSql, sortedPageSql, type Order } from '#platform/sorted-page'
import type { ContactQuery } from '../contract.ts'
import { contactJson } from '../queries.ts'
import { contactViews } from '../views/contact-views.ts'
import { parseFilter } from './filter.ts'
import { findPlace } from './jump.ts'
import { compileSelection, wholeSelection, type CompiledSelection, type Selection } from './selection.ts'
import { orderOf, plainSorts } from './sorts.ts'

export interface Listing extends Selection {
  /** A name of sorts.ts, with a `-` in front for the other way round. */
  sort: string
  limit: number
  cursor?: string
  /** How many are skipped, where there is no cursor. */
  offset?: number
  /** Whether to count all of them. */
  counted: boolean
}

/** What a query asks for, with the view that it names. Throws invalid, not_found for the view. */
export async function toListing(db: Db, actor: Actor, query: ContactQuery): Promise<Listing> {
  const { filter, count, view: viewId, sort, ...rest } = query
  const view = viewId === undefined ? undefined : await contactViews.get(db, actor, viewId)
  const given = filter === undefined ? [] : parseFilter(filter)
  return {
    ...rest,
    q: [view?.q, rest.q].filter(Boolean).join(' ') || undefined,
    filter: view || given.length > 0 ? [...(view?.filter ?? []), ...given] : undefined,
    sort: sort ?? view?.sort ?? 'name',
    counted: count === 'exact',
  }
}

/** A page of contacts as JSON text, `{"data":[…],"next_cursor":…}`: built by PostgreSQL, not parsed here. Throws invalid. */
export async function listContacts(db: Db, actor: Actor, listing: Listing): Promise<string> {
  const { sort, limit, counted } = listing
  const cursor = listing.cursor === undefined ? undefined : decodeCursor(listing.cursor, 3)
  if (cursor && cursor[0] !== sort) throw invalid('The cursor belongs to another order: start again without one.')
  const [page, total] = await Promise.all([findPageAt(db, actor, listing, cursor?.slice(1)), counted ? countContacts(db, actor, listing) : undefined])
  const { rows, data, last_value, last_id } = page
  const next = rows > limit ? encodeCursor([sort, last_value, last_id]) : null
  return `{"data":${data ?? '[]'},"next_cursor":${JSON.stringify(next)}${total === undefined ? '' : `,"total":${total}`}}`
}

/** How many contacts are meant. */
export async function countContacts(db: Db, { org_id }: Actor, selection: Selection): Promise<number> {
  const compiled = await compileSelection(db, org_id, selection)
  const query = CompiledQuery.raw(`select count(*)::int as total ${wholeSelection(compiled)}`, compiled.values.all)
  return (await db.executeQuery<{ total: number }>(query)).rows[0]!.total
}

interface Listed {
  rows: number
  data: string | null
  /** Sort value (null: it has none) and id of the last row of the page. */
  last_value: string | null
  last_id: string | null
}

const beyondTheEnd: Listed = { rows: 0, data: null, last_value: null, last_id: null }

async function findPageAt(db: Db, actor: Actor, listing: Listing, after: CursorValue[] | undefined): Promise<Listed> {
  const { offset } = listing
  if (!offset) return findPage(db, actor, listing, after)
  if (after) throw invalid('A page begins at a cursor or at an offset: leave one of them out.')
  const place = await findPlace(db, actor, { ...listing, offset })
  return place ? findPage(db, actor, listing, place) : beyondTheEnd
}

async function findPage(db: Db, { org_id }: Actor, listing: Listing, after: CursorValue[] | undefined): Promise<Listed> {
  if (isUsual(listing, after)) return (await usual(listing.sort, after !== undefined)(db, org_id, ...(after ?? [])))[0] as Listed
  const compiled = await compileSelection(db, org_id, listing, listing.sort.includes('fields.'))
  const text = pageSql(compiled, { order: orderOf(listing.sort, compiled), limit: listing.limit, after })
  const { rows } = await db.executeQuery<{ id: string; sort_value: string | null }>(CompiledQuery.raw(text, compiled.values.all))
  const page = rows.slice(0, listing.limit)
  const last = page.at(-1)
  if (!last) return beyondTheEnd
  const [shown] = await showContacts(db, org_id, page.map(({ id }) => id))
  return { rows: rows.length, data: shown!.data, last_value: last.sort_value, last_id: last.id }
}

/** In this order; without those that have gone in between. */
const showContacts = prepare<[org: string, ids: string[]], Pick<Listed, 'data'>>(
  'contacts.show',
  `select json_agg(${contactJson} order by place)::text as data
  from unnest($2::uuid[]) with ordinality as given (id, place) join contact c on c.org_id = $1 and c.id = given.id`,
)

/** More than so many that match are not looked up. */
const most = 5_000

interface Wanted {
  order: Order
  limit: number
  after: CursorValue[] | undefined
}

function pageSql({ values, conditions, searched, patterns }: CompiledSelection, { order, limit, after }: Wanted): string {
  const all = [...searched.map(({ pattern }) => pattern), ...patterns]
  const holds = [...conditions, ...searched.map(({ condition }) => condition())]
  // Either part of the query is run, never both: a condition without a column is checked before anything is read.
  const ways = all.length === 0 ? [[]] : [
    ['(select ids from hits) is not null', 'c.id = any ((select ids from hits)::uuid[])'],
    ['(select ids from hits) is null'],
  ]
  const hits = `hits as materialized (select find_contacts(${all.length === 0 ? '' : values.add(JSON.stringify(all))}::jsonb, ${most}) as ids),`
  const page = sortedPageSql({ order, limit, after, values, id: 'c.id', table: 'contact c', ways: ways.map((way) => [...holds, ...way]) })
  return `with ${all.length === 0 ? '' : hits} ${page}`
}

const usualLimit = 50

/** Without a filter, of the usual length, and in an order in which all have a value. */
function isUsual({ sort, limit, q, filter, email, tag, company_id, owner_id, deleted }: Listing, after: CursorValue[] | undefined): boolean {
  const plain = Object.hasOwn(plainSorts, sort.replace(/^-/, '')) && !plainSorts[sort.replace(/^-/, '')]!.missing
  const selects = deleted || [q, filter, email, tag, company_id, owner_id].some((given) => given !== undefined)
  return plain && !selects && limit === usualLimit && after?.[0] !== null
}

const statements = new Map<string, ReturnType<typeof prepare<unknown[], unknown>>>()

function usual(sort: string, continues: boolean) {
  const name = `contacts.list ${sort}${continues ? ' after' : ''}`
  const known = statements.get(name)
  if (known) return known
  const order = directed(plainSorts[sort.replace(/^-/, '')]!, sort)
  const further = `(${order.value}, c.id) ${order.direction === 'asc' ? '>' : '<'} ($2::${order.type}, $3::uuid)`
  const conditions = ['c.org_id = $1', 'c.deleted_at is null', ...(continues ? [further] : [])]
  const statement = prepare<unknown[], unknown>(name, `
    with listed as materialized (
      select *, row_number() over (order by ${orderBy({ ...order, value: 'sort_value' }, 'id')}) as place
      from (${rowsSql('c.*', { id: 'c.id', order, conditions, limit: usualLimit })}) c
    )
    select count(*)::int as rows,
      json_agg(${contactJson} order by place) filter (where place <= ${usualLimit})::text as data,
      max(sort_value::text) filter (where place = ${usualLimit}) as last_value,
      max(id::text) filter (where place = ${usualLimit}) as last_id
    from listed c`)
  statements.set(name, statement)
  return statement
}
