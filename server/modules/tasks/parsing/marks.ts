// What stands in a line with a sign before it: !high #label @member ^person-or-company, and est 30m. Each is a span of the text; what stands in
// quotation marks is never read.

import type { Task } from '../contract.ts'

export interface Span {
  /** [from, to) in UTF-16 units. */
  from: number
  to: number
}

export type Mark = Span & (
  | { kind: 'priority'; priority: Task['priority'] }
  | { kind: 'label'; label: string }
  | { kind: 'estimate'; minutes: number }
  /** `words` are those behind the sign that may belong to the name, where it is not in quotation marks: each with its end. */
  | { kind: 'assignee' | 'about'; names: { name: string; to: number }[] }
)

export type Locale = 'en' | 'de'

/** In the order in which they stand. */
export function findMarks(text: string): Mark[] {
  const marks = [...text.matchAll(/(?<=^|\s)(?:([!#@^])(?:"([^"]+)"|(\S+))|(?:(?:est|estimate|dauer) +|~)(\S+(?: ?(?:m|min|h|std)\b)?)(?=\s|$))/giu)].flatMap((match): Mark[] => {
    const [whole, sign, quoted, plain, length] = match
    const span = { from: match.index, to: match.index + whole.length }
    if (length !== undefined) return estimate(length, span)
    const name = (quoted ?? plain!).replace(/[.,;:]+$/, '')
    // A comma behind a word is the sentence's.
    const to = quoted === undefined ? span.to - (plain!.length - name.length) : span.to
    if (name === '') return []
    if (sign === '!') return priority(name, { ...span, to })
    if (sign === '#') return /^\d+$/.test(name) && quoted === undefined ? [] : [{ ...span, to, kind: 'label', label: name }]
    return [{ from: span.from, to, kind: sign === '@' ? 'assignee' : 'about', names: quoted === undefined ? longer(text, { name, to }) : [{ name, to }] }]
  })
  return marks.filter(({ from, to }) => !quotations(text).some((quoted) => quoted.from < from && to <= quoted.to))
}

/** Of text in quotation marks that have no sign before them, marks included. */
export function quotations(text: string): Span[] {
  return [...text.matchAll(/(?<=^|\s)["“„]([^"“”„]+)["”“]/gu)].map(({ index, 0: whole }) => ({ from: index, to: index + whole.length }))
}

const names: Record<string, Task['priority']> = {
  none: 'none', low: 'low', medium: 'medium', med: 'medium', high: 'high', urgent: 'urgent', keine: 'none', niedrig: 'low', mittel: 'medium', hoch: 'high', dringend: 'urgent',
}

/** A word or the beginning of one; `!!` is high and `!!!` urgent. What is none is said with an exclamation mark. */
function priority(word: string, span: Span): Mark[] {
  if (word === '!' || word === '!!') return [{ ...span, kind: 'priority', priority: word === '!' ? 'high' : 'urgent' }]
  const found = Object.keys(names).find((name) => name.startsWith(word.toLowerCase()))
  return found ? [{ ...span, kind: 'priority', priority: names[found]! }] : []
}

/** `30m`, `1h30`, `1h30m`, `1.5h`, `2 h`, `90min`. */
function estimate(text: string, span: Span): Mark[] {
  const match = /^(?:(\d+(?:[.,]\d+)?) ?(?:h|std)(?: ?(\d+) ?(?:m|min)?)?|(\d+) ?(?:m|min))$/i.exec(text)
  if (!match) return []
  const [, hours = '0', more = '0', minutes = more] = match
  const total = Math.round(Number(hours.replace(',', '.')) * 60) + Number(minutes)
  return total >= 1 && total <= 1_000_000 ? [{ ...span, kind: 'estimate', minutes: total }] : []
}

/** The name as it stands, and with up to three words behind it; the longest first. */
function longer(text: string, first: { name: string; to: number }): { name: string; to: number }[] {
  const found = [first]
  const words = /\s+([\p{L}\p{M}][\p{L}\p{M}\p{N}.'’&-]*)/uy
  words.lastIndex = first.to
  for (let match = words.exec(text); match && found.length < 4; match = words.exec(text)) {
    const before = found[0]!
    found.unshift({ name: `${before.name} ${match[1]}`, to: words.lastIndex })
  }
  return found
}

/** The text with these spans made blank, so that all else stays where it is. */
export function blank(text: string, spans: Span[]): string {
  return spans.reduce((left, { from, to }) => left.slice(0, from) + '\uFFFC'.repeat(to - from) + left.slice(to), text)
}
