// Many contacts at once, set by set: insert what is new, add to what is known. Called in the transaction of one batch of
// an import, on a connection that can COPY, for rows that matching.ts has looked up.

import { sql } from 'kysely'
import type pg from 'pg'
import { newIds } from '#platform/db/ids'
import { stage } from '#platform/db/staging'
import type { Tx } from '#platform/db/kysely'
import type { Address } from '../addresses.ts'
import { ensureCompanies } from '../companies/actions.ts'
import type { FieldValue } from '../fields/values.ts'
import type { Photo } from '../photos/actions.ts'
import { ensureTags } from '../tags/contact-tags.ts'
import { addDates } from './dates.ts'
import { changeKnown } from './known.ts'

export interface ImportedContact {
  /** Where it stands in the file, unique in the batch. */
  line: number
  /** Of a contact that is there already. */
  id: string | null
  /** By what its source knows it (UID of a vCard). */
  uid: string | null
  name: string | null
  given_name: string | null
  family_name: string | null
  /** The primary one first; no address twice in a batch. */
  emails: Address[]
  phones: { number: string; label: string | null }[]
  /** Of the web; no address twice. */
  links: { url: string; label: string | null }[]
  company: string | null
  title: string | null
  owner_id: string | null
  tags: string[]
  dates: { kind: 'birthday' | 'anniversary' | 'custom'; label: string | null; year: number | null; month: number; day: number }[]
  /** Stored already, to be shown if the contact has none. */
  photo?: Photo
  /** By key and normalized, once `resolveImportedFields` has seen them. */
  fields: Record<string, FieldValue>
}

/** A row, and the contact that it is; null makes a new one. */
export type MatchedContact = ImportedContact & { contact_id: string | null }

/** What a batch has done, in so much detail that it can be undone. */
export interface StoredContacts {
  /** Ids of new contacts, in the order of the rows. */
  created: string[]
  changed: ContactChanged[]
  /** Ids of companies and tags that were made for them. */
  companies: string[]
  tags: string[]
}

export interface ContactChanged {
  id: string
  /** As it was. */
  updated_at: string
  /** The columns as they were, when one of them has changed. */
  columns: Record<string, unknown> | null
  /** What was added. */
  emails: string[]
  tags: string[]
  /** Ids. */
  dates: string[]
}

/**
 * Stores a batch. A known contact gets what the row has and it had not or had otherwise; nothing is taken away, and one
 * that is the same already is left alone. The caller has `lockAddresses` for many.
 */
export async function storeContacts(
  tx: Tx,
  client: pg.PoolClient,
  rows: MatchedContact[],
  importId: string,
): Promise<StoredContacts> {
  const companies = await ensureCompanies(tx, rows.flatMap(({ company }) => company ?? []))
  const tags = await ensureTags(tx, rows.flatMap((row) => row.tags))
  const fresh = (await newIds(tx, rows.filter(({ contact_id }) => contact_id === null).length)).toReversed()
  const staged = rows.map(({ contact_id, ...row }) => ({
    ...row,
    contact_id: contact_id ?? fresh.pop()!,
    is_new: contact_id === null,
    emails: row.emails.map(({ address }) => address),
    email_labels: row.emails.map(({ label }) => label),
    company_id: row.company && companies.ids.get(row.company)!,
    tag_ids: [...new Set(row.tags.map((tag) => tags.ids.get(tag)!))],
    photo_file: row.photo?.file ?? null,
    photo_hash: row.photo?.hash ?? null,
  }))
  await stage({ tx, client }, 'incoming', incomingColumns, staged)
  const created = staged.filter(({ is_new }) => is_new).map(({ contact_id }) => contact_id)
  if (created.length > 0) await insertNew(tx)
  const changed = created.length < rows.length ? await changeKnown(tx) : []
  if (rows.some(({ uid }) => uid !== null)) await rememberUids(tx, importId)
  return { created, changed, companies: companies.made, tags: tags.made }
}

const incomingColumns = {
  line: 'int',
  contact_id: 'uuid',
  is_new: 'boolean',
  name: 'text',
  given_name: 'text',
  family_name: 'text',
  emails: 'text[]',
  email_labels: 'text[]',
  phones: 'jsonb',
  links: 'jsonb',
  company_id: 'uuid',
  title: 'text',
  owner_id: 'uuid',
  tag_ids: 'uuid[]',
  fields: 'jsonb',
  uid: 'text',
  dates: 'jsonb',
  photo_file: 'uuid',
  photo_hash: 'text',
}

async function insertNew(tx: Tx) {
  await sql`
    insert into contact (org_id, id, name, given_name, family_name, company_id, title, owner_id, phones, links,
      fields, photo_file, photo_hash)
    select current_org(), contact_id, coalesce(name, emails[1], phones->0->>'number'), given_name, family_name, company_id,
      title, owner_id, phones, links, fields, photo_file, photo_hash
    from incoming where is_new order by line
  `.execute(tx)
  await sql`
    insert into contact_email (org_id, address, contact_id, label, position)
    select current_org(), address, contact_id, label, place - 1
    from incoming, unnest(emails, email_labels) with ordinality as given (address, label, place)
    where is_new order by line, place
    on conflict do nothing
  `.execute(tx)
  await sql`
    insert into contact_tag (org_id, contact_id, tag_id)
    select current_org(), contact_id, tag_id from incoming, unnest(tag_ids) as tag_id where is_new
  `.execute(tx)
  await addDates(tx, { is_new: true })
}

async function rememberUids(tx: Tx, importId: string) {
  await sql`
    insert into contact_uid (org_id, uid, contact_id, import_id)
    select current_org(), uid, contact_id, ${importId}::uuid from incoming where uid is not null
    on conflict do nothing
  `.execute(tx)
}
