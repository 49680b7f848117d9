// Rules by which a task comes again (RRULE, RFC 5545), as far as they can be chosen: every so many days, weeks, months or years, in weeks on
// some of their days, until a day.

export const units = ['day', 'week', 'month', 'year'] as const
export type Unit = (typeof units)[number]
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type Weekday = (typeof weekdays)[number]

export interface Repetition {
  every: number
  unit: Unit
  /** In weeks; none: as the first one. */
  days: Weekday[]
  /** The last day, `2026-01-31`. */
  until: string | null
}

const frequencies: Record<string, Unit> = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' }

/** Undefined for a rule that says more than can be chosen. */
export function readRule(rule: string): Repetition | undefined {
  const parts = new Map(rule.replace(/^RRULE:/i, '').toUpperCase().split(';').map((part) => part.split('=') as [string, string]))
  const unit = frequencies[parts.get('FREQ') ?? '']
  const days = (parts.get('BYDAY')?.split(',') ?? []) as Weekday[]
  const until = /^(\d{4})(\d\d)(\d\d)/.exec(parts.get('UNTIL') ?? '')
  const isKnown = [...parts.keys()].every((name) => ['FREQ', 'INTERVAL', 'BYDAY', 'UNTIL', 'WKST'].includes(name))
  if (!unit || !isKnown || !days.every((day) => weekdays.includes(day)) || (days.length > 0 && unit !== 'week')) return undefined
  return { every: Number(parts.get('INTERVAL') ?? 1), unit, days: weekdays.filter((day) => days.includes(day)), until: until && `${until[1]}-${until[2]}-${until[3]}` }
}

/** Of a rule of one day in each month, which a line may say: the third (Friday), or the last (-1). Undefined for others. */
export function readDayOfMonth(rule: string): { nth: number; day?: Weekday; until: string | null } | undefined {
  const [, date, nth, day, year, month, last] = /^FREQ=MONTHLY;(?:BYMONTHDAY=(-1|\d+)|BYDAY=(-1|\d)([A-Z]{2}))(?:;UNTIL=(\d{4})(\d\d)(\d\d))?$/.exec(rule) ?? []
  const until = year === undefined ? null : `${year}-${month}-${last}`
  if (date) return { nth: Number(date), until }
  return nth ? { nth: Number(nth), day: day as Weekday, until } : undefined
}

export function writeRule({ every, unit, days, until }: Repetition): string {
  const frequency = Object.entries(frequencies).find(([, each]) => each === unit)![0]
  return [
    `FREQ=${frequency}`,
    ...(every > 1 ? [`INTERVAL=${every}`] : []),
    ...(unit === 'week' && days.length > 0 ? [`BYDAY=${days.join()}`] : []),
    ...(until ? [`UNTIL=${until.replaceAll('-', '')}`] : []),
  ].join(';')
}

/** `MO`, of a day such as `2026-01-31`. */
export function weekdayOf(day: string): Weekday {
  return weekdays[(new Date(`${day}T12:00`).getDay() + 6) % 7]!
}
