// When a series takes place: up to a horizon, in bounds that no rule gets around.

import ICAL from 'ical.js'
import vm from 'node:vm'
import { utc, type ClockTime, type Zone } from '#platform/zones'
import { EndlessRule, RuleError } from './rule-errors.ts'
import { listYearDays, type YearRule } from './year-days.ts'

export interface Series {
  start: ClockTime
  zone: Zone
  all_day: boolean
  /** RRULE. */
  rule: string | null
  added: ClockTime[]
  excluded: ReadonlySet<ClockTime>
}

/** The last so many are kept, and so many steps are taken. In the time a series is done on the slowest machine. */
const limits = { kept: 1_000, steps: 10_000, milliseconds: 3_000, interval: 1_000 }

export const mostOccurrences = limits.kept

/**
 * The beginnings of all occurrences up to `horizon` (UTC), in order, at most the last `mostOccurrences`. Throws a RuleError
 * for a rule that cannot be read or has no end.
 */
export function expandSeries(series: Series, horizon: number, milliseconds = limits.milliseconds): ClockTime[] {
  const { start, zone, rule, added, excluded } = series
  const last = zone.toClock(horizon)
  const times = new Set(rule === null ? [start] : runRule(series, rule, { last, milliseconds }))
  for (const time of added) if (time <= last) times.add(time)
  return [...times].filter((time) => !excluded.has(time)).toSorted((a, b) => a - b).slice(-limits.kept)
}

function runRule(series: Series, text: string, { last, milliseconds }: { last: ClockTime; milliseconds: number }): ClockTime[] {
  const rule = readRule(series, text)
  const found: ClockTime[] = []
  // The first is one, also where the rule does not match it (RFC 5545, 3.8.5.3).
  found.push(series.start)
  const yearly = toYearRule(rule)
  if (yearly) {
    const end = rule.until ? Math.min(last, toClock(rule.until)) : last
    const days = listYearDays(yearly, series.start, end)
    return [series.start, ...days.map((date) => date + (series.start % day)).filter((time) => time <= end).toArray().slice(-limits.kept)]
  }
  const run = () => {
    const iterator = rule.iterator(toTime(skipAhead(series.start, rule, last)))
    for (let step = 0; step < limits.steps; step++) {
      const next = iterator.next()
      if (!next) return
      const clock = toClock(next)
      if (clock > last) return
      // ical.js gives 2 March for the 30 February.
      if (!matches(rule, next, series.start)) continue
      found.push(clock)
      if (found.length > 4 * limits.kept) found.splice(0, found.length - limits.kept)
    }
  }
  try {
    // For some rules ical.js looks for the next date for ever; from outside it can be stopped.
    vm.runInNewContext('run()', { run }, { timeout: milliseconds })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw unreadable(error)
    throw new EndlessRule('It repeats by a rule that no date fits.')
  }
  return found
}

function readRule({ zone, all_day }: Series, text: string): InstanceType<typeof ICAL.Recur> {
  if (/(?:^|;)RSCALE=(?!GREGORIAN)/i.test(text)) throw new RuleError('It repeats by another calendar than the Gregorian.')
  const parts = text.toUpperCase().replaceAll(/\s/g, '').split(';').filter((part) => part && !/^(?:RSCALE|SKIP)=/.test(part)).slice(0, 20)
  const cleaned = parts.map((part) => (part.startsWith('UNTIL=') ? `UNTIL=${readUntil(part.slice(6), zone, all_day)}` : part))
  let rule
  try {
    rule = ICAL.Recur.fromString(cleaned.join(';'))
  } catch (error) {
    throw unreadable(error)
  }
  if (['SECONDLY', 'MINUTELY', 'HOURLY'].includes(rule.freq)) throw new RuleError(`It repeats ${rule.freq.toLowerCase()}, as no meeting does.`)
  const weeks = rule.parts.BYWEEKNO as number[] | undefined
  if (weeks && (rule.freq !== 'YEARLY' || !weeks.every((week) => Math.abs(week) >= 1 && Math.abs(week) <= 53))) {
    throw new RuleError('It repeats by numbers of weeks (BYWEEKNO) that no year has.')
  }
  if (!(rule.interval >= 1 && rule.interval <= limits.interval) || !isPossible(rule)) throw new RuleError('It repeats by a rule that no date fits.')
  return rule
}

