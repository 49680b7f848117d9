import { sql } from 'kysely'
import { allow, conflict, invalid } from '#platform/errors'
import { publish } from '#platform/events'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { canWriteContacts } from '../policy.ts'
import type { Field, FieldChange, NewField } from './contract.ts'
import { columns, findFields, getField } from './queries.ts'
import { fold, mostFields } from './resolving.ts'

/** Throws conflict when another field has its key or label. */
export async function createField(tx: Tx, actor: Actor, { label, key = label, type, options = [] }: NewField): Promise<Field> {
  allow(canWriteContacts(actor))
  await lockFields(tx)
  const others = await findFields(tx)
  if (others.length >= mostFields) throw conflict('too_many_fields', `An organization has up to ${mostFields} fields: delete some first.`)
  checkNames(others, [key, label])
  const { rows } = await sql<Field>`
    insert into field (org_id, key, label, type, options, position)
    values (current_org(), ${key.trim()}, ${label.trim()}, ${type}, ${JSON.stringify(toOptions(type, options))},
      ${(others.at(-1)?.position ?? 0) + 1})
    on conflict do nothing
    returning ${columns}
  `.execute(tx)
  const field = rows[0]
  if (!field) throw conflict('field_taken', `The field “${key}” is being deleted: wait until that is done, or choose another key.`)
  await publish(tx, actor, { type: 'field.created', subject: `field:${field.id}`, data: { field } })
  return field
}

/** Changes what is given. What contacts have of options that are left out is the caller's to clear. Throws as `createField`. */
export async function changeField(tx: Tx, actor: Actor, { id, change }: { id: string; change: FieldChange }): Promise<Field> {
  allow(canWriteContacts(actor))
  await lockFields(tx)
  const before = await getField(tx, id)
  if (change.label !== undefined) checkNames((await findFields(tx)).filter((other) => other.id !== id), [change.label])
  const options = JSON.stringify(change.options ? toOptions(before.type, change.options, before.options) : before.options)
  const label = change.label?.trim() ?? before.label
  const { rows: changed } = await sql<{ id: string }>`
    update field set label = ${label}, options = ${options}, updated_at = now()
    where org_id = (select current_org()) and id = ${id} and (label, options) is distinct from (${label}, ${options}::jsonb)
    returning id
  `.execute(tx)
  const moved = change.position === undefined ? [] : await move(tx, id, change.position)
  await tell(tx, actor, [...new Set([...changed.map((row) => row.id), ...moved])])
  return getField(tx, id)
}

/** Puts a field at its place, and the others behind one another. Returns the ids of those that have moved. */
async function move(tx: Tx, id: string, position: number): Promise<string[]> {
  const others = (await findFields(tx)).filter((other) => other.id !== id).map((other) => other.id)
  const order = [...others.slice(0, position - 1), id, ...others.slice(position - 1)]
  const { rows } = await sql<{ id: string }>`
    update field set position = place, updated_at = now()
    from unnest(${order}::uuid[]) with ordinality as given (field_id, place)
    where org_id = (select current_org()) and id = field_id and position <> place
    returning id
  `.execute(tx)
  return rows.map((row) => row.id)
}

async function tell(tx: Tx, actor: Actor, ids: string[]) {
  for (const id of ids) {
    await publish(tx, actor, { type: 'field.updated', subject: `field:${id}`, data: { field: await getField(tx, id) } })
  }
}

/** One at a time: their names and places depend on one another. */
async function lockFields(tx: Tx) {
  await sql`select pg_advisory_xact_lock(hashtext('contacts.fields'), hashtext(current_org()::text))`.execute(tx)
}

/** A name must say which field is meant, in a request as in a column of an import. */
function checkNames(others: Field[], names: string[]) {
  for (const name of names) {
    const other = others.find(({ key, label }) => [fold(key), fold(label)].includes(fold(name)))
    if (other) throw conflict('field_taken', `There is a field “${other.label}” (${other.key}) already: choose another name.`)
  }
}

function toOptions(type: Field['type'], given: NonNullable<FieldChange['options']>, before: Field['options'] = []): Field['options'] {
  if (type !== 'select' && given.length > 0) throw invalid('Only a select has options.', [{ path: '/options', message: 'must be empty' }])
  const options = given.map(({ key, label, color = null }, index) => {
    if (key !== undefined && before.length > 0 && !before.some((option) => option.key === key)) {
      throw invalid(`There is no option “${key}”: leave the key of a new one away.`, [{ path: `/options/${index}/key`, message: 'is not known' }])
    }
    return { key: (key ?? label).trim(), label: label.trim(), color }
  })
  for (const name of ['key', 'label'] as const) {
    const twice = options.find((option, index) => options.findIndex((other) => fold(other[name]) === fold(option[name])) < index)
    if (twice) throw invalid(`Two options have the ${name} “${twice[name]}”.`, [{ path: '/options', message: `must not repeat a ${name}` }])
  }
  return options
}
