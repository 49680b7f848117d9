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

// A word ends where no letter follows, of whatever alphabet.
const patterns: [RegExp, (match: RegExpMatchArray) => string | undefined][] = [
  [pattern(`(?:${every}) (weekday|workday|werktage?|arbeitstage?)`), () => 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
  [pattern(`(?:${every}) (other |(?:second|zweiten?) )?((?:${weekday})(?:(?:, ?| and | und | & )(?:${weekday}))*)`), ([, other, days]) =>
    `FREQ=WEEKLY${other ? ';INTERVAL=2' : ''};BYDAY=${weekdaysIn(days!)}`],
  [pattern(`(?:${every}) (?:(\\d{1,3}|other|second|zweiten?) )?(day|tag|week|woche|month|monat|year|jahr)(?:s|e|n|en)?`), ([, count, unit]) =>
    rule(units[unit!.toLowerCase()]!, count)],
  [pattern(`(?:${every}) (\\d{1,2})(?:st|nd|rd|th|\\.)(?: (?:of the month|des monats))?`), ([, of]) =>
    Number(of) >= 1 && Number(of) <= 31 ? `FREQ=MONTHLY;BYMONTHDAY=${Number(of)}` : undefined],
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

function rule(freq: string, count: string | undefined): string {
  const interval = count === undefined ? 1 : (Number(count) || 2)
  return interval === 1 ? `FREQ=${freq}` : `FREQ=${freq};INTERVAL=${interval}`
}

function weekdaysIn(text: string): string {
  return weekdays.filter(([, words]) => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu').test(text)).map(([code]) => code).join(',')
}
