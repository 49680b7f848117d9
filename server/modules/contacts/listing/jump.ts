// Where in an order a list is to begin, for whoever drags its scroll bar: everything before it is walked over, by its sort
// value and id alone. The pages from there on are keyset pages again.

import { CompiledQuery } from 'kysely'
import type { Db } from '#platform/db/kysely'
import { orderBy, type Order } from '#platform/sorted-page'
import type { Actor } from '#platform/tenancy'
import { compileSelection, wholeSelection, type Selection } from './selection.ts'
import { orderOf } from './sorts.ts'

/** Sort value (null: it has none) and id of the contact after which `offset` have passed; undefined beyond the end. */
export async function findPlace(db: Db, { org_id }: Actor, selection: Selection & { sort: string; offset: number }): Promise<[string | null, string] | undefined> {
  const { sort, offset } = selection
  const compiled = await compileSelection(db, org_id, selection, sort.includes('fields.'))
  const order = orderOf(sort, compiled)
  const holds = wholeSelection(compiled).replace(/^from contact c where /, '')
  const text = order.missing ? withMissing(order, holds, offset) : `select ${order.value}::text as value, c.id from ${order.from} where ${holds} ${place(order, offset - 1)}`
  const { rows } = await db.executeQuery<{ value: string | null; id: string }>(CompiledQuery.raw(text, compiled.values.all))
  return rows[0] && [rows[0].value, rows[0].id]
}

/** Those without a value follow the others, however many those are. */
function withMissing(order: Order, holds: string, offset: number): string {
  const present = `from ${order.from} where ${holds} and ${order.present}`
  const without: Order = { ...order, value: `null::${order.type}` }
  return `
    with here as materialized (select ${order.value}::text as value, c.id ${present} ${place(order, offset - 1)})
    select value, id from here
    union all (
      select null, c.id from contact c where ${holds} and ${order.missing} and not exists (select from here)
      ${place(without, `greatest(${offset - 1} - (select count(*) ${present}), 0)`)}
    )`
}

function place(order: Order, offset: number | string): string {
  return `order by ${orderBy(order, 'c.id')} offset ${offset} limit 1`
}
