// Many contacts at once, set by set: match, insert what is new, add to what is known. Called in the transaction of one
// batch of an import, on a connection that can COPY.

import { sql } from 'kysely'
import type pg from 'pg'
import { stage } from '#platform/db/staging'
import type { Tx } from '#platform/db/kysely'
import { lockAddresses } from './addresses.ts'

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
  await stage({ tx, client }, 'incoming', incomingColumns, rows)
  await sql`alter table incoming add contact_id uuid, add is_new boolean, add company_id uuid`.execute(tx)
  await lockAddresses(tx, 'many')
  await addCompanies(tx)
  await match(tx)
  const created = await insertNew(tx)
  const updated = new Set([...(await updateKnown(tx)), ...(await addAddresses(tx)), ...(await addTags(tx))])
  if (updated.size > 0) {
    await sql`
      update contact set updated_at = now() where org_id = (select current_org()) and id = any(${[...updated]}::uuid[])
    `.execute(tx)
  }
  return { created, updated: updated.size, unchanged: rows.length - created - updated.size }
}

const incomingColumns = {
  line: 'int',
  name: 'text',
  given_name: 'text',
  family_name: 'text',
  emails: 'text[]',
  phones: 'jsonb',
  company: 'text',
  title: 'text',
  tags: 'text[]',
  fields: 'jsonb',
}

async function addCompanies(tx: Tx) {
  await sql`
    insert into company (org_id, name)
    select distinct on (lower(company)) current_org(), company from incoming
    where company is not null and not exists (
      select from company known where known.org_id = (select current_org()) and known.match_name = lower(company)
    )
    on conflict do nothing
  `.execute(tx)
  await sql`
    update incoming set company_id = company.id from company
    where company.org_id = (select current_org()) and company.match_name = lower(incoming.company)
  `.execute(tx)
}

async function match(tx: Tx) {
  await sql`
    update incoming set contact_id = known.contact_id from (
      select distinct on (line) line, contact_email.contact_id
      from incoming, unnest(emails) with ordinality as given (address, place)
      join contact_email on contact_email.org_id = (select current_org()) and contact_email.address = given.address
      order by line, place
    ) known
    where known.line = incoming.line
  `.execute(tx)
  await sql`
    update incoming set contact_id = known.id from (
      select distinct on (line) line, contact.id
      from incoming join contact on contact.org_id = (select current_org()) and contact.sort_name = lower(incoming.name)
        and contact.company_id is not distinct from incoming.company_id
      where emails = '{}' and not exists (
        select from contact_email where org_id = (select current_org()) and contact_email.contact_id = contact.id
      ) and (
        (contact.phones = '[]' and incoming.phones = '[]') or exists (
          select from jsonb_array_elements(contact.phones) as old, jsonb_array_elements(incoming.phones) as new
          where old->>'number' = new->>'number'
        )
      )
      order by line, contact.id
    ) known
    where known.line = incoming.line
  `.execute(tx)
  await sql`
    update incoming set is_new = contact_id is null, contact_id = coalesce(contact_id, new_id())
  `.execute(tx)
}

async function insertNew(tx: Tx): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into contact (org_id, id, name, given_name, family_name, company_id, title, phones, fields)
    select current_org(), contact_id, coalesce(name, emails[1]), given_name, family_name, company_id, title,
      phones, fields
    from incoming where is_new order by line
  `.execute(tx)
  await sql`
    insert into contact_email (org_id, address, contact_id, position)
    select current_org(), address, contact_id, place - 1
    from incoming, unnest(emails) with ordinality as given (address, place)
    where is_new order by line, place
  `.execute(tx)
  return Number(numAffectedRows)
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

async function addTags(tx: Tx): Promise<string[]> {
  await sql`
    insert into tag (org_id, name)
    select distinct on (lower(said)) current_org(), said from incoming, unnest(tags) as given (said)
    where not exists (
      select from tag known where known.org_id = (select current_org()) and known.match_name = lower(said)
    )
    on conflict do nothing
  `.execute(tx)
  const { rows } = await sql<{ contact_id: string }>`
    with added as (
      insert into contact_tag (org_id, contact_id, tag_id)
      select current_org(), contact_id, tag.id
      from incoming, unnest(tags) as given (said)
      join tag on tag.org_id = (select current_org()) and tag.match_name = lower(said)
      on conflict do nothing
      returning contact_id
    )
    select contact_id from added where contact_id not in (select contact_id from incoming where is_new)
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
  const { rows } = await sql<{ made: number }>`
    with missing as (
      select new_id() as id, address, coalesce(name, address) as name
      from (select distinct on (address) address, name from json_to_recordset(${JSON.stringify(people)})
        as given (address text, name text) order by address, name nulls last) as given
      where not exists (
        select from contact_email where org_id = (select current_org()) and contact_email.address = given.address
      )
    ), made as (
      insert into contact (org_id, id, name) select current_org(), id, name from missing
    ), addressed as (
      insert into contact_email (org_id, address, contact_id, position)
      select current_org(), address, id, 0 from missing
    )
    select count(*)::int as made from missing
  `.execute(tx)
  return rows[0]!.made
}
