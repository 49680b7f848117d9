// Time zones, by their names in the IANA database: what a clock there shows at a moment, and the other way round.

import { invalid } from '#platform/errors'

/** A time on a clock: its parts as if they were UTC, in milliseconds. */
export type ClockTime = number

export interface Zone {
  toUtc(clock: ClockTime): number
  toClock(utc: number): ClockTime
}

export const utc: Zone = { toUtc: (clock) => clock, toClock: (time) => time }

const zones = new Map<string, Zone>([['UTC', utc]])

/** `Europe/Berlin`, `UTC`. Undefined for what is none; abbreviations such as CST are other zones in other places. */
export function findZone(name: string): Zone | undefined {
  const known = zones.get(name)
  if (known) return known
  if (name.length > 64 || (!name.includes('/') && !/^[A-Z][a-z]+$/.test(name))) return undefined
  try {
    const zone = createIanaZone(name)
    // In any case of letters it is the same zone: more names than there are zones are not kept.
    if (zones.size < 1_000) zones.set(name, zone)
    return zone
  } catch {
    return undefined
  }
}

/** Throws invalid. */
export function checkZone(name: string) {
  if (!findZone(name)) throw invalid(`“${name}” is no time zone of the IANA database: it is something like Europe/Berlin, or UTC.`)
}

function createIanaZone(timeZone: string): Zone {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone, hourCycle: 'h23', era: 'short', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
  })
  const toClock = (time: number) => {
    const parts = Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, value]))
    const year = parts.era === 'BC' ? 1 - Number(parts.year) : Number(parts.year)
    const clock = Date.UTC(2000, Number(parts.month) - 1, Number(parts.day), Number(parts.hour), Number(parts.minute), Number(parts.second))
    return new Date(clock).setUTCFullYear(year, Number(parts.month) - 1, Number(parts.day))
  }
  return { toClock, toUtc: (clock) => searchUtc(clock, toClock) }
}

/** The first moment that shows this time; where the clocks skip it, the moment that they would have shown it. */
function searchUtc(clock: ClockTime, toClock: (time: number) => ClockTime): number {
  const before = clock - (toClock(clock - 86_400_000) - (clock - 86_400_000))
  if (toClock(before) === clock) return before
  const after = clock - (toClock(clock + 86_400_000) - (clock + 86_400_000))
  return toClock(after) === clock ? after : before
}
