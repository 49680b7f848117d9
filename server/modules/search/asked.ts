// What somebody asks for: words, and filters that say more of what is sought (`lunch from:ada in:"long name" before:2026-03-01`).

export interface Asked {
  words: string
  from: string[]
  in: string[]
  has: string[]
  before: string[]
  after: string[]
}

/** Filters by name, and the words that are left. */
export function readQuery(q: string): Asked {
  const asked: Asked = { words: '', from: [], in: [], has: [], before: [], after: [] }
  asked.words = q.replace(/(?<!\S)(from|in|has|before|after):(?:"([^"]*)"|(\S+))/gi, (_, name: string, quoted?: string, plain?: string) => {
    asked[name.toLowerCase() as 'from'].push((quoted ?? plain)!.trim())
    return ' '
  }).replace(/\s+/g, ' ').trim()
  return asked
}

export function hasFilters({ words: _, ...filters }: Asked): boolean {
  return Object.values(filters).some((values) => values.length > 0)
}

/** One by one, to be marked where they stand. */
export function splitWords(words: string): string[] {
  return words.normalize('NFC').toLowerCase().split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '')
}
