// What a custom field's value may be, by the field's type, and how it is stored.

import { normalizeUrl } from './urls.ts'
import type { Field } from './contract.ts'

export type FieldValue = string | number | boolean

/** What is wrong with a value; its message says what one should be. */
export class WrongValue extends Error {}

/** The value as it is stored; null for one that is empty. Throws WrongValue. */
export function normalizeValue({ label, type, options }: Pick<Field, 'label' | 'type' | 'options'>, given: unknown): FieldValue | null {
  const value = typeof given === 'string' ? given.trim() : given
  if (value === null || value === '') return null
  const normalized = typeof value === 'object' || value === undefined ? undefined : normalizers[type](value as FieldValue, options)
  if (normalized === undefined) throw new WrongValue(`${quote(given)} is no value of “${label}”: ${wanted(type, options)}.`)
  return normalized
}

type Normalize = (value: FieldValue, options: Field['options']) => FieldValue | undefined

const normalizers: Record<Field['type'], Normalize> = {
  text: (value) => (String(value).length <= longestText ? String(value) : undefined),
  number: (value) => {
    const number = typeof value === 'string' && /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value) ? Number(value) : value
    return typeof number === 'number' && Number.isFinite(number) ? number : undefined
  },
  date: (value) => {
    const text = /^(\d{4}-\d\d-\d\d)(T[\d:.]+(Z|[+-]\d\d:\d\d)?)?$/.exec(String(value))?.[1]
    return text && isDay(text) ? text : undefined
  },
  select: (value, options) => {
    const wanted = String(value).toLowerCase()
    const byKey = options.find(({ key }) => key.toLowerCase() === wanted)
    return (byKey ?? options.find(({ label }) => label.toLowerCase() === wanted))?.key
  },
  url: (value) => (typeof value === 'string' && value.length <= 2_000 ? normalizeUrl(value) : undefined),
  boolean: (value) => booleans.get(String(value).toLowerCase()),
}

const longestText = 10_000

const booleans = new Map(
  Object.entries({ true: true, yes: true, on: true, 1: true, x: true, false: false, no: false, off: false, 0: false }),
)

/** A day that there is. */
export function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

function wanted(type: Field['type'], options: Field['options']): string {
  if (type === 'select') return `it is one of ${options.map(({ label }) => label).join(', ') || '(no options yet)'}`
  return {
    text: `it is text of up to ${longestText} characters`,
    number: 'it is a number, with a point before decimals',
    date: 'it is a day, as 2026-03-31',
    url: 'it is a web address',
    boolean: 'it is true or false',
  }[type]
}

function quote(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value) ?? 'nothing'
  return `“${text.length > 100 ? `${text.slice(0, 100)}…` : text}”`
}
