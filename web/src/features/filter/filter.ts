// Conditions of a filter: which ways of asking each kind of value has, and how they travel in the address of the page.

import type { Schemas } from '@/api/client.ts'
import type { Column } from '@/features/table/column.ts'

/** Of people, and of companies. */
export type Filter = Schemas['ContactFilter']
export type Condition = Schemas['Condition']
export type FilterOp = Condition['op']

export type Kind = 'text' | 'url' | 'phone' | 'tags' | 'owner' | 'company' | 'moment' | 'date' | 'number' | 'count' | 'select' | 'boolean'

/** A column that is filtered by. */
export interface FilterColumn extends Column {
  kind: Kind
  /** Of a custom field. */
  field?: Schemas['Field']
}

const text: FilterOp[] = ['contains', 'is', 'is_not', 'begins', 'not_empty', 'empty']
const choice: FilterOp[] = ['any_of', 'is_not', 'not_empty', 'empty']

export const opsOf: Record<Kind, FilterOp[]> = {
  text,
  url: text,
  company: text,
  phone: ['contains', 'is', 'begins', 'not_empty', 'empty'],
  tags: choice,
  owner: choice,
  select: choice,
  boolean: ['is', 'not_empty', 'empty'],
  moment: ['after', 'before', 'is', 'not_empty', 'empty'],
  date: ['after', 'before', 'is', 'is_not', 'not_empty', 'empty'],
  count: ['at_least', 'at_most', 'is', 'is_not'],
  number: ['is', 'is_not', 'greater', 'less', 'at_least', 'at_most', 'not_empty', 'empty'],
}

/** Whether there is something to compare with. */
export function takesValue(op: FilterOp): boolean {
  return op !== 'empty' && op !== 'not_empty'
}

/** From the address of the page, which anybody may have written: what is no condition is left out. */
export function readFilter(given: unknown): Filter | undefined {
  if (!Array.isArray(given)) return undefined
  return given.filter((each): each is Filter[number] => isCondition(each) || (Array.isArray(each?.any) && each.any.every(isCondition)))
}

const ops = new Set<string>(Object.values(opsOf).flat())

function isCondition(given: unknown): given is Condition {
  if (typeof given !== 'object' || given === null) return false
  const { field, op } = given as Record<string, unknown>
  return typeof field === 'string' && field !== '' && typeof op === 'string' && ops.has(op)
}

/** As the API takes it. */
export function writeFilter(filter: Filter | undefined): string | undefined {
  return filter?.length ? JSON.stringify(filter) : undefined
}
