// “every monday”, “alle 2 Wochen”: a rule by which a task comes again (RFC 5545).

import type { Span } from './marks.ts'

export interface Repetition extends Span {
  rule: string
}

const weekdays = [
  ['MO', 'mondays?|mon|montags?|mo'], ['TU', 'tuesdays?|tues?|dienstags?|di'], ['WE', 'wednesdays?|wed|mittwochs?|mi'], ['TH', 'thursdays?|thur?s?|donnerstags?|do'],
  ['FR', 'fridays?|fri|freitags?|fr'], ['SA', 'saturdays?|sat|samstags?|sonnabends?|sa'], ['SU', 'sundays?|sun|sonntags?|so'],
] as const
const weekday = weekdays.map(([, words]) => words).join('|')
const units: Record<string, string> = { day: 'DAILY', tag: 'DAILY', week: 'WEEKLY', woche: 'WEEKLY', month: 'MONTHLY', monat: 'MONTHLY', year: 'YEARLY', jahr: 'YEARLY' }
const adverbs: Record<string, string> = {
  daily: 'DAILY', weekly: 'WEEKLY', monthly: 'MONTHLY', yearly: 'YEARLY', annually: 'YEARLY', 'täglich': 'DAILY', 'wöchentlich': 'WEEKLY', monatlich: 'MONTHLY',
  'jährlich': 'YEARLY',
}
const every = 'every|each|jede[nrs]?|alle'
const ordinals: Record<string, number> = {
  first: 1, '1st': 1, second: 2, '2nd': 2, third: 3, '3rd': 3, fourth: 4, '4th': 4, last: -1,
  ersten: 1, '1.': 1, zweiten: 2, '2.': 2, dritten: 3, '3.': 3, vierten: 4, '4.': 4, letzten: -1,
}
const ordinal = Object.keys(ordinals).map((word) => word.replace('.', '\\.')).join('|')
const ofMonth = ' (?:of (?:the|each|every) month|(?:im|des|jedes|eines) monats?)'

// A word ends where no letter follows, of whatever alphabet.
const patterns: [RegExp, (match: RegExpMatchArray) => string | undefined][] = [
  [pattern(`(?:${every}) (weekday|workday|werktage?|arbeitstage?)`), () => 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
  [pattern(`(?:${every}) (?:last|letzten) (?:day|tag)${ofMonth}`), () => 'FREQ=MONTHLY;BYMONTHDAY=-1'],
  [pattern(`(?:${every}) (${ordinal}) (${weekday})(${ofMonth})?`), ([, of, day, month]) => nthOfMonth(ordinals[of!.toLowerCase()]!, weekdaysIn(day!), month)],
  [pattern(`(?:${every}) (other |(?:second|zweiten?) )?((?:${weekday})(?:(?:, ?| and | und | & )(?:${weekday}))*)`), ([, other, days]) =>
    `FREQ=WEEKLY${other ? ';INTERVAL=2' : ''};BYDAY=${weekdaysIn(days!)}`],
  [pattern(`(?:(?:${every}) (?:month|monat)|monthly|monatlich) (?:on the |on |am )(\\d{1,2})(?:st|nd|rd|th|\\.)`), ([, of]) => dayOfMonth(of!)],
  [pattern(`(?:${every}) (?:([1-9]\\d{0,2}|other|second|zweiten?) )?(day|tag|week|woche|month|monat|year|jahr)(?:s|e|n|en)?`), ([, count, unit]) =>
    rule(units[unit!.toLowerCase()]!, count)],
  [pattern(`(?:${every}) (\\d{1,2})(?:st|nd|rd|th|\\.)(?: (?:of the month|des monats))?`), ([, of]) => dayOfMonth(of!)],
  [pattern(Object.keys(adverbs).join('|')), ([word]) => `FREQ=${adverbs[word!.toLowerCase()]}`],
]

/** The first that the text says. */
export function findRepetition(text: string): Repetition | undefined {
  for (const [expression, toRule] of patterns) {
    const match = expression.exec(text)
    const found = match && toRule(match)
    if (found) return { from: match.index, to: match.index + match[0].length, rule: found }
  }
  return undefined
}

function pattern(source: string): RegExp {
  return new RegExp(`(?<=^|\\s)(?:${source})(?![\\p{L}\\p{N}])`, 'iu')
}

/** Every second Friday is each other one, unless it is of the month. */
function nthOfMonth(nth: number, day: string, month: string | undefined): string {
  return nth === 2 && month === undefined ? `FREQ=WEEKLY;INTERVAL=2;BYDAY=${day}` : `FREQ=MONTHLY;BYDAY=${nth}${day}`
}

function dayOfMonth(day: string): string | undefined {
  return Number(day) >= 1 && Number(day) <= 31 ? `FREQ=MONTHLY;BYMONTHDAY=${Number(day)}` : undefined
}

function rule(freq: string, count: string | undefined): string {
  const interval = count === undefined ? 1 : (Number(count) || 2)
  return interval === 1 ? `FREQ=${freq}` : `FREQ=${freq};INTERVAL=${interval}`
}

function weekdaysIn(text: string): string {
  return weekdays.filter(([, words]) => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu').test(text)).map(([code]) => code).join(',')
}
