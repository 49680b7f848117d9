// From a condition of a filter to SQL about a contact `c`, whose organization is $1.

import { beginningWith, partOf, type Values } from '#platform/db/values'
import { invalid } from '#platform/errors'
import type { Field } from '../fields/contract.ts'
import { fold } from '../fields/resolving.ts'
import { normalizeValue, WrongValue } from '../fields/values.ts'
import { compareNumber, compareText, moment, text, textOf, unknownOp, wrongValue, type Compile, type Compiled } from './comparisons.ts'
import type { Condition } from './filter.ts'

export interface Compiling {
  values: Values
  fields: Field[]
  /** Ids of tags by folded name. */
  tags: Map<string, string>
}

/** Throws invalid for a field that is not there, an op that it has not, or a value that it cannot have. */
export function compileCondition(given: Condition, compiling: Compiling): Compiled {
  const { field } = given
  if (field.startsWith('fields.')) return compileField(given, compiling)
  const compile = compilers.get(field)
  if (!compile) throw invalid(`There is no field “${field}” to filter by; custom ones are \`fields.\` and their key.`)
  return compile(given, compiling)
}

const compilers = new Map<string, Compile<Compiling>>([
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

function reference(column: string): Compile<Compiling> {
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
  if (field.type === 'number') return compareNumber('number', normalized, values)
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
