// People for the contact import: as a CSV file, and as what COPY takes to put the same rows straight into the tables.

import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export interface Person {
  given_name: string
  family_name: string
  email: string
  phone: string | null
  company: string | null
  title: string | null
  tags: string[]
  city: string
}

const given = 'Ada Akira Amara Anders Beatriz Chen Diego Elena Felix Grace Hana Ivan Joana Kenji Lucía Mei Nils Olga Priya Zoë'.split(' ')
const family = 'Anderson Berger Costa Dahl Eriksen Fischer García Haddad Ito Jensen Kowalski Lindqvist Müller Novak Okafor Park'.split(' ')
const titles = ['Analyst', 'Buyer', 'CEO', 'Designer', 'Engineer', 'Founder', 'Head of sales', 'Professor', null, null]
const tags = ['fair 2026', 'customer', 'lead', 'newsletter', 'partner', 'press', 'speaker', 'alumni']

const companyCount = 20_000

/** The n-th person: always the same. */
export function person(n: number): Person {
  // A multiplication by a large prime scatters without a table of random numbers.
  const scattered = Math.imul(n, 2_654_435_761) >>> 0
  return {
    given_name: given[scattered % 20]!,
    family_name: `${family[(scattered >>> 5) % 16]}${n % 97 === 0 ? '-Smith' : ''}`,
    email: `someone${n}@${n % 4 === 0 ? 'example.com' : `firm${scattered % companyCount}.example.net`}`,
    phone: n % 3 === 0 ? null : `+49 40 ${1_000_000 + (scattered % 8_999_999)}`,
    company: n % 10 < 3 ? null : `Firm ${scattered % companyCount}`,
    title: titles[(scattered >>> 9) % 10]!,
    tags: n % 2 === 0 ? [tags[0]!, tags[1 + (scattered >>> 12) % 7]!] : [],
    city: ['Berlin', 'Lagos', 'Lima', 'Oslo, Norway', 'Osaka'][n % 5]!,
  }
}

/** Writes the people as a CSV file, as an address book exports it. */
export async function writeCsv(path: string, people: Iterable<Person>) {
  const quoted = (text: string) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const lines = function* () {
    yield 'First name,Last name,Email,Phone,Company,Job title,Tags,City\n'
    let chunk = ''
    for (const { given_name, family_name, email, phone, company, title, tags: own, city } of people) {
      const cells = [given_name, family_name, email, phone ?? '', company ?? '', title ?? '', own.join(';'), city]
      chunk += `${cells.map(quoted).join(',')}\n`
      if (chunk.length < 65_536) continue
      yield chunk
      chunk = ''
    }
    yield chunk
  }
  await pipeline(Readable.from(lines()), createWriteStream(path))
}

export function* people(from: number, to: number): Generator<Person> {
  for (let n = from; n < to; n++) yield person(n)
}
