// Contacts as vCard 4 (RFC 6350), which address books read.

import { sql } from 'kysely'
import ICAL from 'ical.js'
import { getContact, type Contact, type ExportSource, type PersonFile } from '#modules/contacts'
import type { Db } from '#platform/db/kysely'

interface ImportantDate {
  contact_id: string
  kind: string
  year: number | null
  month: number
  day: number
}

export async function* writeVcards(db: Db, pages: AsyncIterable<Contact[]> | Iterable<Contact[]>): AsyncGenerator<string> {
  for await (const contacts of pages) {
    const dates = Map.groupBy(await findDates(db, contacts.map(({ id }) => id)), ({ contact_id }) => contact_id)
    yield contacts.map((contact) => writeVcard(contact, dates.get(contact.id) ?? [])).join('')
  }
}

/** Of one, for their archive. */
export async function* exportVcard({ db, contact_id }: ExportSource): AsyncGenerator<PersonFile> {
  const contact = await getContact(db, contact_id)
  yield { path: 'contact.vcf', about: 'the contact as a vCard, which address books read', content: writeVcards(db, [[contact]]) }
}

function writeVcard(contact: Contact, dates: ImportantDate[]): string {
  const card = new ICAL.Component(['vcard', [], []])
  const add = (name: string, value: string | string[], parameters: Record<string, string | null | undefined> = {}) => {
    const property = new ICAL.Property(name, card)
    for (const [parameter, given] of Object.entries(parameters)) if (given) property.setParameter(parameter, given)
    property.setValue(value as string)
    card.addProperty(property)
  }
  add('version', '4.0')
  add('uid', `urn:uuid:${contact.id}`)
  add('fn', contact.name)
  if (contact.given_name || contact.family_name) add('n', [contact.family_name ?? '', contact.given_name ?? '', '', '', ''])
  for (const { address, label, primary } of contact.emails) add('email', address, { type: label, pref: primary ? '1' : null })
  for (const { number, label } of contact.phones) add('tel', number, { value: 'text', type: label })
  for (const { url, label } of contact.links) add('url', url, { type: label })
  if (contact.company) add('org', [contact.company.name])
  if (contact.title) add('title', contact.title)
  if (contact.tags.length > 0) {
    const categories = new ICAL.Property('categories', card)
    categories.setValues(contact.tags)
    card.addProperty(categories)
  }
  for (const date of dates) add(date.kind === 'birthday' ? 'bday' : 'anniversary', dateText(date))
  for (const [field, value] of Object.entries(contact.fields)) {
    if (value !== null) add('note', `${field}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
  }
  add('rev', contact.updated_at.replace(/\.\d+/, '').replace('+00:00', 'Z'))
  return `${card.toString()}\r\n`
}

/** `1815-12-10`, or without a year `--1210`. */
function dateText({ year, month, day }: ImportantDate): string {
  const [mm, dd] = [month, day].map((part) => String(part).padStart(2, '0'))
  return year === null ? `--${mm}${dd}` : `${String(year).padStart(4, '0')}-${mm}-${dd}`
}

async function findDates(db: Db, ids: string[]): Promise<ImportantDate[]> {
  const { rows } = await sql<ImportantDate>`
    select contact_id, kind, year, month, day from contact_date
    where org_id = (select current_org()) and contact_id = any(${ids}::uuid[]) and kind in ('birthday', 'anniversary') order by id
  `.execute(db)
  return rows
}
