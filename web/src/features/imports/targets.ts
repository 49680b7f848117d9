// What columns can mean, and what each of a file does: as the server suggests, unless somebody has said otherwise.

import type { Schemas } from '@/api/client.ts'
import type { ImportOptions } from './drafts.ts'

type Preview = Schemas['ImportPreview']

export const meanings = [
  'name', 'given_name', 'middle_name', 'family_name', 'email', 'email:work', 'email:home', 'phone', 'phone:mobile', 'phone:work', 'phone:home',
  'company', 'title', 'tags', 'birthday', 'owner', 'id',
] as const

export type Meaning = (typeof meanings)[number]

const lists = ['email', 'phone', 'tags', 'ignore', 'field']
const identifying = ['name', 'given_name', 'family_name', 'email', 'phone', 'id']

const kindOf = (target: string) => target.split(':')[0]!

export function targetsOf({ columns }: Preview, { mapping }: ImportOptions): string[] {
  return columns.map(({ header, target }) => mapping?.[header] ?? target)
}

/** The mapping when a column means something else. What meant the same before, and may do so only once, becomes a field. */
export function changeTarget({ columns }: Preview, targets: string[], place: number, target: string): Record<string, string> {
  const rival = (other: string, index: number) => index !== place && !lists.includes(kindOf(target)) && other === target
  const next = targets.map((other, index) => (index === place ? target : rival(other, index) ? `field:${columns[index]!.header}` : other))
  return Object.fromEntries(columns.map(({ header }, index) => [header, next[index]!]))
}

/** Whether it can be imported so: of a table, people must be recognized, or called, by some column. */
export function isReady(preview: Preview, options: ImportOptions): boolean {
  return preview.columns.length === 0 || targetsOf(preview, options).some((target) => identifying.includes(kindOf(target)))
}
