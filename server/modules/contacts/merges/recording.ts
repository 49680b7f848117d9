// What a merge does to the rows of contacts, so that it can be undone: each row as it was before and after. Whatever
// the tables are: the catalogue says what their columns and keys are.

import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '#platform/db/kysely'
import type { PartTable } from '../parts.ts'

type Tables = Record<string, PartTable>

/** Runs `work`, and stores what it changed of the rows that name any of these contacts. */
export async function record(
  tx: Tx,
  { merge_id, tables, contacts }: { merge_id: string; tables: Tables; contacts: string[] },
  work: () => Promise<void>,
) {
  const rows = (table: string) => {
    const named = tables[table]!.contacts.map((column) => sql`t.${sql.ref(column)} = any(${contacts}::uuid[])`)
    return sql`select to_jsonb(t) as image from ${sql.table(table)} t where org_id = (select current_org()) and (${sql.join(named, sql` or `)})`
  }
  await sql`create temporary table before_merge (of_table text, image jsonb) on commit drop`.execute(tx)
  for (const table of Object.keys(tables)) {
    await sql`insert into before_merge select ${table}, image from (${rows(table)}) found`.execute(tx)
  }
  await work()
  for (const [table, { key }] of await describe(tx, tables)) {
    // As JSON: an address that is not known is the same as another that is not.
    const keyOf = (side: string) => sql`jsonb_build_array(${sql.join(key.map((column) => sql`${sql.ref(`${side}.image`)}->${column}`))})`
    await sql`
      insert into contact_merge_row (org_id, merge_id, place, of_table, before, after)
      select current_org(), ${merge_id}, ${sql.lit(Object.keys(tables).indexOf(table))} * 1000000 + row_number() over (), ${table}, b.image, a.image
      from (select image from before_merge where of_table = ${table}) b full join (${rows(table)}) a
        on ${keyOf('a')} = ${keyOf('b')}
      where a.image is distinct from b.image
    `.execute(tx)
  }
}

/**
 * Puts back what was recorded. Whatever was changed since then stays as it is, value by value; a value that names
 * something that is gone by now is left out, and a row that does too.
 */
export async function putBack(tx: Tx, mergeId: string, tables: Tables) {
  const described = [...(await describe(tx, tables))]
  const recorded = (table: string) => sql`
    contact_merge_row r where r.org_id = (select current_org()) and r.merge_id = ${mergeId} and r.of_table = ${table}`
  for (const [table, shape] of described) {
    await sql`
      delete from ${sql.table(table)} t using (select after from ${recorded(table)} and before is null) added,
        jsonb_populate_record(null::${sql.table(table)}, added.after) image
      where ${same(shape)}
    `.execute(tx)
  }
  // The contacts themselves come first in the list: the others refer to them.
  for (const [table, shape] of described) {
    // And values before rows: what was moved may stand where a row is to come back.
    await putValuesBack(tx, table, shape, recorded(table))
    await putRowsBack(tx, table, shape, recorded(table))
  }
}

async function putRowsBack(tx: Tx, table: string, { columns, references }: Shape, recorded: RawBuilder<unknown>) {
  const names = sql.join(columns.map((column) => sql.ref(column)))
  const values = sql.join(columns.map((column) => {
    const optional = references.find(({ optional }) => optional.includes(column))
    return optional ? sql`case when ${exists(optional, sql.raw('image'))} then image.${sql.ref(column)} end` : sql`image.${sql.ref(column)}`
  }))
  const present = references.filter(({ optional }) => optional.length === 0).map((reference) => sql`and ${exists(reference, sql.raw('image'))}`)
  await sql`
    insert into ${sql.table(table)} (${names}) select ${values}
    from (select before from ${recorded} and after is null) removed,
      jsonb_populate_record(null::${sql.table(table)}, removed.before) image
    where true ${sql.join(present, sql` `)}
    on conflict do nothing
  `.execute(tx)
}

