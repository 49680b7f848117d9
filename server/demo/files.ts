// The files of a company that does not exist: its people, two years of their mail, their meetings, what its team says. The same for the same day.

import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { csvLines } from '#platform/csv'
import { writeMailbox } from './correspondence.ts'
import { writeCalendar } from './meetings.ts'
import { makePeople, type Person } from './people.ts'
import { seededRandom } from './random.ts'
import { writeRooms } from './rooms.ts'

const day = 86_400_000

export interface Story {
  people: Person[]
  /** The first and the last day of it. */
  from: Date
  to: Date
}

/** Writes people.csv, mail.mbox, calendar.ics and slack.zip into a folder. */
export async function writeDemoFiles(folder: string, count = 2_000): Promise<Story> {
  await mkdir(folder, { recursive: true })
  const random = seededRandom(20_261_125)
  const to = new Date()
  to.setUTCHours(0, 0, 0, 0)
  const from = new Date(to.getTime() - 730 * day)
  const people = makePeople(random, count)
  await writeFile(join(folder, 'people.csv'), peopleTable(people))
  const mailbox = createWriteStream(join(folder, 'mail.mbox'))
  for await (const mail of writeMailbox({ random, people, count: Math.ceil(count * 1.2), from, to })) {
    if (!mailbox.write(mail)) await once(mailbox, 'drain')
  }
  mailbox.end()
  await once(mailbox, 'finish')
  const until = new Date(to.getTime() + 30 * day)
  await writeFile(join(folder, 'calendar.ics'), writeCalendar({ random, people, count: Math.ceil(count * 0.45), from, to: until }))
  await writeRooms(join(folder, 'slack.zip'), to)
  return { people, from, to }
}

function peopleTable(people: Person[]): string {
  const header = ['First Name', 'Last Name', 'Email', 'Phone', 'Company', 'Job Title', 'Tags', 'Birthday', 'City']
  const rows = people.map(({ given_name, family_name, email, phone, company, title, tags, birthday }) =>
    [given_name, family_name, email, phone, company.name, title, tags.join('; '), birthday, company.city])
  // Some have signed up for the newsletter once more, with an address of their own: there is something to merge.
  const again = people.filter((_, place) => place % 80 === 40).map(({ given_name, family_name, email, phone, company }) =>
    [given_name, family_name, `${email.split('@')[0]}@postbox.example`, phone, '', '', 'newsletter', '', company.city])
  return csvLines([header, ...rows, ...again])
}
