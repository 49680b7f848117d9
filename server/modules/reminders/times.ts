// When somebody is reminded: what words say, and when a rule says it again.

import { checkRule, findWhen, nextDay } from '#modules/tasks'
import { invalid } from '#platform/errors'
import { checkZone, findZone } from '#platform/zones'
import type { NewReminder, ReadWhen, When } from './contract.ts'

export interface Series {
  repeat_rule: string
  series_on: string
  series_time: string
  zone: string
}

export interface Time {
  remind_at: Date
  series: Series | null
}

const morning = '09:00'

/** Undefined where the words say no time to come. Throws invalid for what is no zone. */
export async function readTime({ text, zone, locale }: When, now: number): Promise<Time | undefined> {
  checkZone(zone)
  const found = await findWhen(text, { zone, locale, now })
  if (!found) return undefined
  const time = found.time ?? morning
  const first = { zone, series_on: found.on, series_time: time }
  const series = found.rule === null ? null : { ...first, repeat_rule: found.rule }
  const remind_at = momentOf(first)
  if (remind_at.getTime() > now) return { remind_at, series }
  const next = series && (await nextOf(series, now))
  return next ? { remind_at: momentOf(next), series: next } : undefined
}

export async function readWhen(when: When): Promise<ReadWhen> {
  const time = await readTime(when, Date.now())
  return { remind_at: time?.remind_at.toISOString() ?? null, repeat_rule: time?.series?.repeat_rule ?? null }
}

/** Throws invalid for words that say no time, one that is over, and a rule that is none. */
export async function toTime(given: NewReminder['time']): Promise<Time> {
  const now = Date.now()
  if ('when' in given) {
    const time = await readTime({ text: given.when, zone: given.zone, locale: given.locale }, now)
    if (!time) throw invalid(`“${given.when}” says no time to come: write something like “tomorrow at 9” or “every monday 8:30”.`)
    return time
  }
  const remind_at = toCome(given.remind_at)
  const { repeat_rule, zone } = given
  if (repeat_rule === undefined) return { remind_at, series: null }
  if (zone === undefined) throw invalid('What comes again needs the zone of its clock: give `zone` as well.')
  checkZone(zone)
  const clock = new Date(findZone(zone)!.toClock(remind_at.getTime())).toISOString()
  const series = { repeat_rule, zone, series_on: clock.slice(0, 10), series_time: clock.slice(11, 16) }
  await checkRule(repeat_rule, series.series_on)
  return { remind_at, series }
}

/** Throws invalid for a time that is over, or more than ten years away. */
export function toCome(at: string): Date {
  const time = Date.parse(at)
  // A leap second is a time (RFC 3339), but none that is reckoned with here.
  const isToCome = time > Date.now() && time < Date.now() + 10 * 366 * 86_400_000
  if (!isToCome) throw invalid('This time is over, or too far away: choose one in the next ten years.')
  return new Date(time)
}

/** The first of the series that is to come; undefined when it has come to its end. */
export async function nextOf(series: Series, now: number): Promise<Series | undefined> {
  const day = await nextDay({ due_on: series.series_on, due_zone: series.zone, repeat_rule: series.repeat_rule }, now)
  if (day === undefined) return undefined
  const next = { ...series, series_on: day }
  return momentOf(next).getTime() > now ? next : nextOf(next, now)
}

export function momentOf({ series_on, series_time, zone }: Omit<Series, 'repeat_rule'>): Date {
  return new Date(findZone(zone)!.toUtc(Date.parse(`${series_on}T${series_time}Z`)))
}
