// From a condition of a filter to SQL about a column, whatever is listed.

import { beginningWith, partOf, type Values } from '#platform/db/values'
import { invalid, type RapportError } from '#platform/errors'
import { isDay } from '../fields/values.ts'
import type { Condition, FilterOp } from './filter.ts'
import type { Pattern } from './search.ts'

export interface Compiled {
  condition: string
  /** What it implies and an index of parts can tell. */
  pattern?: Pattern
}

/** Throws invalid for an op that the column has not, or a value that it cannot have. */
export type Compile<Compiling extends { values: Values }> = (given: Condition, compiling: Compiling) => Compiled

/** Of text in lower case. */
export function text(column: string, searched?: Pattern['in']): Compile<{ values: Values }> {
  return (given, { values }) => {
    if (given.op === 'empty') return { condition: `${column} is null` }
    if (given.op === 'not_empty') return { condition: `${column} is not null` }
    if (given.op === 'is_not') return { condition: `${column} is distinct from ${values.add(textOf(given).toLowerCase())}` }
    const condition = compareText(column, given, values)
    if (!searched || !['contains', 'begins'].includes(given.op)) return { condition }
    return { condition, pattern: { in: searched, like: partOf(textOf(given)) } }
  }
}

export function moment(column: string): Compile<{ values: Values }> {
  return (given, { values }) => {
    if (given.op === 'empty') return { condition: `${column} is null` }
    if (given.op === 'not_empty') return { condition: `${column} is not null` }
    const { from, to } = spanOf(given)
    const [first, last] = [() => `${values.add(from)}::timestamptz`, () => `${values.add(to)}::timestamptz`]
    if (given.op === 'before') return { condition: `${column} < ${first()}` }
    if (given.op === 'after') return { condition: from === to ? `${column} > ${first()}` : `${column} >= ${last()}` }
    if (given.op !== 'is' && given.op !== 'is_not') throw unknownOp(given)
    const within = from === to ? `${column} = ${first()}` : `${column} >= ${first()} and ${column} < ${last()}`
    return { condition: given.op === 'is' ? `(${within})` : `(${within}) is not true` }
  }
}

/** A day is all of it, in UTC. */
function spanOf(given: Condition): { from: string; to: string } {
  const value = textOf(given)
  if (/^\d{4}-\d\d-\d\d$/.test(value) && isDay(value)) {
    const from = new Date(`${value}T00:00:00Z`)
    return { from: from.toISOString(), to: new Date(from.getTime() + 86_400_000).toISOString() }
  }
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value) ? Date.parse(value) : Number.NaN
  if (Number.isNaN(time)) throw wrongValue(given, 'it is a day or a time, as 2026-03-31 or 2026-03-31T10:00:00Z')
  return { from: new Date(time).toISOString(), to: new Date(time).toISOString() }
}

const numberOps: Partial<Record<FilterOp, string>> = { is: '=', greater: '>', less: '<', at_least: '>=', at_most: '<=' }

export function compareNumber(column: string, given: Condition, values: Values): string {
  if (given.op === 'any_of') return `${column} = any (${values.add([given.value ?? []].flat())}::float8[])`
  const operator = numberOps[given.op]
  if (!operator) throw unknownOp(given)
  if (typeof given.value !== 'number') throw wrongValue(given, 'it is one number')
  return `${column} ${operator} ${values.add(given.value)}::float8`
}

/** Of text in lower case. */
export function compareText(column: string, given: Condition, values: Values): string {
  switch (given.op) {
    case 'is': return `${column} = ${values.add(textOf(given).toLowerCase())}`
    case 'any_of': return `${column} = any (${values.add([given.value ?? []].flat().map((value) => String(value).trim().toLowerCase()))}::text[])`
    case 'contains': return `${column} like ${values.add(partOf(textOf(given)))}`
    case 'begins': return `${column} like ${values.add(beginningWith(textOf(given)))}`
    default: throw unknownOp(given)
  }
}

export function textOf(given: Condition): string {
  if (Array.isArray(given.value) || given.value === undefined) throw wrongValue(given, 'it is one value')
  const value = String(given.value).trim()
  if (value === '') throw wrongValue(given, 'it is not empty; ask for that with `empty`')
  return value
}

export function unknownOp({ field, op }: Condition): RapportError {
  return invalid(`“${field}” cannot be asked for with \`${op}\`.`)
}

export function wrongValue({ field, op }: Condition, wanted: string): RapportError {
  return invalid(`The value of “${field}” ${op} cannot be accepted: ${wanted}.`)
}
