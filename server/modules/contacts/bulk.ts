// Many contacts at once, set by set: insert what is new, add to what is known. Called in the transaction of one batch of
// an import, on a connection that can COPY, for rows that matching.ts has looked up.

import { sql } from 'kysely'
import type pg from 'pg'
import { newIds } from '#platform/db/ids'
import { stage } from '#platform/db/staging'
import type { Tx } from '#platform/db/kysely'
import { lockAddresses, type Address } from './addresses.ts'
import { ensureCompanies } from './companies/actions.ts'
import type { FieldValue } from './fields/values.ts'
import type { Photo } from './photos/actions.ts'
import { ensureTags } from './tags/contact-tags.ts'

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
    insert into contact (org_id, id, name, given_name, family_name, company_id, title, owner_id, phones, fields,
      photo_file, photo_hash)
    select current_org(), contact_id, coalesce(name, emails[1], phones->0->>'number'), given_name, family_name, company_id,
      title, owner_id, phones, fields, photo_file, photo_hash
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

async function changeKnown(tx: Tx): Promise<ContactChanged[]> {
  const columns = await updateKnown(tx)
  const emails = await addAddresses(tx)
  const tags = await addTags(tx)
  const dates = await addDates(tx, { is_new: false })
  const ids = [...new Set([...columns.keys(), ...emails.keys(), ...tags.keys(), ...dates.keys()])]
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string; updated_at: string }>`
    with before as (
      select id, updated_at::text from contact where org_id = (select current_org()) and id = any(${ids}::uuid[])
    )
    update contact set updated_at = now() from before
    where contact.org_id = (select current_org()) and contact.id = before.id
    returning before.id, before.updated_at
  `.execute(tx)
  return rows.map(({ id, updated_at }) => ({
    id,
    updated_at,
    columns: columns.get(id) ?? null,
    emails: emails.get(id) ?? [],
    tags: tags.get(id) ?? [],
    dates: dates.get(id) ?? [],
  }))
}

/**
 * What the changed ones were before. Two rows may turn out to be one known contact: what the later line says stands,
 * and what it does not say is taken from the one before.
 */
async function updateKnown(tx: Tx): Promise<Map<string, Record<string, unknown>>> {
  const { rows } = await sql<{ id: string; before: Record<string, unknown> }>`
    with said as (
      select contact_id as id, last_said(name order by line) as name, last_said(given_name order by line) as given_name,
        last_said(family_name order by line) as family_name, last_said(title order by line) as title,
        last_said(company_id::text order by line)::uuid as company_id,
        last_said(owner_id::text order by line)::uuid as owner_id,
        jsonb_path_query_array(jsonb_agg(phones order by line), '$[*][*]') as phones,
        merge_fields(fields order by line) as fields,
        last_said(photo_file::text order by line)::uuid as photo_file, last_said(photo_hash order by line) as photo_hash
      from incoming where not is_new group by contact_id
    ), wanted as (
      select contact.id, coalesce(said.name, contact.name) as name,
        coalesce(said.given_name, contact.given_name) as given_name,
        coalesce(said.family_name, contact.family_name) as family_name,
        coalesce(said.company_id, contact.company_id) as company_id, coalesce(said.title, contact.title) as title,
        coalesce(said.owner_id, contact.owner_id) as owner_id,
        contact.phones || coalesce((
          select jsonb_agg(phone) from jsonb_array_elements(said.phones) as phone
          where not contact.phones @> jsonb_build_array(jsonb_build_object('number', phone->'number'))
        ), '[]') as phones,
        contact.fields || said.fields as fields, coalesce(contact.photo_file, said.photo_file) as photo_file,
        coalesce(contact.photo_hash, said.photo_hash) as photo_hash,
        jsonb_build_object('name', contact.name, 'given_name', contact.given_name, 'family_name', contact.family_name,
          'company_id', contact.company_id, 'title', contact.title, 'owner_id', contact.owner_id,
          'phones', contact.phones, 'fields', contact.fields, 'photo_file', contact.photo_file,
          'photo_hash', contact.photo_hash) as before
      from contact join said using (id) where contact.org_id = (select current_org()) for no key update of contact
    )
    update contact set name = wanted.name, given_name = wanted.given_name, family_name = wanted.family_name,
      company_id = wanted.company_id, title = wanted.title, owner_id = wanted.owner_id, phones = wanted.phones,
      fields = wanted.fields, photo_file = wanted.photo_file, photo_hash = wanted.photo_hash
    from wanted
    where contact.org_id = (select current_org()) and contact.id = wanted.id
      and (contact.name, contact.given_name, contact.family_name, contact.company_id, contact.title, contact.owner_id,
        contact.phones, contact.fields, contact.photo_file) is distinct from (wanted.name, wanted.given_name, wanted.family_name,
        wanted.company_id, wanted.title, wanted.owner_id, wanted.phones, wanted.fields, wanted.photo_file)
    returning contact.id, wanted.before
  `.execute(tx)
  return new Map(rows.map(({ id, before }) => [id, before]))
}

