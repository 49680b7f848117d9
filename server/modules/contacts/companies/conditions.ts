// From the filter of a list of companies to SQL about a company `c`.

import type { Values } from '#platform/db/values'
import { invalid } from '#platform/errors'
import { compareNumber, moment, text, unknownOp, type Compile } from '../listing/comparisons.ts'
import type { Condition, ContactFilter } from '../listing/filter.ts'

/** Throws invalid for a field that is not there, an op that it has not, or a value that it cannot have. */
export function compileFilter(filter: ContactFilter, values: Values): string[] {
  const compile = (given: Condition) => {
    const compiler = compilers.get(given.field)
    if (!compiler) throw invalid(`There is no field “${given.field}” to filter by: ${[...compilers.keys()].join(', ')}.`)
    return compiler(given, { values }).condition
  }
  return filter.map((each) => ('any' in each ? `(${each.any.map(compile).join(' or ')})` : compile(each)))
}

const compilers = new Map<string, Compile<{ values: Values }>>([
  ['name', text('c.match_name')],
  ['domain', text('c.domain')],
  ['contact_count', count],
  ['last_interaction_at', moment('c.last_interaction_at')],
  ['created_at', moment('c.created_at')],
  ['updated_at', moment('c.updated_at')],
])

/** It is always there: nobody is none. */
function count(given: Condition, { values }: { values: Values }) {
  if (given.op === 'empty' || given.op === 'not_empty') throw unknownOp(given)
  if (given.op === 'is_not') return { condition: `not (${compareNumber('c.contact_count', { ...given, op: 'is' }, values)})` }
  return { condition: compareNumber('c.contact_count', given, values) }
}
