// From the properties of a VEVENT to what a timeline can keep of it.

import { createHash } from 'node:crypto'
import { readContentLine, unescapeText, type ContentLine } from './content-line.ts'
import { cutText } from './cut-text.ts'
import { normalizeAddress } from './mail-addresses.ts'
import { cleanText } from './mail-text.ts'
import { utc, type ClockTime, type Zone } from '#platform/zones'
import type { Zones } from './time-zones.ts'

export interface EventPerson {
  address: string
  name: string | null
}

export interface CalendarEvent {
  uid: string
  /** Of one that replaces an occurrence of a series: the occurrence, as `occurrenceId` names it. */
  occurrence: string | null
  /** A later version has a larger one. */
  revision: number
  all_day: boolean
  zone: Zone
  start: ClockTime
  /** Milliseconds. */
  duration: number
  rule: string | null
  added: ClockTime[]
  excluded: ReadonlySet<ClockTime>
  subject: string | null
  text: string | null
  location: string | null
  status: 'confirmed' | 'tentative' | 'cancelled' | null
  organizer: EventPerson | null
  attendees: EventPerson[]
  has_attachments: boolean
}

const day = 86_400_000
const limits = { people: 500, dates: 5_000, text: 64 * 1024 }

/** Throws an Error with a reason to show for what is no event. `method` is that of the calendar. */
export function readEvent(lines: string[], zones: Zones, method: string | null): CalendarEvent {
  const properties = lines.flatMap((line) => readContentLine(line) ?? [])
  const find = (name: string) => properties.find((property) => property.name === name)
  const text = (name: string) => find(name)?.value.trim() || null
  const begin = find('DTSTART')
  if (!begin) throw new Error('It has no beginning (DTSTART).')
  const start = readTime(begin, zones)
  if (!start) throw new Error(`Its beginning “${cutText(cleanText(begin.value, 60), 60)}” is no date.`)
  const replaced = find('RECURRENCE-ID')
  const occurrence = replaced && readTime(replaced, zones)
  if (replaced && !occurrence) throw new Error(`The occurrence that it replaces, “${cleanText(replaced.value, 60)}”, is no date.`)
  const dates = (name: string) => properties.filter((property) => property.name === name)
    .flatMap((property) => property.value.split(',', limits.dates).flatMap((value) => readTime({ ...property, value: value.split('/')[0]! }, zones) ?? []))
    .map((time) => toClockOf(time, start))
  const modified = find('LAST-MODIFIED')
  const modifiedAt = (modified && readTime(modified, zones)?.clock) || 0
  const sequence = Math.min(Math.max(Number.parseInt(text('SEQUENCE') ?? '0', 10) || 0, 0), 1_000_000)
  const description = text('DESCRIPTION') && unescapeText(text('DESCRIPTION')!.slice(0, limits.text))
  const status = /^cancel/i.test(method ?? '') ? 'cancelled' : text('STATUS')?.toLowerCase()
  return {
    uid: readUid(text('UID'), lines),
    occurrence: occurrence ? occurrenceId(occurrence.clock, occurrence) : null,
    revision: sequence * 2 ** 33 + Math.min(Math.max(Math.floor(modifiedAt / 1_000), 0), 2 ** 33 - 1),
    all_day: start.all_day,
    zone: start.zone,
    start: start.clock,
    duration: readDuration(start, find('DTEND'), text('DURATION'), zones),
    rule: occurrence ? null : text('RRULE'),
    added: occurrence ? [] : dates('RDATE'),
    excluded: new Set(dates('EXDATE')),
    subject: cleanText(unescapeText(text('SUMMARY') ?? ''), 998) || null,
    text: description && description.split('\n').map((line) => cleanText(line, limits.text)).join('\n').trim() || null,
    location: cleanText(unescapeText(text('LOCATION') ?? ''), 500) || null,
    status: ['confirmed', 'tentative', 'cancelled'].find((known) => known === status) as CalendarEvent['status'] ?? null,
    organizer: properties.filter(({ name }) => name === 'ORGANIZER').flatMap((property) => readPerson(property) ?? [])[0] ?? null,
    attendees: readAttendees(properties),
    has_attachments: properties.some(({ name }) => name === 'ATTACH'),
  }
}