// An address that is another contact's stays there.
async function addAddresses(tx: Tx): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ contact_id: string; address: string }>`
    insert into contact_email (org_id, address, contact_id, label, position)
    select current_org(), address, contact_id, label,
      (select coalesce(max(position) + 1, 0) from contact_email known
        where known.org_id = (select current_org()) and known.contact_id = incoming.contact_id)
        + row_number() over (partition by contact_id order by line, place) - 1
    from incoming, unnest(emails, email_labels) with ordinality as given (address, label, place)
    where not is_new and not exists (
      select from contact_email known
        join contact holder on holder.org_id = known.org_id and holder.id = known.contact_id and holder.deleted_at is null
      where known.org_id = (select current_org()) and known.address = given.address
    )
    on conflict do nothing
    returning contact_id, address
  `.execute(tx)
  return gather(rows, ({ address }) => address)
}

/** The tags that they had not. */
async function addTags(tx: Tx): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ contact_id: string; tag_id: string }>`
    insert into contact_tag (org_id, contact_id, tag_id)
    select distinct current_org(), contact_id, tag_id from incoming, unnest(tag_ids) as tag_id where not is_new
    on conflict do nothing
    returning contact_id, tag_id
  `.execute(tx)
  return gather(rows, ({ tag_id }) => tag_id)
}

/** The days that they had not. People are born once. */
async function addDates(tx: Tx, { is_new }: { is_new: boolean }): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ contact_id: string; id: string }>`
    insert into contact_date (org_id, contact_id, kind, label, year, month, day)
    select distinct on (contact_id, kind, label, month, day) current_org(), contact_id, kind, label, year, month, day
    from incoming, jsonb_to_recordset(dates) as given (kind text, label text, year int, month int, day int)
    where is_new = ${is_new} and dates <> '[]' and not exists (
      select from contact_date known
      where known.org_id = (select current_org()) and known.contact_id = incoming.contact_id and known.kind = given.kind
        and known.label is not distinct from given.label and known.month = given.month and known.day = given.day
    )
    order by contact_id, kind, label, month, day, year
    on conflict do nothing
    returning contact_id, id
  `.execute(tx)
  return gather(rows, ({ id }) => id)
}

async function rememberUids(tx: Tx, importId: string) {
  await sql`
    insert into contact_uid (org_id, uid, contact_id, import_id)
    select current_org(), uid, contact_id, ${importId}::uuid from incoming where uid is not null
    on conflict do nothing
  `.execute(tx)
}

function gather<Row extends { contact_id: string }>(rows: Row[], value: (row: Row) => string): Map<string, string[]> {
  const byContact = Map.groupBy(rows, ({ contact_id }) => contact_id)
  return new Map([...byContact].map(([id, found]) => [id, found.map(value)]))
}

/**
 * The contacts of these people, made where an address is nobody's yet; who was deleted stays so. Returns the ids of those
 * that were made. Nothing of a known contact is changed.
 */
export async function ensureContacts(tx: Tx, people: { address: string; name: string | null }[]): Promise<string[]> {
  if (people.length === 0) return []
  await lockAddresses(tx, 'many')
  const { rows } = await sql<{ address: string }>`
    select distinct address from contact_email
    where org_id = (select current_org()) and address = any(${people.map(({ address }) => address)})
  `.execute(tx)
  const known = new Set(rows.map(({ address }) => address))
  const missing = new Map<string, string | null>()
  for (const { address, name } of people) {
    if (!known.has(address)) missing.set(address, missing.get(address) ?? name)
  }
  if (missing.size === 0) return []
  const ids = await newIds(tx, missing.size)
  const made = [...missing].map(([address, name], index) => ({ id: ids[index], address, name: name ?? address }))
  await sql`
    with given as (
      select id, address, name from json_to_recordset(${JSON.stringify(made)}) as given (id uuid, address text, name text)
    ), made as (
      insert into contact (org_id, id, name) select current_org(), id, name from given
    )
    insert into contact_email (org_id, address, contact_id, position) select current_org(), address, id, 0 from given
  `.execute(tx)
  return ids
}
