// The days of a yearly rule (RFC 5545, 3.3.10), year by year: each day of a year is asked whether it is meant. ical.js knows
// neither weeks by their number nor the 20th Monday of a year.

const day = 86_400_000
/** Of a rule without an end, the last so many. */
const mostYears = 1_000

const names = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']

export interface YearRule {
  interval: number
  count: number | null
  /** By the name of each part, without its BY: numbers, and days as the rule has them (`20MO`). */
  parts: Partial<Record<string, (number | string)[]>>
  /** The day on which weeks begin; Monday unless given. */
  week_start: string
}

/** The days from the one of `start` to the one of `last`, as midnights in UTC. */
export function* listYearDays({ interval, count, parts, week_start }: YearRule, start: number, last: number): Generator<number> {
  const first = new Date(start)
  const isMeant = dayTest(parts, { first, weekStart: Math.max(names.indexOf(week_start), 0) })
  let left = count ?? Infinity
  const years = Math.floor((new Date(last).getUTCFullYear() - first.getUTCFullYear()) / interval)
  const skipped = count === null ? Math.max(years - mostYears, 0) : 0
  for (let year = first.getUTCFullYear() + skipped * interval; Date.UTC(year, 0, 1) <= last; year += interval) {
    const meant: number[] = []
    for (let time = Date.UTC(year, 0, 1); time < Date.UTC(year + 1, 0, 1); time += day) if (isMeant(new Date(time))) meant.push(time)
    for (const time of choose(meant, parts.SETPOS as number[] | undefined)) {
      if (time < start - (start % day)) continue
      if (left-- <= 0 || time > last) return
      yield time
    }
  }
}

/** Of the days of a year those at these places, counted from its end where they are negative. */
function choose(days: number[], places: number[] | undefined): number[] {
  if (!places) return days
  return [...new Set(places.flatMap((place) => days.at(place > 0 ? place - 1 : place) ?? []))].toSorted((a, b) => a - b)
}

function dayTest(parts: YearRule['parts'], { first, weekStart }: { first: Date; weekStart: number }): (date: Date) => boolean {
  const has = (part: string, number: number, length: number) => {
    const wanted = parts[part]
    return !wanted || wanted.includes(number) || wanted.includes(number - length - 1)
  }
  return (date) => {
    const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()]
    const monthLength = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
    if (!has('MONTH', month + 1, 12)) return false
    if (!has('MONTHDAY', date.getUTCDate(), monthLength) || !has('YEARDAY', dayOfYear(date), yearLength(year))) return false
    if (parts.WEEKNO) {
      const { number, length } = weekOf(date, weekStart)
      if (!has('WEEKNO', number, length)) return false
    }
    if (parts.DAY) return fitsWeekday(date)
    // Days that the rule leaves open are those of the beginning.
    if (parts.MONTHDAY || parts.YEARDAY) return true
    if (parts.WEEKNO) return date.getUTCDay() === first.getUTCDay()
    return date.getUTCDate() === first.getUTCDate() && (Boolean(parts.MONTH) || month === first.getUTCMonth())
  }

  /** `20MO` is the 20th Monday of the year, or of the month where months are named; `MO` any of them. */
  function fitsWeekday(date: Date): boolean {
    const [place, length] = parts.MONTH
      ? [date.getUTCDate(), new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()]
      : [dayOfYear(date), yearLength(date.getUTCFullYear())]
    const [before, after] = [Math.ceil(place / 7), Math.ceil((length + 1 - place) / 7)]
    return (parts.DAY as string[]).some((text) => {
      const [, ordinal, name] = /^([+-]?\d+)?([A-Z]{2})$/.exec(text) ?? []
      if (name !== names[date.getUTCDay()]) return false
      return ordinal === undefined || Number(ordinal) === before || Number(ordinal) === -after
    })
  }
}

/** The number of its week, and how many weeks that week's year has: a week is of the year that has most of its days. */
function weekOf(date: Date, weekStart: number): { number: number; length: number } {
  const middle = new Date(date.getTime() + (3 - ((date.getUTCDay() - weekStart + 7) % 7)) * day)
  const rest = yearLength(middle.getUTCFullYear()) - dayOfYear(middle)
  const number = Math.ceil(dayOfYear(middle) / 7)
  return { number, length: number + Math.floor(rest / 7) }
}

function dayOfYear(date: Date): number {
  return Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / day) + 1
}

function yearLength(year: number): number {
  return dayOfYear(new Date(Date.UTC(year, 11, 31)))
}
