// How likely two contacts are one person, and why.

import { nameKey, soundKey } from './names.ts'

export const duplicateReasons = ['same_address', 'same_phone', 'same_name', 'similar_name', 'same_company'] as const

export type DuplicateReason = (typeof duplicateReasons)[number]

export interface Compared {
  name: string
  company_id: string | null
}

export interface Verdict {
  /** 0 to 1. */
  score: number
  reasons: DuplicateReason[]
}

/** `shared` is what they have in common beside names. Undefined: too little to show anybody. */
export function judge(a: Compared, b: Compared, shared: { address: boolean; phone: boolean }): Verdict | undefined {
  const sameName = nameKey(a.name) === nameKey(b.name)
  const similarName = !sameName && soundKey(a.name) === soundKey(b.name)
  const sameCompany = a.company_id !== null && a.company_id === b.company_id
  const otherCompany = a.company_id !== null && b.company_id !== null && !sameCompany
  const isFullName = nameKey(a.name).includes(' ')

  // Each is evidence of its own: what is left of the doubt after all of them.
  const evidence = [
    shared.address ? 0.6 : 0,
    shared.phone ? 0.45 : 0,
    sameName ? (isFullName ? 0.6 : 0.3) : similarName ? (isFullName ? 0.45 : 0.2) : 0,
    sameCompany && (sameName || similarName) ? 0.7 : 0,
  ]
  const doubt = evidence.reduce((left, each) => left * (1 - each), 1)
  // A family has one address and an office one phone: another name speaks against it, and so does another company.
  const nameless = a.name.includes('@') || b.name.includes('@')
  const otherName = sameName || similarName || nameless ? 0 : haveWordInCommon(a.name, b.name) ? 0.15 : 0.4
  const against = otherName + (otherCompany ? 0.4 : 0)
  const score = Math.round((1 - doubt) * (1 - against) * 100) / 100
  if (score < threshold) return undefined
  const reasons = [
    ...(shared.address ? ['same_address' as const] : []),
    ...(shared.phone ? ['same_phone' as const] : []),
    ...(sameName ? ['same_name' as const] : similarName ? ['similar_name' as const] : []),
    ...(sameCompany ? ['same_company' as const] : []),
  ]
  return { score, reasons }
}

function haveWordInCommon(a: string, b: string): boolean {
  const words = new Set(nameKey(a).split(' '))
  return nameKey(b).split(' ').some((word) => words.has(word))
}

/** Two of the same full name of whom one has no company are above it, two of different companies are not. */
const threshold = 0.5
