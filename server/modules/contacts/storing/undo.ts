// Taking back what a batch has done, for as far as nobody has changed it since.

import { sql } from 'kysely'
import type { Tx } from '#platform/db/kysely'
import { enqueue } from '#platform/jobs'
import type { StoredContacts } from './storing.ts'
import type { PhotoFile } from '../photos/actions.ts'

export interface TakeBack extends StoredContacts {
  org_id: string
  /** The batch's now(): the `updated_at` of whatever it touched, until someone else does. */
  made_at: string
  /** Contacts that have to stay for another reason. */
  needed: string[]
}

export interface TakenBack {
  removed: number
  restored: number
  /** Those that somebody has changed since, or needs. */
  kept: { id: string; name: string }[]
}

/** Takes a batch back. The caller has `lockAddresses` for many. */
export async function takeBackContacts(tx: Tx, batch: TakeBack): Promise<TakenBack> {
  const photos = await listPhotos(tx, [...batch.created, ...batch.changed.map(({ id }) => id)])
  const restored = await restore(tx, batch)
  const needed = new Set([...batch.needed, ...(await listEnriched(tx, batch))])
  const removable = batch.created.filter((id) => !needed.has(id))
  const { rows: removed } = await sql`
    delete from contact
    where org_id = (select current_org()) and id = any(${removable}::uuid[]) and updated_at = ${batch.made_at}::timestamptz
    returning id
  `.execute(tx)
  const done = new Set(restored)
  const left = [...batch.created, ...batch.changed.map(({ id }) => id).filter((id) => !done.has(id))]
  const { rows: kept } = await sql<{ id: string; name: string }>`
    select id, name from contact where org_id = (select current_org()) and id = any(${left}::uuid[]) order by id
  `.execute(tx)
  await removeUnused(tx, batch)
  // What a contact still shows the job leaves where it is.
  for (const file of photos) await enqueue(tx, 'contacts.remove_photo', { org_id: batch.org_id, file } as PhotoFile)
  return { removed: removed.length, restored: restored.length, kept }
}

async function listPhotos(tx: Tx, ids: string[]): Promise<string[]> {
  const { rows } = await sql<{ photo_file: string }>`
    select photo_file from contact
    where org_id = (select current_org()) and id = any(${ids}::uuid[]) and photo_file is not null
  `.execute(tx)
  return rows.map(({ photo_file }) => photo_file)
}

/** New contacts to whom somebody has added a date or a relationship, which are not changes of the contact itself. */
async function listEnriched(tx: Tx, { created, made_at }: TakeBack): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select contact_id as id from contact_date
    where org_id = (select current_org()) and contact_id = any(${created}::uuid[]) and created_at > ${made_at}::timestamptz
    union select contact_id from relationship where org_id = (select current_org()) and contact_id = any(${created}::uuid[])
    union select other_id from relationship where org_id = (select current_org()) and other_id = any(${created}::uuid[])
  `.execute(tx)
  return rows.map(({ id }) => id)
}

/** Returns the ids of those that are as they were. */
async function restore(tx: Tx, { changed, made_at }: TakeBack): Promise<string[]> {
  if (changed.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select id from contact
    where org_id = (select current_org()) and id = any(${changed.map(({ id }) => id)}::uuid[])
      and updated_at = ${made_at}::timestamptz
    for no key update
  `.execute(tx)
  const ids = new Set(rows.map(({ id }) => id))
  const wanted = JSON.stringify(changed.filter(({ id }) => ids.has(id)))
  await sql`
    with given as (
      select * from json_to_recordset(${wanted}) as given (id uuid, updated_at timestamptz, columns jsonb)
    ), said as (
      select given.id as contact_id, given.updated_at as before, columns is not null as has_columns, was.*
      from given, jsonb_to_record(coalesce(columns, '{}')) as was (
        name text, given_name text, family_name text, company_id uuid, title text, owner_id uuid, phones jsonb, links jsonb,
        fields jsonb, photo_file uuid, photo_hash text
      )
    )
    update contact set updated_at = said.before,
      name = case when has_columns then said.name else contact.name end,
      given_name = case when has_columns then said.given_name else contact.given_name end,
      family_name = case when has_columns then said.family_name else contact.family_name end,
      title = case when has_columns then said.title else contact.title end,
      phones = case when has_columns then said.phones else contact.phones end,
      -- Not known of imports of before there were any.
      links = case when has_columns then coalesce(said.links, contact.links) else contact.links end,
      fields = case when has_columns then said.fields else contact.fields end,
      photo_file = case when has_columns then said.photo_file else contact.photo_file end,
      photo_hash = case when has_columns then said.photo_hash else contact.photo_hash end,
      company_id = case when has_columns then (
        select id from company where org_id = contact.org_id and id = said.company_id) else contact.company_id end,
      owner_id = case when has_columns then (
        select user_id from member where org_id = contact.org_id and user_id = said.owner_id) else contact.owner_id end
    from said where contact.org_id = (select current_org()) and contact.id = said.contact_id
  `.execute(tx)
  for (const [table, column, list] of [['contact_email', 'address', 'emails'], ['contact_tag', 'tag_id', 'tags'], ['contact_date', 'id', 'dates']] as const) {
    await sql`
      delete from ${sql.table(table)} as added
      using json_to_recordset(${wanted}) as given (id uuid, ${sql.ref(list)} jsonb), jsonb_array_elements_text(given.${sql.ref(list)}) as one
      where added.org_id = (select current_org()) and added.contact_id = given.id and added.${sql.ref(column)}::text = one
    `.execute(tx)
  }
  return [...ids]
}

/** Companies, tags and fields that the batch made and that nobody has now. What it made has its time. */
async function removeUnused(tx: Tx, { companies, tags, made_at }: TakeBack) {
  await sql`
    delete from field where org_id = (select current_org()) and created_at = ${made_at}::timestamptz and updated_at = created_at
      and not exists (select from contact_value where contact_value.org_id = field.org_id and contact_value.field_id = field.id)
  `.execute(tx)
  if (companies.length > 0) {
    await sql`
      delete from company where org_id = (select current_org()) and id = any(${companies}::uuid[])
        and not exists (select from contact where contact.org_id = company.org_id and contact.company_id = company.id)
    `.execute(tx)
  }
  if (tags.length > 0) {
    await sql`
      delete from tag where org_id = (select current_org()) and id = any(${tags}::uuid[])
        and not exists (select from contact_tag where contact_tag.org_id = tag.org_id and contact_tag.tag_id = tag.id)
    `.execute(tx)
  }
}

/** Cards are not known any more by what an import said; called when all of its batches are taken back. */
export async function forgetUids(tx: Tx, importId: string) {
  await sql`delete from contact_uid where org_id = (select current_org()) and import_id = ${importId}`.execute(tx)
}
