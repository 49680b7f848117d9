// Local times of calendars: by the names of the IANA database, by Windows' names for them, or as the file defines them.

import ICAL from 'ical.js'
import { windowsZones } from './windows-zones.ts'

/** A time on a clock: its parts as if they were UTC, in milliseconds. */
export type ClockTime = number

export interface Zone {
  toUtc(clock: ClockTime): number
  toClock(utc: number): ClockTime
}

export const utc: Zone = { toUtc: (clock) => clock, toClock: (time) => time }

export interface Zones {
  /** What a file defines, by TZID. Lines as calendar-components.ts gives them. */
  define(lines: string[]): void
  /** The zone with this TZID; that of the calendar for one that nobody knows, and for times without any. */
  find(tzid: string | null): Zone
  setDefault(tzid: string): void
}

const mostDefinitions = 1_000

export function createZones(): Zones {
  const defined = new Map<string, string[]>()
  const known = new Map<string, Zone | undefined>()
  let fallback: Zone = utc
  const look = (tzid: string): Zone | undefined => {
    if (!known.has(tzid)) known.set(tzid, findIana(tzid) ?? fromDefinition(defined.get(tzid)))
    return known.get(tzid)
  }
  return {
    define(lines) {
      const tzid = lines.map((line) => /^TZID(?:;[^:]*)?:(.*)$/i.exec(line)?.[1]?.trim()).find(Boolean)
      if (tzid && defined.size < mostDefinitions) defined.set(tzid, lines)
    },
    find: (tzid) => (tzid === null ? fallback : (look(tzid) ?? fallback)),
    setDefault(tzid) {
      fallback = look(tzid.trim()) ?? fallback
    },
  }
}

/** `Europe/Berlin`, `/mozilla.org/20050126_1/Europe/Berlin`, `W. Europe Standard Time`, `(UTC+01:00) Amsterdam, Berlin`. */
function findIana(tzid: string): Zone | undefined {
  const name = tzid.trim().replaceAll(/^["']|["']$/g, '')
  if (/^(?:UTC|GMT|Z|Etc\/UTC|tzone:\/\/Microsoft\/Utc)$/i.test(name)) return utc
  const parts = name.split('/')
  const tails = [name, parts.slice(-3).join('/'), parts.slice(-2).join('/')]
  const found = [windowsZones[name], ...(name.includes('/') ? tails : [name])].find((one) => one !== undefined && isIana(one))
  if (found) return ianaZone(found)
  const offset = /^\(?(?:UTC|GMT)\s*([+-])(\d{1,2})(?::?(\d{2}))?\)?$/i.exec(name)
  if (!offset) return undefined
  const shift = (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3] ?? 0)) * 60_000
  return { toUtc: (clock) => clock - shift, toClock: (time) => time + shift }
}

const zones = new Map<string, Zone>()

function isIana(name: string): boolean {
  if (zones.has(name)) return true
  // Abbreviations such as CST are other zones in other places.
  if (name.length > 64 || (!name.includes('/') && !/^[A-Z][a-z]+$/.test(name))) return false
  try {
    zones.set(name, createIanaZone(name))
    return true
  } catch {
    return false
  }
}

function ianaZone(name: string): Zone {
  return zones.get(name)!
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

function fromDefinition(lines: string[] | undefined): Zone | undefined {
  if (!lines) return undefined
  try {
    const component = new ICAL.Component(ICAL.parse(['BEGIN:VTIMEZONE', ...lines, 'END:VTIMEZONE'].join('\r\n')) as never)
    const zone = new ICAL.Timezone({ component, tzid: 'file' } as never)
    const shift = (clock: number) => zone.utcOffset(toTime(clock)) * 1_000
    shift(Date.UTC(2026, 0, 1))
    const toUtc = (clock: ClockTime) => clock - shift(clock)
    return {
      toUtc,
      toClock: (time) => [time + shift(time), time + shift(time + shift(time))].find((clock) => toUtc(clock) === time) ?? time + shift(time),
    }
  } catch {
    // One that cannot be read is none.
    return undefined
  }
}

function toTime(clock: ClockTime) {
  const date = new Date(clock)
  return new ICAL.Time({
    year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), hour: date.getUTCHours(),
    minute: date.getUTCMinutes(), second: date.getUTCSeconds(), isDate: false,
  }, ICAL.Timezone.localTimezone)
}
