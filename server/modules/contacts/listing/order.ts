// The order of a list, as it stands in SQL.

import type { CompiledSelection } from './selection.ts'
import { findSort, type Sort } from './sorts.ts'

export interface Order extends Sort {
  direction: 'asc' | 'desc'
}

/** Of a name of sorts.ts, with a `-` in front for the other way round. */
export function orderOf(sort: string, compiled: Pick<CompiledSelection, 'values' | 'fields'>): Order {
  return { ...findSort(sort.replace(/^-/, ''), compiled), direction: sort.startsWith('-') ? 'desc' : 'asc' }
}

export function orderBy({ value, direction }: Order, id: string): string {
  return value.startsWith('null::') ? `${id} ${direction}` : `${value} ${direction}, ${id} ${direction}`
}
