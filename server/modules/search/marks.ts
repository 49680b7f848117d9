// Where words stand in a text, as they were searched: without regard to case and accents, at the beginning of words.

const excerptLength = 160

/** Places of the words in the text, in order: [from, to) in UTF-16 units. None overlap. */
export function findMarks(text: string, words: readonly string[]): [number, number][] {
  const { plain, places } = fold(text)
  const found = words.flatMap((word) => placesOf(plain, word)).toSorted(([a], [b]) => a - b)
  const marks: [number, number][] = []
  for (const [from, to] of found) {
    const last = marks.at(-1)
    const [start, end] = [places[from]!, places[to]!]
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else marks.push([start, end])
  }
  return marks
}

/** The part of a text in which the first of the words stands; its beginning when none does. */
export function cutExcerpt(text: string, words: readonly string[]): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  const [first] = findMarks(line, words)
  const wanted = Math.max(0, (first?.[0] ?? 0) - excerptLength / 4)
  // From the beginning of a word on.
  const from = wanted === 0 ? 0 : line.indexOf(' ', wanted) + 1
  const to = from + excerptLength
  const cut = line.slice(from, to).toWellFormed()
  return `${from > 0 ? '…' : ''}${cut}${to < line.length ? '…' : ''}`
}

/** Lower case without accents, and where each of its units, and the end, stood in the text. */
function fold(text: string): { plain: string; places: number[] } {
  let plain = ''
  const places: number[] = []
  let at = 0
  for (const letter of text) {
    const folded = letter.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
    for (let unit = 0; unit < folded.length; unit++) places.push(at)
    plain += folded
    at += letter.length
  }
  return { plain, places: [...places, at] }
}

const wordLetter = /[\p{L}\p{N}]/u
const unspaced = /[\u2E80-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFF66-\uFF9F]/

function placesOf(plain: string, word: string): [number, number][] {
  const found: [number, number][] = []
  for (let at = plain.indexOf(word); at !== -1; at = plain.indexOf(word, at + word.length)) {
    const begins = at === 0 || !wordLetter.test(plain[at - 1]!) || unspaced.test(word)
    if (begins) found.push([at, at + word.length])
  }
  return found
}
