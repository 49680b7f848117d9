// The baseline of the contact import: the same people with plain COPY into the same tables, with their indexes, foreign
// keys and triggers; as their owner, whom row-level security does not concern. It matches nobody and rejects nothing.

import { randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { person, type Person } from './people.ts'

/** Returns the seconds that COPY took; making its input is not counted. */
export async function copyPeople(db: pg.Client, { orgId, folder, count }: { orgId: string; folder: string; count: number }) {
  const companies = new Map<string, string>()
  const tags = new Map<string, string>()
  const ids: string[] = []
  for (let n = 0; n < count; n++) {
    const { company, tags: own } = person(n)
    ids.push(nextId())
    if (company && !companies.has(company)) companies.set(company, nextId())
    for (const tag of own) if (!tags.has(tag)) tags.set(tag, nextId())
  }
  const everyone = (lines: (one: Person, id: string) => string) => function* () {
    for (let n = 0; n < count; n++) yield lines(person(n), ids[n]!)
  }
  const named = (all: Map<string, string>) => () => all.entries().map(([name, id]) => `${orgId}\t${id}\t${name}\n`)
  const tables: [into: string, lines: () => Iterable<string>][] = [
    ['company (org_id, id, name)', named(companies)],
    ['tag (org_id, id, name)', named(tags)],
    ['contact (org_id, id, name, given_name, family_name, company_id, title, phones, fields)', everyone((one, id) => contactLine(one, id))],
    ['contact_email (org_id, address, contact_id, position)', everyone((one, id) => `${orgId}\t${one.email}\t${id}\t0\n`)],
    ['contact_tag (org_id, contact_id, tag_id)', everyone((one, id) => one.tags.map((tag) => `${orgId}\t${id}\t${tags.get(tag)}\n`).join(''))],
  ]
  function contactLine({ given_name, family_name, company, title, phone, city }: Person, id: string): string {
    const phones = phone ? [{ number: phone, label: null }] : []
    return `${[orgId, id, `${given_name} ${family_name}`, given_name, family_name, company ? companies.get(company) : '\\N',
      title ?? '\\N', JSON.stringify(phones), JSON.stringify({ City: city })].join('\t')}\n`
  }

  let seconds = 0
  for (const [into, lines] of tables) {
    const path = join(folder, 'copy.txt')
    await pipeline(Readable.from(joined(lines())), createWriteStream(path))
    const begun = performance.now()
    await pipeline(createReadStream(path, { highWaterMark: 65_536 }), db.query(copyFrom(`copy ${into} from stdin`)))
    seconds += (performance.now() - begun) / 1_000
  }
  return seconds
}

function* joined(lines: Iterable<string>): Generator<string> {
  let chunk = ''
  for (const line of lines) {
    chunk += line
    if (chunk.length < 65_536) continue
    yield chunk
    chunk = ''
  }
  yield chunk
}

let drawn = 0

// In the order of creation, as the database's own ids are.
function nextId(): string {
  const time = (1_750_000_000_000 + Math.floor(++drawn / 10)).toString(16).padStart(12, '0')
  const rest = `${(drawn % 10).toString().padStart(3, '0')}a${randomBytes(8).toString('hex').slice(0, 15)}`
  return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(0, 3)}-${rest.slice(3, 7)}-${rest.slice(7, 19)}`
}
