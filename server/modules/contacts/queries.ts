import { sql } from 'kysely'
import { notFound } from '#platform/errors'
import { prepare, type Db } from '#platform/db/kysely'
import type { Contact } from './contract.ts'

/** Of the contact `c`. */
export const photoUrl = "'/api/v1/contacts/' || c.id || '/photo?hash=' || c.photo_hash"

/** A contact where it is spoken of; the row is `c`. */
export const contactReferenceJson = `json_build_object('id', c.id, 'name', c.name, 'photo_url', ${photoUrl})`

/** Whether somebody else, who is not deleted, has the address of the row `mine`. */
const isShared = `exists (
  select from contact_email other join contact o on o.org_id = other.org_id and o.id = other.contact_id
  where other.org_id = mine.org_id and other.address = mine.address and other.contact_id <> mine.contact_id
    and o.deleted_at is null)`

/**
 * A contact as the API shows it, built by PostgreSQL: a page of them goes to the client as it comes. The row is `c`.
 * Each list is one index probe a contact; all of it happens after sorting and limiting.
 */
export const contactJson = `json_build_object(
  'id', c.id, 'name', c.name, 'given_name', c.given_name, 'family_name', c.family_name,
  'emails', coalesce((
    select json_agg(json_build_object('address', address, 'label', label, 'primary', position = 0, 'shared', ${isShared}) order by position)
    from contact_email mine where org_id = c.org_id and contact_id = c.id), '[]'),
  'phones', c.phones, 'links', c.links,
  'company', (select json_build_object('id', id, 'name', name) from company where org_id = c.org_id and id = c.company_id),
  'title', c.title,
  'tags', coalesce((
    select json_agg(tag.name order by tag.match_name) from contact_tag join tag on tag.org_id = c.org_id and tag.id = tag_id
    where contact_tag.org_id = c.org_id and contact_id = c.id), '[]'),
  'owner_id', c.owner_id, 'fields', c.fields,
  'photo_url', ${photoUrl},
  'last_interaction_at', c.last_interaction_at, 'created_at', c.created_at, 'updated_at', c.updated_at, 'deleted_at', c.deleted_at
)`

const findContactJson = prepare<[id: string], { contact: Contact }>(
  'contacts.find',
  `select ${contactJson} as contact from contact c where org_id = (select current_org()) and id = $1`,
)

/** The contact. Throws not_found. */
export async function getContact(db: Db, id: string): Promise<Contact> {
  const contact = await findContact(db, id)
  if (!contact) throw notFound('contact', id)
  return contact
}

export async function findContact(db: Db, id: string): Promise<Contact | undefined> {
  const [row] = await findContactJson(db, id)
  return row?.contact
}

/**
 * The contacts that have each of these addresses (lower case), the oldest first. Those that are deleted have none. The addresses
 * first: joined at once, and without statistics of an organization that is new, all of its contacts were gone through.
 */
export async function findContactIds(db: Db, addresses: string[]): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ address: string; contact_id: string }>`
    with held as materialized (
      select address, contact_id from contact_email where org_id = (select current_org()) and address = any(${addresses})
    )
    select address, contact_id from held join contact on id = contact_id
    where org_id = (select current_org()) and deleted_at is null
    order by contact_id
  `.execute(db)
  const byAddress = Map.groupBy(rows, ({ address }) => address)
  return new Map([...byAddress].map(([address, found]) => [address, found.map(({ contact_id }) => contact_id)]))
}
