// Where words stand in a text, as they were searched: without regard to case and accents, at the beginning of words, and
// anywhere in scripts without spaces.

import { unspaced } from './asked.ts'

const excerptLength = 160

/** Places of the words in the text, in order: [from, to) in UTF-16 units. None overlap. */
export function findMarks(text: string, words: readonly string[]): [number, number][] {
  const { plain, place, end: endOf } = fold(text)
  const found = words.flatMap((word) => placesOf(plain, fold(word).plain)).toSorted(([a], [b]) => a - b)
  const marks: [number, number][] = []
  for (const [from, to] of found) {
    const last = marks.at(-1)
    const [start, end] = [place(from), endOf(to)]
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
  const found = first === Infinity ? 0 : place(first)
  const from = beginOf(line, Math.max(0, found - excerptLength / 4), found)
  const to = from + excerptLength
  const cut = line.slice(from, to).toWellFormed()
  return `${from > 0 ? '…' : ''}${cut}${to < line.length ? '…' : ''}`
}

/** From the beginning of a word on, where there is one before what was found. */
function beginOf(line: string, wanted: number, found: number): number {
  const space = wanted === 0 ? -1 : line.indexOf(' ', wanted)
  if (space !== -1 && space < found) return space + 1
  return /[\uDC00-\uDFFF]/.test(line.charAt(wanted)) ? wanted + 1 : wanted
}

interface Folded {
  plain: string
  /** Where a unit of `plain` stood in the text. */
  place(at: number): number
  /** Where what is before a unit of `plain` ended, with its signs. */
  end(at: number): number
}

const accented = /[^\0-\x7f]/

/**
 * What is folded at once: ASCII; a letter of Hangul in its parts; any other, with the sign that makes a syllable of Japanese a voiced one.
 * Spaces and what nobody sees are nothing between letters without spaces.
 */
const pieces = new RegExp(
  String.raw`(?<gap>(?<=${unspaced.source})(?:[\u200B-\u200D\u2060]+|\s+(?=${unspaced.source})))|[\x21-\x7f]+|[\u1100-\u1112][\u1161-\u1175][\u11A8-\u11C2]?|.[\u3099\u309A\uFF9E\uFF9F]?`, 'gsu',
)

/** Lower case without accents. Most texts, and most of each, are ASCII: one of 50,000 letters takes 0.5 ms, not 18. */
function fold(text: string): Folded {
  if (!accented.test(text)) return { plain: text.toLowerCase(), place: (at) => at, end: (at) => at }
  const [places, ends]: [number[], number[]] = [[], []]
  let plain = ''
  for (const { 0: piece, index, groups } of text.matchAll(pieces)) {
    if (groups!.gap !== undefined) continue
    const ascii = piece <= '\x7f'
    const folded = ascii ? piece.toLowerCase() : foldLetter(piece)
    for (let unit = 0; unit < folded.length; unit++) {
      places.push(ascii ? index + unit : index)
      ends.push(ascii ? index + unit + 1 : index + piece.length)
    }
    // A sign belongs to what is before it.
    if (folded === '' && ends.length > 0) ends[ends.length - 1] = index + piece.length
    plain += folded
  }
  return { plain, place: (at) => places[at]!, end: (at) => ends[at - 1]! }
}

/** Those of a script in which a word is another one without them are kept. */
const signs = /[[\p{M}\u0640]--[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3099\u309A\uAA60-\uAA7F]]/gv

/** As the database does (fold_letters): in one piece again what is a letter of several, as those of Hangul. */
function foldLetter(letter: string): string {
  const lower = letter.normalize('NFKD').replaceAll(signs, '').normalize('NFC').toLowerCase()
  return unaccented[lower] ?? lower
}

/** What is no letter with an accent to Unicode. */
const unaccented: Record<string, string> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ς: 'σ', ٱ: 'ا', ى: 'ي', ی: 'ي', ک: 'ك',
}

const wordLetter = /[\p{L}\p{N}]/u

function placesOf(plain: string, word: string): [number, number][] {
  const found: [number, number][] = []
  for (let at = firstPlace(plain, word); at !== undefined; at = firstPlace(plain, word, at + word.length)) found.push([at, at + word.length])
  return found
}

/** The first that is not before `from`. */
function firstPlace(plain: string, word: string, from = 0): number | undefined {
  // Of signs alone nothing is left.
  if (word === '') return undefined
  for (let at = plain.indexOf(word, from); at !== -1; at = plain.indexOf(word, at + word.length)) {
    if (at === 0 || !wordLetter.test(plain[at - 1]!) || unspaced.test(plain[at - 1]!) || unspaced.test(word)) return at
  }
  return undefined
}
