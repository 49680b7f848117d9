// The list of contacts: the hottest read. Sort and limit first, on one index; then look up what belongs to each row.
//
// A list without a filter, of the usual length, is prepared by name: its plan is the walk of one index, whatever the
// values. (The limit stands in the text: with an unknown one PostgreSQL would plan it each time after all, 0.5 ms.) With a filter
// the best plan depends on how many contacts it lets through, so PostgreSQL plans it each time; and it must know the
// organization to estimate that, so this is given as a value. Measured, 200,000 contacts, half of them with the tag,
// a page in the middle: 0.5 ms; with current_org(), which the planner cannot look into, 300 ms.

import { CompiledQuery } from 'kysely'
import { invalid } from '#platform/errors'
import { prepare, type Db } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { decodeCursor, encodeCursor, type CursorValue } from '#platform/pages'
import type { ContactQuery, ContactSort } from './contract.ts'
import { contactJson, findTagId } from './queries.ts'

/** A page of contacts as JSON text, `{"data":[…],"next_cursor":…}`: built by PostgreSQL, not parsed here. */
export async function listContacts(db: Db, { org_id }: Actor, query: ContactQuery): Promise<string> {
  const tagId = query.tag === undefined ? undefined : await findTagId(db, query.tag)
  if (query.tag !== undefined && !tagId) return emptyPage

  const cursor = query.cursor === undefined ? undefined : decodeCursor(query.cursor, 3)
  if (cursor && cursor[0] !== query.sort) throw invalid('The cursor belongs to another order: start again without one.')
  const filters = { email: query.email?.trim().toLowerCase(), tag_id: tagId, company_id: query.company_id, owner_id: query.owner_id }
  const { limit, sort, deleted } = query
  return toPageText((await run(db, { org_id, sort, limit, cursor, filters, deleted })) as Listed, limit, sort)
}

interface Listed {
  rows: number
  data: string | null
  /** Sort value and id of the last row of the page. */
  last_value: string | null
  last_id: string | null
}

type Filters = Partial<Record<keyof typeof filterSql, string | undefined>>

interface Listing {
  org_id: string
  sort: ContactSort
  limit: number
  cursor: CursorValue[] | undefined
  filters: Filters
  /** Those that are deleted, instead of the others. */
  deleted: boolean
}

async function run(db: Db, { org_id, sort, limit, cursor, filters, deleted }: Listing): Promise<unknown> {
  const given = (Object.keys(filterSql) as (keyof typeof filterSql)[]).filter((name) => filters[name] !== undefined)
  const values = [org_id, ...(cursor ? cursor.slice(1) : []), ...given.map((name) => filters[name])]
  if (given.length === 0 && limit === usualLimit && !deleted) {
    const [row] = await unfiltered(sort, cursor !== undefined)(db, ...values)
    return row
  }
  const query = CompiledQuery.raw(listSql({ sort, limit, deleted, after: cursor !== undefined, filters: given }), values)
  return (await db.executeQuery(query)).rows[0]
}

const filterSql = {
  email: (n: number) => `id in (select contact_id from contact_email where org_id = $1 and address = $${n})`,
  tag_id: (n: number) => `id in (select contact_id from contact_tag where org_id = $1 and tag_id = $${n})`,
  company_id: (n: number) => `company_id = $${n}`,
  owner_id: (n: number) => `owner_id = $${n}`,
}

// Sort expression and type, as they stand in the index; `id` breaks ties. Ids are in the order of creation.
const sortSql: Record<string, { value: string; type: string }> = {
  name: { value: 'sort_name', type: 'text' },
  created_at: { value: 'id', type: 'uuid' },
  updated_at: { value: 'updated_at', type: 'timestamptz' },
  last_interaction_at: { value: 'sort_interaction', type: 'timestamptz' },
}

interface Shape {
  sort: ContactSort
  limit: number
  after: boolean
  filters: (keyof typeof filterSql)[]
  deleted: boolean
}

function listSql({ sort, limit, after, filters, deleted }: Shape): string {
  const { value, type } = sortSql[sort.replace('-', '')]!
  const [direction, beyond] = sort.startsWith('-') ? ['desc', '<'] : ['asc', '>']
  const conditions = [
    'org_id = $1',
    `deleted_at is ${deleted ? 'not ' : ''}null`,
    ...(after ? [`(${value}, id) ${beyond} ($2::${type}, $3::uuid)`] : []),
    ...filters.map((name, index) => filterSql[name](index + (after ? 4 : 2))),
  ]
  return `
    with listed as materialized (
      select *, ${value} as sort_value, row_number() over (order by ${value} ${direction}, id ${direction}) as place
      from contact where ${conditions.join(' and ')}
      order by ${value} ${direction}, id ${direction} limit ${limit + 1}
    )
    select count(*)::int as rows,
      json_agg(${contactJson} order by place) filter (where place <= ${limit})::text as data,
      max(sort_value::text) filter (where place = ${limit}) as last_value,
      max(id::text) filter (where place = ${limit}) as last_id
    from listed c`
}

const usualLimit = 50

const statements = new Map<string, ReturnType<typeof prepare<unknown[], unknown>>>()

function unfiltered(sort: ContactSort, after: boolean) {
  const name = `contacts.list ${sort}${after ? ' after' : ''}`
  const known = statements.get(name)
  if (known) return known
  const statement = prepare<unknown[], unknown>(name, listSql({ sort, limit: usualLimit, after, filters: [], deleted: false }))
  statements.set(name, statement)
  return statement
}

const emptyPage = '{"data":[],"next_cursor":null}'

function toPageText({ rows, data, last_value, last_id }: Listed, limit: number, sort: ContactSort): string {
  const next = rows > limit ? encodeCursor([sort, last_value, last_id]) : null
  return `{"data":${data ?? '[]'},"next_cursor":${JSON.stringify(next)}}`
}
