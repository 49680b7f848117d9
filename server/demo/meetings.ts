// The meetings of the demo, as an iCalendar file: past ones, some that come, and one that recurs.

import ICAL from 'ical.js'
import { meetings, vocabulary } from './conversations.ts'
import { fill } from './correspondence.ts'
import { team } from './names.ts'
import type { Person } from './people.ts'
import type { Random } from './random.ts'

export interface Meetings {
  random: Random
  people: Person[]
  count: number
  from: Date
  to: Date
}

const day = 86_400_000

export function writeCalendar({ random, people, count, from, to }: Meetings): string {
  const calendar = new ICAL.Component(['vcalendar', [], []])
  calendar.addPropertyWithValue('prodid', '-//Rapport//Demo//EN')
  calendar.addPropertyWithValue('version', '2.0')
  for (let place = 0; place < count; place++) {
    const words = new Map(Object.entries(vocabulary).map(([slot, choices]) => [slot, random.pick(choices)]))
    const guests = random.chance(0.7) ? [random.pickSkewed(people)] : sameCompany(random, people)
    const start = workday(random, new Date(from.getTime() + random.next() * (to.getTime() - from.getTime())))
    const hosts = random.sample(team, random.between(1, 2))
    calendar.addSubcomponent(
      meeting({
        uid: `${place}.meeting.demo@alderpine.example`,
        summary: fill(random.pick(meetings), words),
        start,
        minutes: random.pick([30, 45, 60, 60, 90, 120]),
        location: random.pick(['Our office', 'Video call', 'On site', guests[0]!.company.name]),
        people: [
          ...hosts.map(({ name, email }) => ({ name, email })),
          ...guests.map(({ given_name, family_name, email }) => ({ name: `${given_name} ${family_name}`, email })),
        ],
        cancelled: random.chance(0.03),
      }),
    )
  }
  calendar.addSubcomponent(stewardship(from))
  return calendar.toString()
}

interface Meeting {
  uid: string
  summary: string
  start: Date
  minutes: number
  location: string
  /** Who invites comes first. */
  people: { name: string; email: string }[]
  cancelled: boolean
}

function meeting({ uid, summary, start, minutes, location, people, cancelled }: Meeting): ICAL.Component {
  const event = new ICAL.Component('vevent')
  const add = (name: string, value: unknown) => event.addPropertyWithValue(name, value as string)
  add('uid', uid)
  add('dtstamp', time(start))
  add('summary', summary)
  add('dtstart', time(start))
  add('dtend', time(new Date(start.getTime() + minutes * 60_000)))
  add('location', location)
  add('status', cancelled ? 'CANCELLED' : 'CONFIRMED')
  for (const [index, { name, email }] of people.entries()) {
    const property = new ICAL.Property(index === 0 ? 'organizer' : 'attendee')
    property.setParameter('cn', name)
    property.setValue(`mailto:${email}`)
    event.addProperty(property)
  }
  return event
}

/** The weekly one of the whole team. */
function stewardship(from: Date): ICAL.Component {
  const start = new Date(from)
  start.setUTCHours(8, 30, 0, 0)
  while (start.getUTCDay() !== 1) start.setTime(start.getTime() + day)
  const people = team.map(({ name, email }) => ({ name, email }))
  const event = meeting({
    uid: 'weekly.demo@alderpine.example', summary: 'Week ahead', start, minutes: 30, location: 'Our office', people, cancelled: false,
  })
  event.addPropertyWithValue('rrule', ICAL.Recur.fromString('FREQ=WEEKLY;BYDAY=MO') as never)
  return event
}

function sameCompany(random: Random, people: Person[]): Person[] {
  const first = random.pickSkewed(people)
  return random.sample(people.filter(({ company }) => company === first.company), random.between(2, 4))
}

function workday(random: Random, at: Date): Date {
  const start = new Date(at)
  while ([0, 6].includes(start.getUTCDay())) start.setTime(start.getTime() + day)
  start.setUTCHours(random.between(8, 16), random.pick([0, 0, 30]), 0, 0)
  return start
}

function time(at: Date): ICAL.Time {
  return ICAL.Time.fromJSDate(at, true)
}
