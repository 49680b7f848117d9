// Local times of calendars: by the names of the IANA database, by Windows' names for them, or as the file defines them.

import ICAL from 'ical.js'
import { findZone, utc, type ClockTime, type Zone } from '#platform/zones'
import { windowsZones } from './windows-zones.ts'

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
  const found = [windowsZones[name], ...(name.includes('/') ? tails : [name])].map((one) => one && findZone(one)).find(Boolean)
  if (found) return found
  const offset = /^\(?(?:UTC|GMT)\s*([+-])(\d{1,2})(?::?(\d{2}))?\)?$/i.exec(name)
  if (!offset) return undefined
  const shift = (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3] ?? 0)) * 60_000
  return { toUtc: (clock) => clock - shift, toClock: (time) => time + shift }
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