async function putValuesBack(tx: Tx, table: string, shape: Shape, recorded: RawBuilder<unknown>) {
  const { columns, key, references } = shape
  const values = columns.filter((column) => !key.includes(column)).map((column) => {
    const guards = references.filter((reference) => reference.columns.includes(column)).map((reference) => sql`and ${exists(reference, sql.raw('image'))}`)
    return sql`${sql.ref(column)} = case
      when changed.before->${column} is distinct from changed.after->${column}
        and to_jsonb(t)->${column} is not distinct from changed.after->${column} ${sql.join(guards, sql` `)}
      then image.${sql.ref(column)} else t.${sql.ref(column)} end`
  })
  if (values.length === 0) return
  await sql`
    update ${sql.table(table)} t set ${sql.join(values)}
    from (select before, after from ${recorded} and before is not null and after is not null) changed,
      jsonb_populate_record(null::${sql.table(table)}, changed.before) image
    where ${same(shape)}
  `.execute(tx)
}

interface Reference {
  columns: string[]
  to_table: string
  to_columns: string[]
  /** Of `columns` those that become null when what they name is removed. */
  optional: string[]
}

interface Shape {
  /** But for generated ones. */
  columns: string[]
  /** Of `columns` those that may be null. */
  nullable: string[]
  key: string[]
  references: Reference[]
}

/** The row `t` is that of the image. */
function same({ key, nullable }: Shape): RawBuilder<unknown> {
  const each = key.map((column) => {
    const equals = nullable.includes(column) ? sql`is not distinct from` : sql`=`
    return sql`t.${sql.ref(column)} ${equals} image.${sql.ref(column)}`
  })
  return sql.join(each, sql` and `)
}

function exists({ columns, to_table, to_columns }: Reference, row: RawBuilder<unknown>): RawBuilder<unknown> {
  const named = columns.map((column) => sql`${row}.${sql.ref(column)}`)
  const same = to_columns.map((column, index) => sql`parent.${sql.ref(column)} = ${named[index]!}`)
  const unnamed = named.map((value) => sql`${value} is null`)
  return sql`(${sql.join(unnamed, sql` or `)} or exists (select from ${sql.table(to_table)} parent where ${sql.join(same, sql` and `)}))`
}

async function describe(tx: Tx, tables: Tables): Promise<Map<string, Shape>> {
  const { rows } = await sql<Shape & { name: string }>`
    select relname as name,
      (select json_agg(attname order by attnum) from pg_attribute
        where attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns,
      coalesce((select json_agg(attname) from pg_attribute
        where attrelid = pg_class.oid and attnum > 0 and not attisdropped and not attnotnull), '[]') as nullable,
      (select ${columnNames('conkey', 'conrelid')} from pg_constraint where conrelid = pg_class.oid and contype = 'p') as key,
      coalesce((select json_agg(json_build_object(
          'columns', ${columnNames('conkey', 'conrelid')}, 'to_table', (select relname from pg_class parent where parent.oid = confrelid),
          'to_columns', ${columnNames('confkey', 'confrelid')},
          'optional', case when confdeltype = 'n' then ${columnNames('coalesce(confdelsetcols, conkey)', 'conrelid')} else '[]' end))
        from pg_constraint where conrelid = pg_class.oid and contype = 'f'), '[]') as references
    from pg_class where relnamespace = 'public'::regnamespace and relname = any(${Object.keys(tables)})
  `.execute(tx)
  const shapes = new Map(rows.map(({ name, ...shape }) => [name, shape]))
  return new Map(Object.entries(tables).map(([table, { key }]) => {
    const shape = shapes.get(table)!
    return [table, key ? { ...shape, key: ['org_id', ...key] } : shape]
  }))
}

function columnNames(numbers: string, table: string): RawBuilder<unknown> {
  return sql.raw(`(select json_agg(attname order by place) from unnest(${numbers}) with ordinality as named (number, place)
    join pg_attribute on attrelid = ${table} and attnum = number)`)
}
