// Many contacts at once, set by set: match, insert what is new, add to what is known. Called in the transaction of one
// batch of an import, on a connection that can COPY.

import { sql } from 'kysely'
import type pg from 'pg'
import { newIds } from '#platform/db/ids'
import { stage } from '#platform/db/staging'
import type { Tx } from '#platform/db/kysely'
import { lockAddresses } from './addresses.ts'
import { ensureCompanies } from './companies.ts'
import { findContactIds } from './queries.ts'
import { ensureTags } from './tags.ts'

export interface ImportedContact {
  /** Where it stands in the file, unique in the batch. */
  line: number
  name: string | null
  given_name: string | null
  family_name: string | null
  /** Lower case, the primary one first; no address twice in a batch. */
  emails: string[]
  phones: { number: string; label: string | null }[]
  company: string | null
  title: string | null
  tags: string[]
  fields: Record<string, string>
}

export interface MergeCounts {
  created: number
  updated: number
  unchanged: number
}

/**
 * Stores a batch. A row is the contact that has one of its addresses; a row without an address the one of the same
 * name, company and phone that has none either. A known contact gets what the row has and it had not or had otherwise;
 * nothing is taken away, and one that is the same already is left alone.
 */
export async function mergeContacts(tx: Tx, client: pg.PoolClient, rows: ImportedContact[]): Promise<MergeCounts> {
  await lockAddresses(tx, 'many')
  const identified = await identify(tx, rows)
  await stage({ tx, client }, 'incoming', incomingColumns, identified)
  const created = identified.filter(({ is_new }) => is_new).length
  if (created > 0) await insertNew(tx)
  const updated = new Set(created < rows.length ? [...(await updateKnown(tx)), ...(await addAddresses(tx))] : [])
  for (const id of await addTags(tx)) updated.add(id)
  if (updated.size > 0) {
    await sql`
      update contact set updated_at = now() where org_id = (select current_org()) and id = any(${[...updated]}::uuid[])
    `.execute(tx)
  }
  return { created, updated: updated.size, unchanged: rows.length - created - updated.size }
}

const incomingColumns = {
  line: 'int',
  contact_id: 'uuid',
  is_new: 'boolean',
  name: 'text',
  given_name: 'text',
  family_name: 'text',
  emails: 'text[]',
  phones: 'jsonb',
  company_id: 'uuid',
  title: 'text',
  tag_ids: 'uuid[]',
  fields: 'jsonb',
}

/**
 * The rows with the ids that they stand for. Looked up by value before they are staged: joined with a staged table, of
 * which the planner knows nothing, each batch read all addresses of the organization (200,000: 0.5 s a batch).
 */
async function identify(tx: Tx, rows: ImportedContact[]) {
  const companies = await ensureCompanies(tx, rows.flatMap(({ company }) => company ?? []))
  const tags = await ensureTags(tx, rows.flatMap((row) => row.tags))
  const byAddress = await findContactIds(tx, rows.flatMap(({ emails }) => emails))
  const withCompany = rows.map((row) => ({ ...row, company_id: row.company && companies.get(row.company)! }))
  const namesakes = await findNamesakes(tx, withCompany.filter(({ emails }) => emails.length === 0))
  const known = withCompany.map(({ line, emails }) => {
    const address = emails.find((given) => byAddress.has(given))
    return address === undefined ? namesakes.get(line) : byAddress.get(address)
  })
  const fresh = (await newIds(tx, known.filter((id) => id === undefined).length)).toReversed()
  return withCompany.map((row, index) => ({
    ...row,
    contact_id: known[index] ?? fresh.pop()!,
    is_new: known[index] === undefined,
    tag_ids: [...new Set(row.tags.map((tag) => tags.get(tag)!))],
  }))
}

type Nameless = Pick<ImportedContact, 'line' | 'name' | 'phones'> & { company_id: string | null }

/** Contacts without an address that rows without one stand for, by line. */
async function findNamesakes(tx: Tx, rows: Nameless[]): Promise<Map<number, string>> {
  if (rows.length === 0) return new Map()
  const { rows: found } = await sql<{ line: number; id: string }>`
    with given as materialized (
      select line, lower(name) as sort_name, company_id, phones
      from json_to_recordset(${JSON.stringify(rows)}) as given (line int, name text, company_id uuid, phones jsonb)
    )
    select distinct on (line) line, contact.id
    from contact join given on contact.sort_name = given.sort_name
      and contact.company_id is not distinct from given.company_id
    where contact.org_id = (select current_org()) and contact.sort_name = any (array(select sort_name from given))
      and not exists (
        select from contact_email where org_id = (select current_org()) and contact_email.contact_id = contact.id
      ) and (
        (contact.phones = '[]' and given.phones = '[]') or exists (
          select from jsonb_array_elements(contact.phones) as old, jsonb_array_elements(given.phones) as new
          where old->>'number' = new->>'number'
        )
      )
    order by line, contact.id
  `.execute(tx)
  return new Map(found.map(({ line, id }) => [line, id]))
}

