// A keyset page of ids in any order, along an index whatever that is. What has no value comes last, both ways round.

import type { CursorValue } from '#platform/pages'
import type { Values } from '#platform/db/values'

export type Direction = 'asc' | 'desc'

export interface Sort {
  /** Where rows come from in its order; a function where they do so one way only. */
  from: string | ((direction: Direction) => string)
  /** Its value and type, as they stand in the index; the id breaks ties. */
  value: string
  type: string
  /** What holds of rows that have a value, and of those that have none; undefined where all have one. */
  present?: string
  missing?: string
}

export interface Order extends Sort {
  from: string
  direction: Direction
}

/** A sort the way round that its name says: the other one with a `-` in front. */
export function directed(sort: Sort, name: string): Order {
  const direction = name.startsWith('-') ? 'desc' : 'asc'
  return { ...sort, from: typeof sort.from === 'string' ? sort.from : sort.from(direction), direction }
}

export function orderBy({ value, direction }: Pick<Order, 'value' | 'direction'>, id: string): string {
  return value.startsWith('null::') ? `${id} ${direction}` : `${value} ${direction}, ${id} ${direction}`
}

export interface SortedPage {
  order: Order
  limit: number
  /** Sort value (null: it has none) and id of the last row of the page before. */
  after: CursorValue[] | undefined
  values: Values
  /** The id of a row, with its alias: `c.id`. */
  id: string
  /** What has no value of `order` comes from here: `contact c`. */
  table: string
  /** The conditions of all rows. Where there are several lists of them, a row is of one of these. */
  ways: string[][]
}

/**
 * What stands behind `with` to choose the rows of a page, and one more: a query of `id` and of `sort_value` as text.
 */
export function sortedPageSql({ order, limit, after, values, id, table, ways }: SortedPage): string {
  const part = (own: string[], sort: Order) => ways
    .map((conditions) => `(${rowsSql(id, { id, order: sort, conditions: [...conditions, ...own], limit })})`).join(' union all ')
  const place = (sort: Order) => orderBy({ ...sort, value: 'sort_value' }, 'id')

  const [value, last] = after ?? []
  const present = after && value === null ? ['false'] : [...(order.present ? [order.present] : []), ...beyond(order, { id, values, after })]
  const without: Order = { ...order, from: table, value: `null::${order.type}` }
  const behind = after && value === null ? [`${id} ${order.direction === 'asc' ? '>' : '<'} ${values.add(last)}::uuid`] : []
  const missing = order.missing && `, without as materialized (
    select * from (${part([order.missing, `(select count(*) from present) <= ${limit}`, ...behind], without)}) c
    order by ${orderBy(without, 'id')} limit ${limit + 1})`
  return `present as materialized (
      select * from (${part(present, order)}) c order by ${place(order)} limit ${limit + 1}
    )${missing ?? ''}, listed as materialized (
      select *, row_number() over (order by part, ${place(order)}) as place
      from (select *, 0 as part from present${missing ? ' union all select *, 1 from without' : ''}) c
    )
    select id, sort_value::text from listed order by place limit ${limit + 1}`
}

export interface SortedPlace extends Pick<SortedPage, 'order' | 'id' | 'table'> {
  /** The conditions of all rows. */
  conditions: string[]
  offset: number
}

/**
 * Where in an order a list is to begin, for whoever drags its scroll bar: a query of `value` as text (null: it has none) and `id` of the
 * row after which `offset` have passed, along sort values and ids alone. Pages from there on are keyset pages again.
 */
export function sortedPlaceSql({ order, id, table, conditions, offset }: SortedPlace): string {
  const at = (sort: Order, skipped: number | string) => `order by ${orderBy(sort, id)} offset ${skipped} limit 1`
  const holds = conditions.join(' and ')
  if (!order.missing) return `select ${order.value}::text as value, ${id} from ${order.from} where ${holds} ${at(order, offset - 1)}`
  // Those without a value follow the others, however many those are.
  const present = `from ${order.from} where ${holds} and ${order.present}`
  return `
    with here as materialized (select ${order.value}::text as value, ${id} ${present} ${at(order, offset - 1)})
    select value, id from here
    union all (
      select null, ${id} from ${table} where ${holds} and ${order.missing} and not exists (select from here)
      ${at({ ...order, value: `null::${order.type}` }, `greatest(${offset - 1} - (select count(*) ${present}), 0)`)}
    )`
}

/** A page of one sort along its index. */
export function rowsSql(columns: string, { id, order, conditions, limit }: { id: string; order: Order; conditions: string[]; limit: number }): string {
  return `select ${columns}, ${order.value} as sort_value from ${order.from} where ${conditions.join(' and ')}
    order by ${orderBy(order, id)} limit ${limit + 1}`
}

/** What comes after the last row of the page before. The first of the two is for indexes that end with the value. */
function beyond({ value, type, direction }: Order, { id, values, after }: Pick<SortedPage, 'id' | 'values' | 'after'>): string[] {
  if (!after) return []
  const [last, lastId] = [`${values.add(after[0])}::${type}`, `${values.add(after[1])}::uuid`]
  const operator = direction === 'asc' ? '>' : '<'
  return [`${value} ${operator}= ${last}`, `(${value}, ${id}) ${operator} (${last}, ${lastId})`]
}
