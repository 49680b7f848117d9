// Which companies are meant, and in which order.

import { invalid } from '#platform/errors'
import { partOf, Values } from '#platform/db/values'
import { directed, type Order, type Sort } from '#platform/sorted-page'
import type { ContactFilter } from '../listing/filter.ts'
import { compileFilter } from './conditions.ts'
import type { CompanyQuery } from './contract.ts'

export const table = 'company c'

const sorts: Record<string, Sort> = {
  name: { from: table, value: 'c.match_name', type: 'text' },
  domain: { from: table, value: 'c.domain', type: 'text', present: 'c.domain is not null', missing: 'c.domain is null' },
  contact_count: { from: table, value: 'c.contact_count', type: 'int' },
  last_interaction_at: { from: table, value: 'c.sort_interaction', type: 'timestamptz' },
  // Ids are in the order of creation.
  created_at: { from: table, value: 'c.id', type: 'uuid' },
}

export interface CompanySelection extends Pick<CompanyQuery, 'q' | 'domain'> {
  filter?: ContactFilter
  /** What the view looks for, beside `q`. */
  within?: string | undefined
}

/** The conditions of a company `c`; without a filter also of one that is deleted. Throws invalid. */
export function compileSelection(org: string, { q, domain, filter = [], within }: CompanySelection): { values: Values; conditions: string[] } {
  const values = new Values(org)
  const conditions = ['c.org_id = $1']
  for (const part of [q, within]) {
    if (part === undefined) continue
    // Without an index on parts of names: there are far fewer companies than contacts.
    const pattern = values.add(partOf(part.trim()))
    conditions.push(`(lower(c.name) like ${pattern} or c.domain like ${pattern})`)
  }
  if (domain !== undefined) conditions.push(`c.domain = ${values.add(domain.trim().toLowerCase())}`)
  return { values, conditions: [...conditions, ...compileFilter(filter, values)] }
}

/** Throws invalid for an order that there is not. */
export function orderOf(name: string): Order {
  const plain = name.replace(/^-/, '')
  if (!Object.hasOwn(sorts, plain)) throw invalid(`Nothing is called “${plain}” to sort by: ${Object.keys(sorts).join(', ')}.`)
  return directed(sorts[plain]!, name)
}
