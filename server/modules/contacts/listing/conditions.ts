// From a condition of a filter to SQL about a contact `c`, whose organization is $1.

import { beginningWith, partOf, type Values } from '#platform/db/values'
import { invalid, type RapportError } from '#platform/errors'
import type { Field } from '../fields/contract.ts'
import { fold } from '../fields/resolving.ts'
import { isDay, normalizeValue, WrongValue } from '../fields/values.ts'
import type { Condition, FilterOp } from './filter.ts'
import type { Pattern } from './search.ts'

export interface Compiling {
  values: Values
  fields: Field[]
  /** Ids of tags by folded name. */
  tags: Map<string, string>
}

export interface Compiled {
  condition: string
  /** What it implies and an index of parts can tell. */
  pattern?: Pattern
}

/** Throws invalid for a field that is not there, an op that it has not, or a value that it cannot have. */
export function compileCondition(given: Condition, compiling: Compiling): Compiled {
  const { field } = given
  if (field.startsWith('fields.')) return compileField(given, compiling)
  const compile = compilers.get(field)
  if (!compile) throw invalid(`There is no field “${field}” to filter by; custom ones are \`fields.\` and their key.`)
  return compile(given, compiling)
}

type Compile = (given: Condition, compiling: Compiling) => Compiled

const compilers = new Map<string, Compile>([
  ['name', text('c.sort_name', 'names')],
  ['given_name', text('c.sort_given')],
  ['family_name', text('c.sort_family')],
  ['title', text('c.sort_title')],
  ['email', compileEmail],
  ['phone', compilePhone],
  ['company', compileCompany],
  ['company_id', reference('c.company_id')],
  ['owner_id', reference('c.owner_id')],
  ['tag', compileTag],
  ['created_at', moment('c.created_at')],
  ['updated_at', moment('c.updated_at')],
  ['last_interaction_at', moment('c.last_interaction_at')],
  ['deleted_at', moment('c.deleted_at')],
])

function text(column: string, searched?: Pattern['in']): Compile {
  return (given, { values }) => {
    if (given.op === 'empty') return { condition: `${column} is null` }
    if (given.op === 'not_empty') return { condition: `${column} is not null` }
    if (given.op === 'is_not') return { condition: `${column} is distinct from ${values.add(textOf(given).toLowerCase())}` }
    const condition = compareText(column, given, values)
    if (!searched || !['contains', 'begins'].includes(given.op)) return { condition }
    return { condition, pattern: { in: searched, like: partOf(textOf(given)) } }
  }
}

function compileEmail(given: Condition, { values }: Compiling): Compiled {
  const some = (inner: string) => `exists (select from contact_email e where e.org_id = $1 and e.contact_id = c.id${inner})`
  if (given.op === 'empty') return { condition: `not ${some('')}` }
  if (given.op === 'not_empty') return { condition: some('') }
  if (given.op === 'contains' || given.op === 'begins') {
    const like = given.op === 'begins' ? beginningWith(textOf(given)) : partOf(textOf(given))
    return { condition: some(` and e.address like ${values.add(like)}`), pattern: { in: 'addresses', like } }
  }
  const compared = compareText('address', { ...given, op: given.op === 'is_not' ? 'is' : given.op }, values)
  const among = `c.id in (select contact_id from contact_email where org_id = $1 and ${compared})`
  return { condition: given.op === 'is_not' ? `not ${among}` : among }
}

function compilePhone(given: Condition, { values }: Compiling): Compiled {
  if (given.op === 'empty') return { condition: `c.phones = '[]'` }
  if (given.op === 'not_empty') return { condition: `c.phones <> '[]'` }
  const digits = textOf(given).replaceAll(/\D/g, '')
  if (digits === '') throw invalid('A phone is looked for by its digits.')
  const like = { is: digits, begins: `${digits}%`, contains: `%${digits}%` }[given.op as string]
  if (like === undefined) throw unknownOp(given)
  const condition = `exists (select from jsonb_array_elements(c.phones) as phone
    where regexp_replace(phone->>'number', '\\D', '', 'g') like ${values.add(like)})`
  return { condition, pattern: { in: 'names', like: `%${digits}%` } }
}

function compileCompany(given: Condition, { values }: Compiling): Compiled {
  if (given.op === 'empty') return { condition: 'c.company_id is null' }
  if (given.op === 'not_empty') return { condition: 'c.company_id is not null' }
  const compared = compareText('match_name', { ...given, op: given.op === 'is_not' ? 'is' : given.op }, values)
  const among = `c.company_id = any (array(select id from company where org_id = $1 and ${compared}))`
  return { condition: given.op === 'is_not' ? `(${among}) is not true` : among }
}

