// What the migrations add up to, written down twice: as TypeScript row types for queries (tables.ts), and as SQL for
// reading (migrations/schema.sql). `npm run schema` writes both, and a test fails when they are not what stands there.

import type pg from 'pg'

interface Column {
  table: string
  column: string
  type: string
  not_null: boolean
  has_default: boolean
  generated: boolean
}

/** The source of tables.ts. Rows as they are selected; Kysely's `Generated` marks what an insert may leave out. */
export async function describeTables(db: pg.ClientBase): Promise<string> {
  const { rows } = await db.query<Column>(`
    select pg_class.relname as table, attname as column, format_type(atttypid, null) as type, attnotnull as not_null,
      atthasdef or attidentity <> '' as has_default, attgenerated <> '' or attidentity = 'a' as generated
    from pg_attribute join pg_class on pg_class.oid = attrelid
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and attnum > 0 and not attisdropped
    order by relname, attnum`)
  const tables = Map.groupBy(rows, ({ table }) => table)
  const interfaces = [...tables].map(
    ([table, columns]) => `export interface ${typeName(table)} {\n${columns.map(describeColumn).join('\n')}\n}\n`,
  )
  const all = [...tables.keys()].map((table) => `  ${table}: ${typeName(table)}`)
  return [
    '// Written by `npm run schema` from the migrations.\n',
    "import type { ColumnType, Generated, GeneratedAlways } from 'kysely'\n",
    ...interfaces,
    `export interface Tables {\n${all.join('\n')}\n}\n`,
  ].join('\n')
}

/** The source of schema.sql: tables with keys, indexes, policies and grants, and functions. */
export async function describeSchema(db: pg.ClientBase): Promise<string> {
  const tables = await db.query<{ name: string; definition: string }>(`
    select relname as name, format(E'create table %s (\\n%s\\n);', pg_class.oid::regclass, concat_ws(E',\\n',
      (select string_agg(format('  %s %s%s%s', attname, format_type(atttypid, atttypmod),
          case when attnotnull then ' not null' else '' end,
          case when attgenerated = 's' then ' generated always as (' || pg_get_expr(adbin, adrelid) || ') stored'
            when attidentity = 'a' then ' generated always as identity'
            when adbin is not null then ' default ' || pg_get_expr(adbin, adrelid) else '' end), E',\\n' order by attnum)
        from pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum
        where attrelid = pg_class.oid and attnum > 0 and not attisdropped),
      (select string_agg('  ' || pg_get_constraintdef(oid), E',\\n' order by contype desc, conname)
        from pg_constraint where conrelid = pg_class.oid and contype in ('p', 'u', 'f', 'c'))
    )) || coalesce(E'\\n' || (
      select string_agg(pg_get_indexdef(indexrelid) || ';', E'\\n' order by indexrelid::regclass::text)
      from pg_index where indrelid = pg_class.oid
        and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u'))), '')
    || coalesce(E'\\n' || (
      select string_agg(format('create policy %I on %s for %s to %s using (%s);', policyname, pg_class.oid::regclass, lower(cmd),
        array_to_string(roles, ', '), qual), E'\\n' order by policyname)
      from pg_policies where schemaname = relnamespace::regnamespace::text and tablename = relname), '')
    || coalesce(E'\\n' || (
      select string_agg(format('grant %s on %s to %s;', privileges, pg_class.oid::regclass, grantee), E'\\n' order by grantee) from (
        select grantee, string_agg(lower(privilege_type), ', ' order by privilege_type) as privileges
        from information_schema.role_table_grants
        where table_schema = relnamespace::regnamespace::text and table_name = relname and grantee like 'rapport_%' and grantee <> 'rapport_owner'
        group by grantee) granted), '') as definition
    from pg_class where relnamespace in ('public'::regnamespace, 'auth'::regnamespace) and relkind in ('r', 'p')
    order by relnamespace = 'auth'::regnamespace, relname`)
  const functions = await db.query<{ definition: string }>(`
    select pg_get_functiondef(pg_proc.oid) as definition from pg_proc
    where pronamespace = 'public'::regnamespace and prokind = 'f' order by proname, pg_get_function_identity_arguments(pg_proc.oid)`)
  return [
    '-- Written by `npm run schema` from the migrations: for reading, never run.',
    ...tables.rows.map(({ definition }) => definition),
    ...functions.rows.map(({ definition }) => `${definition.trimEnd()};`),
    '',
  ].join('\n\n').replaceAll(/[ \t]+\n/g, '\n')
}

function describeColumn({ column, type, not_null, has_default, generated }: Column): string {
  const known = typeScript[type] ?? 'string'
  const nullable = not_null ? known : `${known} | null`
  if (type === 'jsonb' || type === 'json') {
    // Written as text: node-postgres would make an array of PostgreSQL's out of one of JavaScript's.
    const [selected, written] = not_null ? ['object', 'string'] : ['object | null', 'string | null']
    return `  ${column}: ColumnType<${selected}, ${written}${has_default || !not_null ? ' | undefined' : ''}, ${written}>`
  }
  const wrapped = generated ? `GeneratedAlways<${nullable}>` : has_default ? `Generated<${nullable}>` : nullable
  return `  ${column}: ${wrapped}`
}

/** As platform/db/connect.ts parses them; everything else arrives as text. */
const typeScript: Record<string, string> = {
  bigint: 'number',
  boolean: 'boolean',
  bytea: 'Buffer',
  'double precision': 'number',
  integer: 'number',
  real: 'number',
  smallint: 'number',
}

function typeName(table: string): string {
  return table.replaceAll(/(^|_)(\w)/g, (_, __, letter: string) => letter.toUpperCase()) + 'Table'
}
