// Where words stand: looked for in every column of every table, so that a table that comes later is looked through too.

import assert from 'node:assert/strict'
import type { TestApp } from './app.ts'

export interface Trace {
  mark: string
  where: string
}

/** Each place in the database with one of these, which are lower-case. */
export async function findInTables(app: TestApp, marks: string[]): Promise<Trace[]> {
  const columns = await app.database.query<{ table: string; column: string; is_binary: boolean }>(`
    select format('%I.%I', nspname, relname) as table, attname as column, typname = 'bytea' as is_binary
    from pg_attribute join pg_class on pg_class.oid = attrelid join pg_namespace on pg_namespace.oid = relnamespace
      join pg_type on pg_type.oid = atttypid
    where attnum > 0 and not attisdropped and relkind in ('r', 'p') and nspname in ('public', 'auth', 'graphile_worker')`)
  assert.ok(columns.length > 200, 'All of them are looked at.')
  const looks = [...Map.groupBy(columns, ({ table }) => table)].map(([table, own]) => {
    const texts = own.map(({ column, is_binary }) => `('${table}.${column}', ${is_binary ? `encode("${column}"::bytea, 'escape')` : `"${column}"::text`})`)
    return `select each.place, each.value, mark from ${table}, lateral (values ${texts.join(', ')}) as each (place, value), unnest($1::text[]) as mark
      where position(mark in lower(each.value)) > 0`
  })
  const rows = await app.database.query<{ place: string; value: string; mark: string }>(looks.join(' union all '), [marks])
  return rows.map(({ mark, place, value }) => ({ mark, where: `${place}: ${value.slice(0, 300)}` }))
}
