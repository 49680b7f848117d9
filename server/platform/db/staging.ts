// Bulk rows on their way in. COPY refuses tables under row-level security, so rows go to a temporary table of this
// transaction, which no other organization's work can see, and set-based statements take them from there.

import { sql } from 'kysely'
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Tx } from '#platform/db/kysely'

export type StagedValue = string | number | boolean | null | object

/**
 * Creates the temporary table `name` with `columns` (name → type) and copies `rows` into it. It goes with the
 * transaction. `tx` and `client` are those of `transactBulk`. An array goes into an array column, anything into a json one.
 */
export async function stage<Column extends string>(
  { tx, client }: { tx: Tx; client: pg.PoolClient },
  name: string,
  columns: Record<Column, string>,
  rows: Record<NoInfer<Column>, StagedValue>[],
) {
  const typed = Object.entries(columns) as [Column, string][]
  const definition = typed.map(([column, type]) => `${column} ${type}`)
  await sql.raw(`create temporary table ${name} (${definition.join(', ')}) on commit drop`).execute(tx)
  const lines = function* () {
    for (let start = 0; start < rows.length; start += 500) {
      yield rows.slice(start, start + 500).map((row) => copyLine(row, typed)).join('')
    }
  }
  await pipeline(Readable.from(lines()), client.query(copyFrom(`copy ${name} from stdin`)))
}

function copyLine<Column extends string>(row: Record<Column, StagedValue>, columns: [Column, string][]): string {
  return `${columns.map(([column, type]) => copyField(row[column], type)).join('\t')}\n`
}

// The text format of COPY: tab between fields, \N for null, a backslash before what would be read as either.
function copyField(value: StagedValue, type: string): string {
  if (value === null) return '\\N'
  if (type.startsWith('json')) return escape(JSON.stringify(value))
  if (Array.isArray(value)) return escape(arrayLiteral(value))
  return typeof value === 'string' ? escape(value) : String(value)
}

const special = /[\\\t\n\r]/
const eachSpecial = /[\\\t\n\r]/g
const replacements: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function escape(text: string): string {
  return special.test(text) ? text.replace(eachSpecial, (character) => replacements[character]!) : text
}

function arrayLiteral(values: unknown[]): string {
  const items = values.map((value) => (value === null ? 'null' : `"${String(value).replace(/["\\]/g, '\\$&')}"`))
  return `{${items.join(',')}}`
}
