// `rapport demo`: writes the files of a company that does not exist: its people, two years of their mail, their meetings.

import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { csvLines } from '#platform/csv'
import { invalid } from '#platform/errors'
import { writeMailbox } from '../demo/correspondence.ts'
import { writeCalendar } from '../demo/meetings.ts'
import { team } from '../demo/names.ts'
import { makePeople, type Person } from '../demo/people.ts'
import { seededRandom } from '../demo/random.ts'

const day = 86_400_000

/** The same files for the same day. */
export default async function demo(args: string[]): Promise<number> {
  const { positionals: [folder] } = parseArgs({ args, allowPositionals: true, options: {} })
  if (!folder) throw invalid('Name a folder for the files: `rapport demo ./demo`.')
  await mkdir(folder, { recursive: true })
  const random = seededRandom(20_261_125)
  const to = new Date()
  to.setUTCHours(0, 0, 0, 0)
  const from = new Date(to.getTime() - 730 * day)
  const people = makePeople(random, 2_000)
  await writeFile(join(folder, 'people.csv'), peopleTable(people))
  const mailbox = createWriteStream(join(folder, 'mail.mbox'))
  for await (const mail of writeMailbox({ random, people, count: 2_400, from, to })) {
    if (!mailbox.write(mail)) await once(mailbox, 'drain')
  }
  mailbox.end()
  await once(mailbox, 'finish')
  await writeFile(join(folder, 'calendar.ics'), writeCalendar({ random, people, count: 900, from, to: new Date(to.getTime() + 30 * day) }))
  const own = team.map(({ email }) => `--own-address ${email}`).join(' ')
  console.log(`Wrote people.csv, mail.mbox and calendar.ics into ${folder}. To bring them in:\n\n  npx rapport import ${folder} ${own}`)
  return 0
}

function peopleTable(people: Person[]): string {
  const rows = people.map(({ given_name, family_name, email, phone, company, title, tags }) => [given_name, family_name, email, phone, company.name, title, tags.join('; ')])
  return csvLines([['First Name', 'Last Name', 'Email', 'Phone', 'Company', 'Job Title', 'Tags'], ...rows])
}
