// Conditions of a filter: which ways of asking each kind of value has, and how they travel in the address of the page.

import type { Schemas } from '@/api/client.ts'

export type ContactFilter = Schemas['ContactFilter']
export type Condition = Schemas['Condition']
export type FilterOp = Condition['op']

export type Kind = 'text' | 'url' | 'phone' | 'tags' | 'owner' | 'company' | 'moment' | 'date' | 'number' | 'select' | 'boolean'

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
  number: ['is', 'is_not', 'greater', 'less', 'at_least', 'at_most', 'not_empty', 'empty'],
}

/** Whether there is something to compare with. */
export function takesValue(op: FilterOp): boolean {
  return op !== 'empty' && op !== 'not_empty'
}

/** From the address of the page, which anybody may have written: what is no condition is left out. */
export function readFilter(given: unknown): ContactFilter | undefined {
  if (!Array.isArray(given)) return undefined
  return given.filter((each): each is ContactFilter[number] => isCondition(each) || (Array.isArray(each?.any) && each.any.every(isCondition)))
}

const ops = new Set<string>(Object.values(opsOf).flat())

function isCondition(given: unknown): given is Condition {
  if (typeof given !== 'object' || given === null) return false
  const { field, op } = given as Record<string, unknown>
  return typeof field === 'string' && field !== '' && typeof op === 'string' && ops.has(op)
}
