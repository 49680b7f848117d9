// From the fields that a contact is given, by whatever name, to those that it has: keys that are known and values of
// their types. One that is not known yet is made, as tags and companies are.

import { sql } from 'kysely'
import { invalid } from '#platform/errors'
import { publish } from '#platform/events'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import type { Field, FieldType } from './contract.ts'
import { columns, findFields } from './queries.ts'
import { normalizeValue, WrongValue, type FieldValue } from './values.ts'

/** An organization may have so many. */
export const mostFields = 1_000

export type FieldValues = Record<string, FieldValue | null>

/** What is given, by key and normalized; null stands for what goes away. Throws invalid. */
export async function resolveFields(tx: Tx, actor: Actor, given: Record<string, unknown>): Promise<FieldValues> {
  const wanted = Object.entries(given).filter(([, value]) => value !== null)
  const known = await ensureFields(tx, actor, new Map(wanted.map(([name, value]) => [name, typeOf(name, value)])))
  return Object.fromEntries(Object.entries(given).map(([name, value]) => {
    const field = known.get(fold(name))
    return field ? [field.key, valueOf(field, name, value)] : [name, null]
  }))
}

/** The fields by their folded keys and labels; those of `names` that are missing are made, of the type beside. */
export async function ensureFields(tx: Tx, actor: Actor, names: Map<string, FieldType>): Promise<Map<string, Field>> {
  const known = byName(await findFields(tx))
  // In one order, whoever makes them: two that wait for each other's would deadlock.
  const missing = [...new Map([...names].filter(([name]) => !known.has(fold(name))).map(([name, type]) => [fold(name), { key: name.trim(), type }])).values()]
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
  if (missing.length === 0) return known
  const { rows: made } = await sql<Field>`
    insert into field (org_id, key, label, type, position)
    select current_org(), key, key, type,
      (select coalesce(max(position), 0) from field where org_id = (select current_org())) + row_number() over ()
    from json_to_recordset(${JSON.stringify(missing)}) as given (key text, type text)
    on conflict do nothing
    returning ${columns}
  `.execute(tx)
  for (const field of made) await publish(tx, actor, { type: 'field.created', subject: `field:${field.id}`, data: { field } })
  const all = await findFields(tx)
  if (all.length > mostFields) throw invalid(`An organization has up to ${mostFields} fields: delete some first.`)
  const now = byName(all)
  const leaving = missing.find(({ key }) => !now.has(fold(key)))
  if (leaving) throw invalid(`The field “${leaving.key}” is being deleted: wait until that is done, or choose another name.`)
  return now
}

/** How names of fields are compared. */
export function fold(name: string): string {
  return name.trim().toLowerCase()
}

/** Keys go before labels: a label may be another field's key. */
function byName(fields: Field[]): Map<string, Field> {
  const labels = fields.map((field) => [fold(field.label), field] as const).toReversed()
  return new Map([...labels, ...fields.map((field) => [fold(field.key), field] as const)])
}

function typeOf(name: string, value: unknown): FieldType {
  if (name.trim() === '') throw invalid('A field needs a name.')
  if (typeof value === 'string') return 'text'
  if (typeof value === 'number' || typeof value === 'boolean') return typeof value as FieldType
  throw invalid(`The field “${name}” is text, a number or a boolean.`, [{ path: pathOf(name), message: 'must be text, a number or a boolean' }])
}

function valueOf(field: Field, name: string, value: unknown): FieldValue | null {
  try {
    return normalizeValue(field, value)
  } catch (error) {
    if (error instanceof WrongValue) throw invalid(error.message, [{ path: pathOf(name), message: error.message }])
    throw error
  }
}

function pathOf(name: string): string {
  return `/fields/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
}