/** A rule of days of the year; one that names hours too is left to ical.js. */
function toYearRule({ freq, interval, count, parts, wkst }: InstanceType<typeof ICAL.Recur>): YearRule | undefined {
  const entries = Object.entries(parts)
  if (freq !== 'YEARLY' || entries.some(([name]) => ['BYHOUR', 'BYMINUTE', 'BYSECOND'].includes(name))) return undefined
  const week_start = ICAL.Recur.numericDayToIcalDay(wkst)
  return { interval, count, parts: Object.fromEntries(entries.map(([name, values]) => [name.slice(2), values])), week_start }
}

function unreadable(error: unknown): RuleError {
  // What ical.js stumbles over by itself says nothing to whoever wrote the rule.
  const reason = error instanceof TypeError ? '' : ` (${(error as Error).message.slice(0, 200)})`
  return new RuleError(`It repeats by a rule that cannot be read${reason}.`)
}

/** In UTC it is meant, and on the clocks of the event it is compared. */
function readUntil(text: string, zone: Zone, allDay: boolean): string {
  const match = /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d):?(\d\d)(Z)?)?/.exec(text)
  if (!match) return text
  const date = match.slice(1, 4).join('')
  if (allDay) return date
  if (!match[4]) return `${date}T235959`
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [number, number, number, number, number, number]
  const clock = Date.UTC(year, month - 1, day, hour, minute, second)
  return new Date(match[7] && zone !== utc ? zone.toClock(clock) : clock).toISOString().replaceAll(/[-:]|\.\d+Z/g, '')
}

const day = 86_400_000

/** A day of the series from which the last that are kept can be counted, without all that was before. */
function skipAhead(start: ClockTime, { freq, interval, count, until, parts }: InstanceType<typeof ICAL.Recur>, horizon: ClockTime): ClockTime {
  const isPlain = Object.keys(parts).every((name) => name === 'BYDAY') && !count && (freq === 'DAILY' || freq === 'WEEKLY')
  if (!isPlain) return start
  const unit = (freq === 'WEEKLY' ? 7 : 1) * interval * day
  // It may have come to its end long ago.
  const last = until ? Math.min(horizon, toClock(until) + day) : horizon
  // Of a daily rule with BYDAY one in seven may be left.
  const wanted = limits.kept * (freq === 'DAILY' && parts.BYDAY ? 7 : 1)
  return start + Math.max(Math.floor((last - start) / unit) - wanted, 0) * unit
}

const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Whether any month that it names has any day that it names. */
function isPossible({ parts }: InstanceType<typeof ICAL.Recur>): boolean {
  const days = parts.BYMONTHDAY as number[] | undefined
  if (!days) return true
  const months = (parts.BYMONTH as number[] | undefined) ?? longest.map((_, month) => month + 1)
  return months.some((month) => days.some((day) => Math.abs(day) <= (longest[month - 1] ?? 0)))
}

function matches({ freq, parts }: InstanceType<typeof ICAL.Recur>, { year, month, day }: InstanceType<typeof ICAL.Time>, start: ClockTime): boolean {
  // Without a day in the rule it is that of the beginning, and a year without a 29 February is left out.
  const first = new Date(start)
  const says = (...names: string[]) => names.some((name) => parts[name as keyof typeof parts] !== undefined)
  if ((freq === 'MONTHLY' || freq === 'YEARLY') && !says('BYDAY', 'BYMONTHDAY', 'BYYEARDAY', 'BYWEEKNO')) {
    if (day !== first.getUTCDate() || (freq === 'YEARLY' && !says('BYMONTH') && month !== first.getUTCMonth() + 1)) return false
  }
  const months = parts.BYMONTH as number[] | undefined
  if (months && !months.includes(month)) return false
  const days = parts.BYMONTHDAY as number[] | undefined
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return !days || days.some((wanted) => (wanted > 0 ? wanted : length + 1 + wanted) === day)
}

function toTime(clock: ClockTime): InstanceType<typeof ICAL.Time> {
  const date = new Date(clock)
  return new ICAL.Time({
    year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), hour: date.getUTCHours(),
    minute: date.getUTCMinutes(), second: date.getUTCSeconds(), isDate: false,
  }, ICAL.Timezone.localTimezone)
}

function toClock({ year, month, day, hour, minute, second }: InstanceType<typeof ICAL.Time>): ClockTime {
  const date = new Date(Date.UTC(2000, month - 1, day, hour, minute, second))
  return date.setUTCFullYear(year, month - 1, day)
}
