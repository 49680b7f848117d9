// What only one of two can give when they become one: shown side by side, and chosen.

import type { Schemas } from '@/api/client.ts'

type Contact = Schemas['Contact']
type NewMerge = Schemas['NewMerge']

const plain = ['name', 'given_name', 'family_name', 'title', 'company', 'owner', 'photo'] as const
export type Plain = (typeof plain)[number]

export interface Row {
  /** A property, or the key of a custom field. */
  id: Plain | `field:${string}`
  /** Of the first and of the second one; undefined where there is none. */
  values: [string | undefined, string | undefined]
}

/** 0 for the first one, 1 for the second. */
export type Side = 0 | 1

/** The rows in which the two differ, so that somebody has to choose. */
export function differences([a, b]: Contact[]): Row[] {
  const rows: Row[] = plain.map((id) => ({ id, values: [valueOf(a!, id), valueOf(b!, id)] }))
  const keys = [...new Set([...Object.keys(a!.fields), ...Object.keys(b!.fields)])]
  const fields = keys.map((key): Row => ({ id: `field:${key}`, values: [textOf(a!.fields[key]), textOf(b!.fields[key])] }))
  return [...rows, ...fields].filter(({ values: [first, second] }) => first !== second)
}

/** As it is unless somebody chooses: of the one who stays, or of the one who has any. */
export function initialSides(rows: Row[]): Record<string, Side> {
  return Object.fromEntries(rows.map(({ id, values: [first] }) => [id, first === undefined ? 1 : 0]))
}

/** The older one stays, since others know it by its id. */
export function toMerge([into, other]: Contact[], rows: Row[], sides: Record<string, Side>): NewMerge {
  const choices: NonNullable<NewMerge['choices']> = {}
  const fields: Record<string, string> = {}
  for (const { id, values } of rows) {
    const side = sides[id] ?? 0
    if (values[side] === undefined) continue
    const contact = (side === 0 ? into : other)!.id
    if (id.startsWith('field:')) fields[id.slice(6)] = contact
    else choices[id as Plain] = contact
  }
  return { into: into!.id, contact_ids: [other!.id], choices: { ...choices, fields } }
}

function valueOf(contact: Contact, id: Plain): string | undefined {
  if (id === 'company') return contact.company?.name
  if (id === 'owner') return contact.owner_id ?? undefined
  if (id === 'photo') return contact.photo_url ?? undefined
  return contact[id] ?? undefined
}

function textOf(value: unknown): string | undefined {
  return value === null || value === undefined || value === '' ? undefined : String(value)
}
