// Meetings as iCalendar (RFC 5545), which calendars read.

import ICAL from 'ical.js'
import type { TimelineEntry } from '#modules/timeline'

export async function* writeCalendar(pages: AsyncIterable<TimelineEntry[]>): AsyncGenerator<string> {
  yield 'BEGIN:VCALENDAR\r\nPRODID:-//Rapport//EN\r\nVERSION:2.0\r\nCALSCALE:GREGORIAN\r\n'
  for await (const entries of pages) yield entries.map((entry) => `${writeEvent(entry)}\r\n`).join('')
  yield 'END:VCALENDAR\r\n'
}

function writeEvent(meeting: TimelineEntry): string {
  const { id, subject, snippet, occurred_at, ends_at, all_day, location, status, updated_at, participants } = meeting
  const event = new ICAL.Component('vevent')
  const add = (name: string, value: unknown) => void event.addPropertyWithValue(name, value as string)
  add('uid', `${id}@rapport`)
  add('dtstamp', timeOf(updated_at))
  add('dtstart', timeOf(occurred_at, all_day))
  if (ends_at) add('dtend', timeOf(ends_at, all_day))
  if (subject) add('summary', subject)
  if (snippet) add('description', snippet)
  if (location) add('location', location)
  if (status) add('status', status.toUpperCase())
  for (const { role, address, name } of participants) {
    if (!address) continue
    const person = new ICAL.Property(role === 'organizer' ? 'organizer' : 'attendee', event)
    if (name) person.setParameter('cn', name)
    person.setValue(`mailto:${address}`)
    event.addProperty(person)
  }
  return event.toString()
}

function timeOf(at: string, isDate = false): ICAL.Time {
  const time = ICAL.Time.fromJSDate(new Date(at), true)
  if (isDate) time.isDate = true
  return time
}
