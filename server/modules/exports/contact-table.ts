// Contacts as CSV: with the columns that the import knows, and without formulas.

import { sql } from 'kysely'
import type { Contact } from '#modules/contacts'
import { ownMark } from '#modules/imports'
import { byteOrderMark, csvLines } from '#platform/csv'
import type { Db } from '#platform/db/kysely'

interface Columns {
  emails: number
  phones: number
  fields: string[]
  /** Addresses of members. */
  owners: Map<string, string>
}

export async function* writeContactTable(db: Db, pages: AsyncIterable<Contact[]>): AsyncGenerator<string> {
  const columns = await findColumns(db)
  yield byteOrderMark + csvLines([headers(columns)])
  for await (const contacts of pages) yield csvLines(contacts.map((contact) => cells(contact, columns)))
}

/** As many columns as somebody needs. */
async function findColumns(db: Db): Promise<Columns> {
  const { rows } = await sql<{ emails: number; phones: number; fields: string[] | null; owners: Record<string, string> | null }>`
    select coalesce((select max(position) + 1 from contact_email where org_id = (select current_org())), 1)::int as emails,
      coalesce((select max(jsonb_array_length(phones)) from contact where org_id = (select current_org())), 1)::int as phones,
      (select array_agg(distinct key order by key) from contact, jsonb_object_keys(fields) as key where org_id = (select current_org())) as fields,
      (select json_object_agg("user".id, email) from member join "user" on "user".id = user_id where org_id = (select current_org())) as owners
  `.execute(db)
  const { emails, phones, fields, owners } = rows[0]!
  return { emails: Math.max(emails, 1), phones: Math.max(phones, 1), fields: fields ?? [], owners: new Map(Object.entries(owners ?? {})) }
}

function headers({ emails, phones, fields }: Columns): string[] {
  return [
    'Rapport ID', 'Name', 'First Name', 'Last Name', ...numbered('Email', emails), ...numbered('Phone', phones), 'Company', 'Job Title', 'Tags', 'Owner',
    ...fields, `${ownMark}last contact`, `${ownMark}created`,
  ]
}

function numbered(name: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => (index === 0 ? name : `${name} ${index + 1}`))
}

function cells(contact: Contact, { emails, phones, fields, owners }: Columns): string[] {
  const { id, name, given_name, family_name, company, title, tags, owner_id, last_interaction_at, created_at } = contact
  return [
    id, name, given_name ?? '', family_name ?? '',
    ...Array.from({ length: emails }, (_, index) => contact.emails[index]?.address ?? ''),
    ...Array.from({ length: phones }, (_, index) => contact.phones[index]?.number ?? ''),
    company?.name ?? '', title ?? '', tags.join('; '), (owner_id && owners.get(owner_id)) ?? '',
    ...fields.map((field) => valueText(contact.fields[field])),
    last_interaction_at ?? '', created_at,
  ]
}

function valueText(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}
