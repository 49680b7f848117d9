// The order of a list, as it stands in SQL.

import type { CompiledSelection } from './selection.ts'
import { findSort, type Direction, type Sort } from './sorts.ts'

export interface Order extends Sort {
  from: string
  direction: Direction
}

/** Of a name of sorts.ts, with a `-` in front for the other way round. */
export function orderOf(name: string, compiled: Pick<CompiledSelection, 'values' | 'fields'>): Order {
  return directed(findSort(name.replace(/^-/, ''), compiled), name)
}

/** A sort the way round that its name says. */
export function directed(sort: Sort, name: string): Order {
  const direction = name.startsWith('-') ? 'desc' : 'asc'
  return { ...sort, from: typeof sort.from === 'string' ? sort.from : sort.from(direction), direction }
}

export function orderBy({ value, direction }: Order, id: string): string {
  return value.startsWith('null::') ? `${id} ${direction}` : `${value} ${direction}, ${id} ${direction}`
}