function compileTag(given: Condition, { values, tags }: Compiling): Compiled {
  const tagged = (inner: string) => `c.id in (select contact_id from contact_tag where org_id = $1${inner})`
  if (given.op === 'empty') return { condition: `not exists (select from contact_tag t where t.org_id = $1 and t.contact_id = c.id)` }
  if (given.op === 'not_empty') return { condition: `exists (select from contact_tag t where t.org_id = $1 and t.contact_id = c.id)` }
  if (!['is', 'is_not', 'any_of'].includes(given.op)) throw unknownOp(given)
  const ids = [given.value ?? []].flat().flatMap((name) => tags.get(fold(String(name))) ?? [])
  if (ids.length === 0) return { condition: given.op === 'is_not' ? 'true' : 'false' }
  // One by itself: then PostgreSQL knows how many have it.
  const among = tagged(ids.length === 1 ? ` and tag_id = ${values.add(ids[0])}` : ` and tag_id = any (${values.add(ids)}::uuid[])`)
  return { condition: given.op === 'is_not' ? `not ${among}` : among }
}

function reference(column: string): Compile {
  return (given, { values }) => {
    if (given.op === 'empty') return { condition: `${column} is null` }
    if (given.op === 'not_empty') return { condition: `${column} is not null` }
    const ids = [given.value ?? []].flat().map(String)
    if (!['is', 'is_not', 'any_of'].includes(given.op)) throw unknownOp(given)
    if (ids.length === 0 || !ids.every((id) => uuid.test(id))) throw wrongValue(given, 'it is an id')
    if (given.op === 'any_of') return { condition: `${column} = any (${values.add(ids)}::uuid[])` }
    return { condition: `${column} ${given.op === 'is' ? '=' : 'is distinct from'} ${values.add(ids[0])}::uuid` }
  }
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

function moment(column: string): Compile {
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

function compileField(given: Condition, { values, fields }: Compiling): Compiled {
  const name = fold(given.field.slice('fields.'.length))
  const field = fields.find(({ key }) => fold(key) === name) ?? fields.find(({ label }) => fold(label) === name)
  if (!field) throw invalid(`There is no custom field “${given.field.slice('fields.'.length)}”.`)
  const having = (inner: string) =>
    `c.id in (select contact_id from contact_value where org_id = $1 and field_id = ${values.add(field.id)} and ${inner})`
  const present = field.type === 'number' ? 'number is not null' : 'value is not null'
  if (given.op === 'empty') return { condition: `not ${having(present)}` }
  if (given.op === 'not_empty') return { condition: having(present) }
  if (given.op === 'is_not') return { condition: `not ${having(compareField(field, { ...given, op: 'is' }, values))}` }
  return { condition: having(compareField(field, given, values)) }
}

function compareField(field: Field, given: Condition, values: Values): string {
  const normalized = { ...given, value: normalize(field, given) }
  if (field.type === 'number') return compareNumber(normalized, values)
  if (field.type === 'date' && ['before', 'after'].includes(given.op)) {
    return `value ${given.op === 'before' ? '<' : '>'} ${values.add(normalized.value)}`
  }
  if (['boolean', 'select', 'date'].includes(field.type) && !['is', 'any_of'].includes(given.op)) throw unknownOp(given)
  return compareText('value', normalized, values)
}

/** A part of a value need not be one. */
function normalize(field: Field, given: Condition): Condition['value'] {
  if (given.op === 'contains' || given.op === 'begins') return given.value
  try {
    const all = [given.value ?? []].flat().map((value) => {
      const normalized = normalizeValue(field, value)
      if (normalized === null) throw new WrongValue('An empty value is asked for with `empty`.')
      return typeof normalized === 'boolean' ? String(normalized) : normalized
    })
    return Array.isArray(given.value) ? all : all[0]
  } catch (error) {
    if (error instanceof WrongValue) throw invalid(error.message)
    throw error
  }
}

const numberOps: Partial<Record<FilterOp, string>> = { is: '=', greater: '>', less: '<', at_least: '>=', at_most: '<=' }

function compareNumber(given: Condition, values: Values): string {
  if (given.op === 'any_of') return `number = any (${values.add([given.value ?? []].flat())}::float8[])`
  const operator = numberOps[given.op]
  if (!operator) throw unknownOp(given)
  if (typeof given.value !== 'number') throw wrongValue(given, 'it is one number')
  return `number ${operator} ${values.add(given.value)}::float8`
}

/** Of text in lower case. */
function compareText(column: string, given: Condition, values: Values): string {
  switch (given.op) {
    case 'is': return `${column} = ${values.add(textOf(given).toLowerCase())}`
    case 'any_of': return `${column} = any (${values.add([given.value ?? []].flat().map((value) => String(value).trim().toLowerCase()))}::text[])`
    case 'contains': return `${column} like ${values.add(partOf(textOf(given)))}`
    case 'begins': return `${column} like ${values.add(beginningWith(textOf(given)))}`
    default: throw unknownOp(given)
  }
}

function textOf(given: Condition): string {
  if (Array.isArray(given.value) || given.value === undefined) throw wrongValue(given, 'it is one value')
  const value = String(given.value).trim()
  if (value === '') throw wrongValue(given, 'it is not empty; ask for that with `empty`')
  return value
}

function unknownOp({ field, op }: Condition): RapportError {
  return invalid(`“${field}” cannot be asked for with \`${op}\`.`)
}

function wrongValue({ field, op }: Condition, wanted: string): RapportError {
  return invalid(`The value of “${field}” ${op} cannot be accepted: ${wanted}.`)
}
