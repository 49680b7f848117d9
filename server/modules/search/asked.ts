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

/** A letter of a script without spaces (unspaced_letters() in the database). */
export const unspaced =
  /[\u0E01-\u0E3A\u0E40-\u0E4E\u0E50-\u0E59\u0E81-\u0EDF\u1000-\u1049\u1050-\u109F\u1780-\u17D3\u17D7\u17DC-\u17E9\uA9E0-\uA9FE\uAA60-\uAA7F\u2E80-\u2FDF\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3041-\u309A\u309D-\u309F\u30A1-\u30FA\u30FC-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFF66-\uFF9F\u{20000}-\u{3FFFF}]/u

const unspacedRun = new RegExp(String.raw`(?:${unspaced.source}[\u200B-\u200D\u2060]*)+`, 'gu')

/** One by one, to be marked where they stand; each run of letters without spaces is one. */
export function splitWords(words: string): string[] {
  return words.normalize('NFKC').toLowerCase()
    .replaceAll(unspacedRun, (run) => ` ${run.replaceAll(/[\u200B-\u200D\u2060]/g, '')} `)
    .split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '')
}