async function insertNew(tx: Tx) {
  await sql`
    insert into contact (org_id, id, name, given_name, family_name, company_id, title, phones, fields)
    select current_org(), contact_id, coalesce(name, emails[1]), given_name, family_name, company_id, title, phones, fields
    from incoming where is_new order by line
  `.execute(tx)
  await sql`
    insert into contact_email (org_id, address, contact_id, position)
    select current_org(), address, contact_id, place - 1
    from incoming, unnest(emails) with ordinality as given (address, place)
    where is_new order by line, place
  `.execute(tx)
}

// Two rows may turn out to be one known contact, by two of its addresses: what the later line says stands, and what it
// does not say is taken from the one before.
async function updateKnown(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with said as (
      select contact_id as id, last_said(name order by line) as name, last_said(given_name order by line) as given_name,
        last_said(family_name order by line) as family_name, last_said(title order by line) as title,
        last_said(company_id::text order by line)::uuid as company_id,
        jsonb_path_query_array(jsonb_agg(phones order by line), '$[*][*]') as phones,
        merge_fields(fields order by line) as fields
      from incoming where not is_new group by contact_id
    ), wanted as (
      select contact.id, coalesce(said.name, contact.name) as name,
        coalesce(said.given_name, contact.given_name) as given_name,
        coalesce(said.family_name, contact.family_name) as family_name,
        coalesce(said.company_id, contact.company_id) as company_id, coalesce(said.title, contact.title) as title,
        contact.phones || coalesce((
          select jsonb_agg(phone) from jsonb_array_elements(said.phones) as phone
          where not contact.phones @> jsonb_build_array(jsonb_build_object('number', phone->'number'))
        ), '[]') as phones,
        contact.fields || said.fields as fields
      from contact join said using (id) where contact.org_id = (select current_org()) for no key update of contact
    )
    update contact set name = wanted.name, given_name = wanted.given_name, family_name = wanted.family_name,
      company_id = wanted.company_id, title = wanted.title, phones = wanted.phones, fields = wanted.fields
    from wanted
    where contact.org_id = (select current_org()) and contact.id = wanted.id
      and (contact.name, contact.given_name, contact.family_name, contact.company_id, contact.title, contact.phones,
        contact.fields) is distinct from (wanted.name, wanted.given_name, wanted.family_name, wanted.company_id,
        wanted.title, wanted.phones, wanted.fields)
    returning contact.id
  `.execute(tx)
  return rows.map(({ id }) => id)
}

// An address that is another contact's stays there.
async function addAddresses(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ contact_id: string }>`
    insert into contact_email (org_id, address, contact_id, position)
    select current_org(), address, contact_id,
      (select coalesce(max(position) + 1, 0) from contact_email known
        where known.org_id = (select current_org()) and known.contact_id = incoming.contact_id)
        + row_number() over (partition by contact_id order by line, place) - 1
    from incoming, unnest(emails) with ordinality as given (address, place)
    where not is_new and not exists (
      select from contact_email known where known.org_id = (select current_org()) and known.address = given.address
    )
    on conflict do nothing
    returning contact_id
  `.execute(tx)
  return rows.map(({ contact_id }) => contact_id)
}

/** Returns the ids of those that have a tag which they had not. */
async function addTags(tx: Tx): Promise<string[]> {
  await sql`
    insert into contact_tag (org_id, contact_id, tag_id)
    select current_org(), contact_id, tag_id from incoming, unnest(tag_ids) as tag_id where is_new
  `.execute(tx)
  const { rows } = await sql<{ contact_id: string }>`
    insert into contact_tag (org_id, contact_id, tag_id)
    select distinct current_org(), contact_id, tag_id from incoming, unnest(tag_ids) as tag_id where not is_new
    on conflict do nothing
    returning contact_id
  `.execute(tx)
  return rows.map(({ contact_id }) => contact_id)
}

/**
 * The contacts of these people, made where an address is nobody's yet. Returns how many were made.
 * Nothing of a known contact is changed.
 */
export async function ensureContacts(tx: Tx, people: { address: string; name: string | null }[]): Promise<number> {
  if (people.length === 0) return 0
  await lockAddresses(tx, 'many')
  const known = await findContactIds(tx, people.map(({ address }) => address))
  const missing = new Map<string, string | null>()
  for (const { address, name } of people) {
    if (!known.has(address)) missing.set(address, missing.get(address) ?? name)
  }
  if (missing.size === 0) return 0
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
  return made.length
}
