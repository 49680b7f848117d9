// What a batch adds to the contacts that are there already.

import { sql } from 'kysely'
import type { Tx } from '#platform/db/kysely'
import { addDates, gather } from './dates.ts'
import type { ContactChanged } from './storing.ts'

/** Gives those that are known what the staged rows have and they had not. */
export async function changeKnown(tx: Tx): Promise<ContactChanged[]> {
  const columns = await updateKnown(tx)
  const emails = await addAddresses(tx)
  const tags = await addTags(tx)
  const dates = await addDates(tx, { is_new: false })
  const others = new Set([...emails.keys(), ...tags.keys(), ...dates.keys()].filter((id) => !columns.has(id)))
  const times = new Map([...columns].map(([id, { updated_at }]) => [id, updated_at]))
  for (const { id, updated_at } of others.size > 0 ? await touch(tx, [...others]) : []) times.set(id, updated_at)
  return [...times].map(([id, updated_at]) => ({
    id,
    updated_at,
    columns: columns.get(id)?.before ?? null,
    emails: emails.get(id) ?? [],
    tags: tags.get(id) ?? [],
    dates: dates.get(id) ?? [],
  }))
}

/** Those whose own row stays as it is: they have changed as well. Returns when they had before. */
async function touch(tx: Tx, ids: string[]): Promise<{ id: string; updated_at: string }[]> {
  const { rows } = await sql<{ id: string; updated_at: string }>`
    with before as (
      select id, updated_at::text from contact where org_id = (select current_org()) and id = any(${ids}::uuid[])
    )
    update contact set updated_at = now() from before
    where contact.org_id = (select current_org()) and contact.id = before.id
    returning before.id, before.updated_at
  `.execute(tx)
  return rows
}

interface Before {
  id: string
  /** The columns. */
  before: Record<string, unknown>
  updated_at: string
}

/**
 * What the changed ones were before. Two rows may turn out to be one known contact: what the later line says stands,
 * and what it does not say is taken from the one before.
 */
async function updateKnown(tx: Tx): Promise<Map<string, Before>> {
  const { rows } = await sql<Before>`
    with said as (
      select contact_id as id, last_said(name order by line) as name, last_said(given_name order by line) as given_name,
        last_said(family_name order by line) as family_name, last_said(title order by line) as title,
        last_said(company_id::text order by line)::uuid as company_id,
        last_said(owner_id::text order by line)::uuid as owner_id,
        jsonb_path_query_array(jsonb_agg(phones order by line), '$[*][*]') as phones,
        jsonb_path_query_array(jsonb_agg(links order by line), '$[*][*]') as links,
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
        contact.links || coalesce((
          select jsonb_agg(link) from jsonb_array_elements(said.links) as link
          where not contact.links @> jsonb_build_array(jsonb_build_object('url', link->'url'))
        ), '[]') as links,
        contact.fields || said.fields as fields, coalesce(contact.photo_file, said.photo_file) as photo_file,
        coalesce(contact.photo_hash, said.photo_hash) as photo_hash,
        jsonb_build_object('name', contact.name, 'given_name', contact.given_name, 'family_name', contact.family_name,
          'company_id', contact.company_id, 'title', contact.title, 'owner_id', contact.owner_id,
          'phones', contact.phones, 'links', contact.links, 'fields', contact.fields, 'photo_file', contact.photo_file,
          'photo_hash', contact.photo_hash) as before, contact.updated_at::text as updated_at
      from contact join said using (id) where contact.org_id = (select current_org()) for no key update of contact
    )
    update contact set name = wanted.name, given_name = wanted.given_name, family_name = wanted.family_name,
      company_id = wanted.company_id, title = wanted.title, owner_id = wanted.owner_id, phones = wanted.phones,
      links = wanted.links, fields = wanted.fields, photo_file = wanted.photo_file, photo_hash = wanted.photo_hash,
      updated_at = now()
    from wanted
    where contact.org_id = (select current_org()) and contact.id = wanted.id
      and (contact.name, contact.given_name, contact.family_name, contact.company_id, contact.title, contact.owner_id,
        contact.phones, contact.links, contact.fields, contact.photo_file) is distinct from (wanted.name, wanted.given_name, wanted.family_name,
        wanted.company_id, wanted.title, wanted.owner_id, wanted.phones, wanted.links, wanted.fields, wanted.photo_file)
    returning contact.id, wanted.before, wanted.updated_at
  `.execute(tx)
  return new Map(rows.map((row) => [row.id, row]))
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