interface EventTime {
  clock: ClockTime
  zone: Zone
  all_day: boolean
}

/** `20260302T100000Z`, `20260302`; with dashes and colons too, as some programs write them. */
function readTime({ value, parameters }: Pick<ContentLine, 'value' | 'parameters'>, zones: Zones): EventTime | undefined {
  const match = /^\s*(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d))?(?:\.\d+)?(Z)?)?\s*$/i.exec(value)
  if (!match) return undefined
  const [year, month, date, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map((part) => (part === undefined ? undefined : Number(part)))
  if (!year || hour > 24 || minute > 59 || second > 60) return undefined
  const midnight = new Date(Date.UTC(2000, month! - 1, date))
  midnight.setUTCFullYear(year, month! - 1, date)
  if (midnight.getUTCMonth() !== month! - 1 || midnight.getUTCDate() !== date) return undefined
  const clock = midnight.getTime() + ((hour * 60 + minute) * 60 + second) * 1_000
  const all_day = match[4] === undefined
  // A day is the same day everywhere.
  const zone = all_day || match[7] ? utc : zones.find(parameters.get('TZID')?.[0] ?? null)
  return { clock, zone, all_day }
}

/** What the clocks of the event show then; of a whole day, when they show its time. */
function toClockOf(time: EventTime, start: EventTime): ClockTime {
  if (start.all_day) return Math.floor(time.clock / day) * day
  if (time.all_day) return time.clock + (((start.clock % day) + day) % day)
  return time.zone === start.zone ? time.clock : start.zone.toClock(time.zone.toUtc(time.clock))
}

/** The name of an occurrence: when it was to begin, in UTC. */
export function occurrenceId(clock: ClockTime, { zone, all_day }: Pick<EventTime, 'zone' | 'all_day'>): string {
  const text = new Date(all_day ? clock : zone.toUtc(clock)).toISOString().replaceAll(/[-:]|\.\d+/g, '')
  return all_day ? text.slice(0, 8) : text
}

function readDuration(start: EventTime, end: ContentLine | undefined, duration: string | null, zones: Zones): number {
  const until = end && readTime(end, zones)
  const length = until ? until.zone.toUtc(until.clock) - start.zone.toUtc(start.clock) : readLength(duration)
  if (length !== null && length > 0 && length < 10_000 * day) return length
  return start.all_day ? day : 0
}

/** `PT1H30M`, `P1W`. */
function readLength(text: string | null): number | null {
  const match = /^\+?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/i.exec(text ?? '')
  if (!match) return null
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0))
  return (((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60_000 + seconds * 1_000
}

/** What an index of PostgreSQL holds; one that says nothing is known by its content. */
function readUid(uid: string | null, lines: string[]): string {
  const clean = cleanText(uid ?? '', 1_000).replaceAll(/\s/g, '')
  if (clean !== '' && Buffer.byteLength(clean) <= 500) return clean
  const stable = lines.filter((line) => !/^DTSTAMP\b/i.test(line)).join('\n')
  return `sha256:${createHash('sha256').update(uid ?? stable).digest('hex')}`
}

function readAttendees(properties: ContentLine[]): EventPerson[] {
  const people = new Map<string, EventPerson>()
  for (const property of properties) {
    if (property.name !== 'ATTENDEE' || people.size >= limits.people) continue
    if (/^(?:room|resource)$/i.test(property.parameters.get('CUTYPE')?.[0] ?? '')) continue
    const person = readPerson(property)
    if (person && !people.has(person.address)) people.set(person.address, person)
  }
  return [...people.values()]
}

function readPerson({ value, parameters }: ContentLine): EventPerson | undefined {
  const candidates = [value.replace(/^\s*mailto:/i, ''), parameters.get('EMAIL')?.[0] ?? '']
  const address = candidates.map((text) => normalizeAddress(text)).find(Boolean)
  if (!address) return undefined
  const name = cleanText(parameters.get('CN')?.join(', ') ?? '', 200)
  return { address, name: name && name.toLowerCase() !== address ? name : null }
}
