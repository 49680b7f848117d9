// What lists can be sorted by, and how: along an index, whatever it is. Contacts without a value come last, both ways.

import { invalid } from '#platform/errors'
import type { Values } from '#platform/db/values'
import { directed, type Order, type Sort } from '#platform/sorted-page'
import type { Field } from '../fields/contract.ts'
import { fold } from '../fields/resolving.ts'
import type { CompiledSelection } from './selection.ts'

const contact = 'contact c'

/** Those that are there without custom fields; their statements are prepared. */
export const plainSorts: Record<string, Sort> = {
  name: { from: contact, value: 'c.sort_name', type: 'text' },
  // Ids are in the order of creation.
  created_at: { from: contact, value: 'c.id', type: 'uuid' },
  updated_at: { from: contact, value: 'c.updated_at', type: 'timestamptz' },
  last_interaction_at: { from: contact, value: 'c.sort_interaction', type: 'timestamptz' },
  deleted_at: nullable('c.deleted_at', 'timestamptz'),
  given_name: nullable('c.sort_given', 'text'),
  family_name: nullable('c.sort_family', 'text'),
  title: nullable('c.sort_title', 'text'),
  // Companies in their order, and the contacts of each: a name of a company is in no contact, where it would have to be
  // changed with it.
  company: {
    from: 'company s join contact c on c.org_id = s.org_id and c.company_id = s.id',
    value: 's.match_name',
    type: 'text',
    present: 's.org_id = $1',
    missing: 'c.company_id is null',
  },
  // Owner by owner, so that a page needs the contacts of the first ones alone.
  owner: {
    from: (direction) =>
      `(select id, lower(name) as name from "user" order by 2 ${direction} offset 0) s join contact c on c.owner_id = s.id`,
    value: 's.name',
    type: 'text',
    present: 'true',
    missing: 'c.owner_id is null',
  },
  email: {
    from: 'contact_email s join contact c on c.org_id = s.org_id and c.id = s.contact_id',
    value: 's.address',
    type: 'text',
    present: 's.org_id = $1 and s.position = 0',
    missing: 'not exists (select from contact_email e where e.org_id = c.org_id and e.contact_id = c.id and e.position = 0)',
  },
}

/** Of a name below, with a `-` in front for the other way round. */
export function orderOf(name: string, compiled: Pick<CompiledSelection, 'values' | 'fields'>): Order {
  return directed(findSort(name.replace(/^-/, ''), compiled), name)
}

/** Throws invalid when there is nothing of this name to sort by. */
export function findSort(name: string, { values, fields }: { values: Values; fields: Field[] }): Sort {
  const plain = Object.hasOwn(plainSorts, name) ? plainSorts[name] : undefined
  if (plain) return plain
  const key = fold(name.replace(/^fields\./, ''))
  const field = name.startsWith('fields.') ? (fields.find((each) => fold(each.key) === key) ?? fields.find((each) => fold(each.label) === key)) : undefined
  if (!field) {
    throw invalid(`Nothing is called “${name}” to sort by: ${Object.keys(plainSorts).join(', ')}, or \`fields.\` and the key of a custom field.`)
  }
  const id = values.add(field.id)
  const [value, type] = field.type === 'number' ? ['s.number', 'float8'] : ['s.value', 'text']
  return {
    from: 'contact_value s join contact c on c.org_id = s.org_id and c.id = s.contact_id',
    value: value!,
    type: type!,
    present: `s.org_id = $1 and s.field_id = ${id} and ${value} is not null`,
    missing: `not exists (select from contact_value v where v.org_id = c.org_id and v.contact_id = c.id and v.field_id = ${id})`,
  }
}

function nullable(value: string, type: string): Sort {
  return { from: contact, value, type, present: `${value} is not null`, missing: `${value} is null` }
}
