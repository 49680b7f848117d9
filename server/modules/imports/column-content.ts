// What a column means by what stands in it, for headers that say nothing.

import { normalizeAddress } from './mail-addresses.ts'
import type { Meaning } from './columns.ts'

export interface ContentGuess {
  meaning: Meaning
  /** Share of the cells that look so, weighed by how telling the look is. */
  confidence: number
}

/** The best guess from some cells of a column; undefined when they look like nothing in particular. */
export function readContent(cells: string[]): ContentGuess | undefined {
  const given = cells.map((cell) => cell.trim()).filter(Boolean)
  if (given.length === 0) return undefined
  for (const [meaning, looks, weight] of looksOf) {
    const share = given.filter(looks).length / given.length
    if (share >= 0.6) return { meaning, confidence: share * weight }
  }
  return undefined
}

/** Whether a cell holds an address: such a cell stands in no header. */
export function isAddress(cell: string): boolean {
  return /^\S+@\S+\.\S+$/.test(cell.trim()) && normalizeAddress(cell) !== undefined
}

const looksOf: [Meaning, (cell: string) => boolean, number][] = [
  ['email', (cell) => cell.split(/[;,\s]+/).every(isAddress), 0.95],
  // An area code and separators; years, sums and dates have neither.
  ['phone', (cell) => /^(?:\+|00|\(?0)[\d\s()/.-]{6,24}\d(?:\s*(?:x|ext\.?)\s*\d+)?$/i.test(cell) && !/^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}$/.test(cell), 0.8],
  ['name', (cell) => /^\p{Lu}[\p{L}'’.-]*(?:[ ,]+(?:(?:van|von|de|der|den|da|di|la|le|el|al|bin) )*\p{Lu}[\p{L}'’.-]*){1,3}$/u.test(cell), 0.5],
]
