// When a line says that something is due. chrono-node finds what may be a date; here is decided whether it is meant: “fri 3pm” is, and the fri of a
// “fri menu”, the sun of a “sun cream”, a “may” and 24/7 are not.

import type { Chrono, ParsedComponents, ParsedResult } from 'chrono-node'
import { findZone } from '#platform/zones'
import type { Locale, Span } from './marks.ts'

export interface Due extends Span {
  due_on: string
  due_time: string | null
  starts_on: string | null
}

interface Place {
  now: number
  zone: string
  locale: Locale
}

/** The last that is meant, in a text in which what is something else is blank (marks.ts). */
export async function findDue(text: string, { now, zone, locale }: Place): Promise<Due | undefined> {
  const chrono = await chronoOf(locale)
  const { toClock } = findZone(zone)!
  // The clock there as if it were the server's own, in which chrono reckons: so what comes of it is the same on every server.
  const clock = toClock(now)
  const wall = new Date(clock)
  const here = new Date(wall.getUTCFullYear(), wall.getUTCMonth(), wall.getUTCDate(), wall.getUTCHours(), wall.getUTCMinutes())
  const results = chrono.parse(text, here, { forwardDate: true })
  return results.filter((result) => isMeant(result, text)).flatMap((result) => toDue(result, { text, clock, toClock })).at(-1)
}

// Loaded when somebody writes the first line: it takes a quarter of a second.
const loaded = new Map<Locale, Promise<Chrono>>()

function chronoOf(locale: Locale): Promise<Chrono> {
  const known = loaded.get(locale)
  if (known) return known
  const loading = load(locale)
  loaded.set(locale, loading)
  return loading
}

async function load(locale: Locale): Promise<Chrono> {
  if (locale === 'de') {
    const chrono = (await import('chrono-node/de')).casual.clone()
    // It reads “24.12.2026”, and not the “24.12.” of this year or the next.
    chrono.parsers.push({
      pattern: () => /(?<![\d.])(\d{1,2})\. ?(\d{1,2})\.(?!\d)/,
      extract: (_context, [, day, month]) => (isDayOfYear(Number(day), Number(month)) ? { day: Number(day), month: Number(month) } : null),
    })
    return chrono
  }
  const chrono = (await import('chrono-node/en')).casual.clone()
  // Of that it would read the last word alone, and a day too early.
  chrono.parsers.unshift({
    pattern: () => /\b(?:the )?day after tomorrow\b/i,
    extract: (context) => {
      const day = new Date(context.reference.getDateWithAdjustedTimezone())
      day.setDate(day.getDate() + 2)
      return { year: day.getFullYear(), month: day.getMonth() + 1, day: day.getDate() }
    },
  })
  return chrono
}

/** The 29 February is one, and found in the years that have it. */
function isDayOfYear(day: number, month: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && new Date(Date.UTC(2024, month - 1, day)).getUTCMonth() === month - 1
}

const leading = /(?:^|[\s\uFFFC])(?:(?:due|by|on|at|until|till|before|next|this|from|bis|am|um|zum|vor|ab|fällig|nächste[nrs]?|diese[nrs]?|kommende[nrs]?)[ \uFFFC]+)+$/i
const shortDay = /^(?:mon|tues?|wed|thur?s?|fri|sat|sun|mo|di|mi|do|fr|sa|so)\.?$/i
const past = /(?:^|\s)(?:last|past|previous|letzte[mnrs]?|vergangene[mnrs]?|vorige[mnrs]?)\s/i
const alsoWords = /^(?:sat|sun|wed|so|do|mi|di|sa)\.?$/

/** Whether it is a date, and not a word that looks like one. */
function isMeant({ index, text: said, start }: ParsedResult, text: string): boolean {
  const [before, behind] = [text.slice(0, index), text.slice(index + said.length)]
  const isLed = leading.test(before) || /^(?:next|this|on|by|am|bis|nächste|kommende|diese)/i.test(said)
  const isTimed = start.isCertain('hour')
  const tags = start.tags()
  if (tags.has('casualReference/now') || /^(?:now|jetzt)$/i.test(said)) return false
  // “5 min”, “100 days”: how long, not when.
  if (tags.has('result/relativeDate') && /^\d/.test(said)) return false
  if (shortDay.test(said)) return isLed || (/^[\s\uFFFC]*$/.test(behind) && !alsoWords.test(said))
  // Chrono looks forward from the last Friday to the next one.
  if (past.test(`${/\S*\s$/.exec(before)?.[0] ?? ''}${said}`)) return false
  // “Book of the month”, “plan the week”.
  if (tags.has('result/relativeDate') && /^(?:in )?the \w+$/i.test(said)) return false
  // 1/2 of something, 24/7, chapter 3.2.
  if (/^(?:\d{1,2}\/\d{1,2}|\d{1,2}\. ?\d{1,2}\.)$/.test(said)) return isLed
  const hasDay = start.isCertain('day') || start.isCertain('weekday')
  return hasDay || isTimed || tags.has('result/relativeDate') || /^(?:this|heute|diesen?) /i.test(said)
}

interface Reading {
  text: string
  clock: number
  toClock: (time: number) => number
}

const day = 86_400_000

/** Nothing for what is over. */
function toDue({ index, text: said, start, end }: ParsedResult, { text, clock, toClock }: Reading): Due[] {
  const from = index - (leading.exec(text.slice(0, index))?.[0].replace(/^[\s\uFFFC]/, '').length ?? 0)
  const begins = toMoment(start, said, { clock, toClock })
  const ends = end ? toMoment(end, said, { clock, toClock }) : begins
  const today = Math.floor(clock / day) * day
  if (ends.date < today || ends.date > Date.UTC(9999, 0)) return []
  return [{
    from,
    to: index + said.length,
    due_on: toDay(ends.date),
    due_time: ends.time,
    starts_on: begins.date < ends.date ? toDay(begins.date) : null,
  }]
}

function toMoment(found: ParsedComponents, said: string, { clock, toClock }: Pick<Reading, 'clock' | 'toClock'>): { date: number; time: string | null } {
  const date = Date.UTC(found.get('year')!, found.get('month')! - 1, found.get('day')!)
  if (!found.isCertain('hour')) return { date, time: null }
  const hour = found.get('hour')!
  // Of what is so long from now the offset is the server's.
  const offset = found.tags().has('result/relativeDate') ? null : found.get('timezoneOffset')
  // “3pm PST”: on the clocks of whoever writes.
  const stated = date + hour * 3_600_000 + (found.get('minute') ?? 0) * 60_000
  const moment = found.isCertain('timezoneOffset') && offset !== null ? toClock(stated - offset * 60_000) : stated + afternoon(found, said, clock)
  return { date: Math.floor(moment / day) * day, time: new Date(moment).toISOString().slice(11, 16) }
}

/** “at 3” is in the afternoon: today when that is still to come. In milliseconds more than what was read. */
function afternoon(found: ParsedComponents, said: string, clock: number): number {
  const hour = found.get('hour')!
  if (found.isCertain('meridiem') || hour < 1 || hour > 6 || /\b0\d|:/.test(said)) return 0
  const today = Math.floor(clock / day) * day
  const read = Date.UTC(found.get('year')!, found.get('month')! - 1, found.get('day')!)
  const isOpen = !found.isCertain('day') && !found.isCertain('weekday')
  const isTooLate = isOpen && read > today && today + (hour + 12) * 3_600_000 + (found.get('minute') ?? 0) * 60_000 > clock
  return day / 2 - (isTooLate ? day : 0)
}

function toDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}
