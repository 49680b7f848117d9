// By which words a person is found wherever they stand, and what stands there afterwards.

export interface ErasedWord {
  /** A regular expression of PostgreSQL, for the word on its own. */
  find: string
  put: string
  /** A pattern that is quicker: whatever is found is like it. */
  like: string
}

export interface Person {
  /** Lower case, and nobody else's. */
  addresses: string[]
  /** Whole names that nobody else has. */
  names: string[]
  /** As they were written. */
  phones: string[]
}

/** Each address becomes another that leads nowhere, so that two are still two; names and phones become one word. */
export function wordsOf({ addresses, names, phones }: Person, erasureId: string): ErasedWord[] {
  const mark = erasureId.replaceAll('-', '').slice(-12)
  const words = [
    ...addresses.map((address, n) => ({ text: address, put: `erased-${mark}-${n}@erased.invalid` })),
    ...[...names, ...phones].map((text) => ({ text, put: '[erased]' })),
  ]
  // Longer ones first: one may be part of another. In JSON, quotes and backslashes are written otherwise.
  const sorted = words.toSorted((a, b) => b.text.length - a.text.length)
  return sorted.flatMap(({ text, put }) => [...new Set([text, JSON.stringify(text).slice(1, -1)])].map((form) => toWord(form, put)))
}

function toWord(text: string, put: string): ErasedWord {
  const parts = text.trim().split(/\s+/)
  const escaped = parts.map((part) => part.replaceAll(/[.^$*+?()[\]{}|\\-]/g, '\\$&')).join('\\s+')
  const like = parts.map((part) => part.replaceAll(/[\\%_]/g, '\\$&')).join('%')
  // Not where it is part of a longer word: ann@example.org in joann@example.org, or before .uk; but as a file's name.
  return { find: `(?<![\\w.+%-])${escaped}(?![\\w-]|\\.(?!(${fileTypes})\\M)\\w)`, put, like: `%${like}%` }
}

const fileTypes = 'eml|mbox|csv|tsv|txt|xlsx|vcf|ics|json|zip|gz'
