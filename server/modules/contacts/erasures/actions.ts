import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { allow, conflict, notFound } from '#platform/errors'
import { eraseFromLog, publish } from '#platform/events'
import { createOperation } from '#platform/operations'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { lockAddresses } from '../addresses.ts'
import { findMergedInto } from '../merges/queries.ts'
import type { ContactPart } from '../parts.ts'
import { photoKey } from '../photos/actions.ts'
import { canErasePeople } from '../policy.ts'
import type { Erasure } from './contract.ts'
import { getErasure } from './queries.ts'
import { wordsOf, type Person } from './words.ts'

/**
 * Erases a person: the contact with all that belongs to it and what other modules keep of it, at once; what is left of
 * their words anywhere, by an operation. Throws not_found, and conflict for one that was merged, or while an import may
 * bring them back.
 */
export async function createErasure(tx: Tx, actor: Actor, parts: ContactPart[], contactId: string): Promise<Erasure> {
  allow(canErasePeople(actor), 'Only admins erase people.')
  await lockAddresses(tx, 'many')
  const ids = await findIds(tx, contactId)
  const id = await insertErasure(tx, actor)
  const person = await findPerson(tx, ids)
  const relationships = await findRelationships(tx, ids)
  const counts: Record<string, number> = {}
  const files: string[] = await findPhotos(tx, ids).then((found) => found.map((file) => photoKey(actor.org_id, file)))
  for (const part of parts) {
    const erased = await part.onErase(tx, { contact_id: contactId, contact_ids: ids, addresses: person.addresses })
    files.push(...erased.files)
    for (const [table, rows] of Object.entries(erased.counts)) counts[table] = (counts[table] ?? 0) + rows
  }
  // With it go its addresses, tags, dates, relationships, duplicates, and what was merged into it.
  await tx.deleteFrom('contact').where('org_id', '=', actor.org_id).where('id', '=', contactId).execute()
  counts.contact = 1
  await eraseFromLog(tx, { subjects: ids.map((each) => `contact:${each}`) })
  await publish(tx, actor, { type: 'contact.erased', subject: `contact:${contactId}`, data: { id: contactId, erasure_id: id } })

  const operation = await createOperation(tx, actor, { kind: 'contacts.erase', input: { erasure_id: id, files } })
  const hashes = person.addresses.map((address) => createHash('sha256').update(`${actor.org_id}:${address}`).digest('hex'))
  await sql`
    update erasure set operation_id = ${operation.id}, address_hashes = ${hashes}, counts = ${JSON.stringify(counts)},
      words = ${JSON.stringify(wordsOf(person, id))}, ids = ${[...ids, ...relationships]}::uuid[]
    where org_id = (select current_org()) and id = ${id}
  `.execute(tx)
  return getErasure(tx, id)
}

/** Of the contact, and of all that were merged into it, and into those. */
async function findIds(tx: Tx, contactId: string): Promise<string[]> {
  const { rows } = await sql`select from contact where org_id = (select current_org()) and id = ${contactId} for update`.execute(tx)
  if (rows.length === 0) {
    const into = await findMergedInto(tx, contactId)
    throw into ? conflict('contact_merged', `The contact was merged into ${into}: erase that one.`) : notFound('contact', contactId)
  }
  const { rows: merged } = await sql<{ id: string }>`
    with recursive merged as (
      select ${contactId}::uuid as id
      union
      select merged_contact.contact_id from merged
        join contact_merge on contact_merge.org_id = (select current_org()) and contact_merge.into_id = merged.id
        join merged_contact on merged_contact.org_id = contact_merge.org_id and merged_contact.merge_id = contact_merge.id
    )
    select id from merged
  `.execute(tx)
  return merged.map(({ id }) => id)
}

async function insertErasure(tx: Tx, actor: Actor): Promise<string> {
  const by = JSON.stringify({ kind: actor.kind, id: actor.id })
  const { rows } = await sql<{ id: string }>`
    insert into erasure (org_id, address_hashes, created_by) values (${actor.org_id}, '{}', ${by}) returning id
  `.execute(tx)
  return rows[0]!.id
}

/** Rows of the contact as it is, and as it was before each merge. */
const images = (ids: string[]) => sql`
  select to_jsonb(contact) as image from contact where org_id = (select current_org()) and id = any(${ids}::uuid[])
  union all
  select before from contact_merge_row where org_id = (select current_org()) and of_table = 'contact' and before->>'id' = any(${ids})`

/** Without what somebody else has as well: an address of a family, a name that two people have, the phone of an office. */
async function findPerson(tx: Tx, ids: string[]): Promise<Person> {
  const { rows } = await sql<{ names: string[]; addresses: string[]; phones: string[] }>`
    with known as (${images(ids)}), name as (
      select distinct image->>'name' as name from known
      union select concat_ws(' ', image->>'given_name', image->>'family_name') from known
    ), phone as (
      select distinct entry->>'number' as number from known, jsonb_array_elements(image->'phones') as entry
    )
    select
      coalesce((select json_agg(name) from name where name like '%_ _%' and not exists (
        select from contact where org_id = (select current_org()) and sort_name = lower(name.name) and id <> all(${ids}::uuid[]))), '[]') as names,
      coalesce((select json_agg(distinct address) from contact_email mine
        where org_id = (select current_org()) and contact_id = any(${ids}::uuid[]) and not exists (
          select from contact_email other
          where other.org_id = mine.org_id and other.address = mine.address and other.contact_id <> all(${ids}::uuid[]))), '[]') as addresses,
      coalesce((select json_agg(number) from phone where length(number) >= 6 and not exists (
        select from duplicate_key where org_id = (select current_org()) and kind = 'phone'
          and key = ltrim(regexp_replace(number, '\\D', '', 'g'), '0') and contact_id <> all(${ids}::uuid[]))), '[]') as phones
  `.execute(tx)
  return rows[0]!
}

/** Those that there are, and those of whom was merged. What is said of one names the other side alone. */
async function findRelationships(tx: Tx, ids: string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from relationship
    where org_id = (select current_org()) and (contact_id = any(${ids}::uuid[]) or other_id = any(${ids}::uuid[]))
    union
    select (before->>'id')::uuid from contact_merge_row
    where org_id = (select current_org()) and of_table = 'relationship' and before is not null
      and (before->>'contact_id' = any(${ids}) or before->>'other_id' = any(${ids}))
  `.execute(tx)
  return rows.map(({ id }) => id)
}

async function findPhotos(tx: Tx, ids: string[]): Promise<string[]> {
  const { rows } = await sql<{ file: string }>`
    select distinct image->>'photo_file' as file from (${images(ids)}) known where image->>'photo_file' is not null
  `.execute(tx)
  return rows.map(({ file }) => file)
}
