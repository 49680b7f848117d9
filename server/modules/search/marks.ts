// Where words stand in a text, as they were searched: without regard to case and accents, at the beginning of words.

const excerptLength = 160

/** Places of the words in the text, in order: [from, to) in UTF-16 units. None overlap. */
export function findMarks(text: string, words: readonly string[]): [number, number][] {
  const { plain, place } = fold(text)
  const found = words.flatMap((word) => placesOf(plain, fold(word).plain)).toSorted(([a], [b]) => a - b)
  const marks: [number, number][] = []
  for (const [from, to] of found) {
    const last = marks.at(-1)
    const [start, end] = [place(from), place(to)]
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else marks.push([start, end])
  }
  return marks
}

/** The part of a text in which the first of the words stands; its beginning when none does. */
export function cutExcerpt(text: string, words: readonly string[]): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  const { plain, place } = fold(line)
  const first = Math.min(...words.map((word) => firstPlace(plain, fold(word).plain) ?? Infinity))
  const wanted = first === Infinity ? 0 : Math.max(0, place(first) - excerptLength / 4)
  // From the beginning of a word on.
  const from = wanted === 0 ? 0 : line.indexOf(' ', wanted) + 1
  const to = from + excerptLength
  const cut = line.slice(from, to).toWellFormed()
  return `${from > 0 ? '…' : ''}${cut}${to < line.length ? '…' : ''}`
}

interface Folded {
  plain: string
  /** Where a unit of `plain`, or its end, stood in the text. */
  place(at: number): number
}

const accented = /[^\0-\x7f]/

/** Lower case without accents. Most texts, and most of each, are ASCII: one of 50,000 letters takes 0.5 ms, not 18. */
function fold(text: string): Folded {
  if (!accented.test(text)) return { plain: text.toLowerCase(), place: (at) => at }
  const places: number[] = []
  let plain = ''
  let at = 0
  for (const letter of text) {
    const folded = letter <= '\x7f' ? letter.toLowerCase() : foldLetter(letter)
    for (let unit = 0; unit < folded.length; unit++) places.push(at)
    plain += folded
    at += letter.length
  }
  places.push(at)
  return { plain, place: (unit) => places[unit]! }
}

/** As the database does (unaccent): in one piece again what is a letter of several, as those of Hangul. */
function foldLetter(letter: string): string {
  const lower = letter.normalize('NFKD').replaceAll(/\p{M}/gu, '').normalize('NFC').toLowerCase()
  return unaccented[lower] ?? lower
}

/** What is no letter with an accent to Unicode. */
const unaccented: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }

const wordLetter = /[\p{L}\p{N}]/u
const unspaced = /[\u2E80-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFF66-\uFF9F]/

function placesOf(plain: string, word: string): [number, number][] {
  const found: [number, number][] = []
  for (let at = firstPlace(plain, word); at !== undefined; at = firstPlace(plain, word, at + word.length)) found.push([at, at + word.length])
  return found
}

/** The first that is not before `from`. */
function firstPlace(plain: string, word: string, from = 0): number | undefined {
  for (let at = plain.indexOf(word, from); at !== -1; at = plain.indexOf(word, at + word.length)) {
    if (at === 0 || !wordLetter.test(plain[at - 1]!) || unspaced.test(word)) return at
  }
  return undefined
}
