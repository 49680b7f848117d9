// Keyset pages: a cursor holds the sort values of the last row, so a page costs the same wherever it is.

import { Type, type TSchema } from 'typebox'
import { invalid } from '#platform/errors'

/** `limit` and `cursor` of every list. */
export const pageQuery = {
  limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
  cursor: Type.Optional(Type.String({ maxLength: 2_000, description: '`next_cursor` of the page before.' })),
}

/** Of a list that can be jumped into, as whoever drags its scroll bar does, and counted. */
export const jumpQuery = {
  offset: Type.Optional(Type.Integer({
    minimum: 0,
    maximum: 10_000_000,
    description: 'Begins after so many, instead of at a cursor: for jumping into a long list. It costs more the further it leads; go on by `next_cursor`.',
  })),
  count: Type.Enum(['none', 'exact'], { default: 'none', description: 'Whether to answer `total`, the number of all that match.' }),
}

/** The answer of every list: `{data, next_cursor}`. */
export function pageOf<Item extends TSchema>(item: Item, title: string) {
  return Type.Object(
    {
      data: Type.Array(item),
      next_cursor: Type.Union([Type.String(), Type.Null()], { description: 'Null on the last page.' }),
    },
    { title },
  )
}

/** As `pageOf`, of a list that can be counted. */
export function countedPageOf<Item extends TSchema>(item: Item, title: string) {
  return Type.Object({ ...pageOf(item, title).properties, total: Type.Optional(Type.Integer({ description: 'With `count=exact`.' })) }, { title })
}

export interface Page<Row> {
  data: Row[]
  next_cursor: string | null
}

/** A page out of `limit + 1` rows; `key` gives the sort values of a row. */
export function toPage<Row>(rows: Row[], limit: number, key: (last: Row) => CursorValue[]): Page<Row> {
  if (rows.length <= limit) return { data: rows, next_cursor: null }
  const data = rows.slice(0, limit)
  return { data, next_cursor: encodeCursor(key(data.at(-1)!)) }
}

export type CursorValue = string | number | null

export function encodeCursor(values: CursorValue[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

/** The values of a cursor, as many as `length`. Throws invalid when it is not one of this list. */
export function decodeCursor(cursor: string, length: number): CursorValue[] {
  try {
    const values = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    const plain = (value: unknown) => value === null || typeof value === 'string' || typeof value === 'number'
    if (Array.isArray(values) && values.length === length && values.every(plain)) return values
  } catch {
    // The same answer as for a cursor of another list.
  }
  throw invalid('The cursor does not belong to this list: start again without one.')
}
