import { sql, type Updateable } from 'kysely'
import { findMember } from '#modules/accounts'
import { allow, changed, conflict, invalid, notFound } from '#platform/errors'
import { publish } from '#platform/events'
import type { Tx } from '#platform/db/kysely'
import type { ContactTable } from '#platform/db/tables'
import type { Actor } from '#platform/tenancy'
import { addAddresses, listSharers, lockAddresses, lockSharers, replaceAddresses, type Address } from './addresses.ts'
import { ensureCompany } from './companies/actions.ts'
import type { Contact, ContactChange, NewContact } from './contract.ts'
import { resolveFields } from './fields/resolving.ts'
import { canWriteContacts } from './policy.ts'
import { getContact } from './queries.ts'
import { addTags, replaceTags } from './tags/contact-tags.ts'

/** A new contact. Throws not_found for an unknown company or owner. */
export async function createContact(tx: Tx, actor: Actor, input: NewContact): Promise<Contact> {
  allow(canWriteContacts(actor))
  const emails = normalizeAddresses(input.emails ?? [])
  const name = input.name?.trim() || fullName(input) || emails[0]?.address
  if (!name) throw invalid('A contact needs a name or an e-mail address.')

  await lockAddresses(tx, 'one')
  const columns = await toColumns(tx, actor, { ...input, name })
  const { id } = await tx.insertInto('contact').values({ org_id: actor.org_id, ...columns, name }).returning('id').executeTakeFirstOrThrow()
  const sharers = await addAddresses(tx, id, emails)
  await addTags(tx, actor, { contact_id: id, names: input.tags ?? [] })
  const contact = await getContact(tx, id)
  await publish(tx, actor, { type: 'contact.created', subject: `contact:${id}`, data: { contact } })
  await tellSharers(tx, actor, sharers)
  return contact
}

export interface WantedChange {
  id: string
  change: ContactChange
  /** Whether the contact is as the caller has read it. */
  isExpected?: (before: Contact) => boolean
}

/**
 * Changes what is given. When it is all as it was, nothing is stored and nobody is told. Throws as `createContact`,
 * conflict when it is deleted, changed when it is not as expected.
 */
export async function changeContact(tx: Tx, actor: Actor, { id, change, isExpected }: WantedChange): Promise<Contact> {
  allow(canWriteContacts(actor))
  await lockAddresses(tx, 'one')
  await lockContact(tx, id)
  const before = await getContact(tx, id)
  if (before.deleted_at !== null) throw conflict('contact_deleted', 'The contact is deleted: restore it first.')
  if (isExpected && !isExpected(before)) {
    throw changed('contact_changed', 'The contact is not as you have read it any more: read it again, and decide.')
  }
  const columns = await toColumns(tx, actor, { ...change, name: changedName(before, change) }, before)
  if (Object.keys(columns).length > 0) {
    await tx.updateTable('contact').set(columns).where('org_id', '=', actor.org_id).where('id', '=', id).execute()
  }
  const sharers = change.emails ? await replaceAddresses(tx, id, normalizeAddresses(change.emails)) : []
  if (change.tags) await replaceTags(tx, actor, { contact_id: id, names: change.tags })
  if (sameContact(before, await getContact(tx, id))) return before

  await sql`update contact set updated_at = now() where org_id = ${actor.org_id} and id = ${id}`.execute(tx)
  const contact = await getContact(tx, id)
  await publish(tx, actor, { type: 'contact.updated', subject: `contact:${id}`, data: { contact } })
  await tellSharers(tx, actor, sharers)
  return contact
}

/**
 * Takes a contact out of all lists; it can be restored until it is purged. What it took part in stays on its timeline,
 * mail that comes meanwhile is not matched to it. Repeating it changes nothing. Throws not_found.
 */
export async function deleteContact(tx: Tx, actor: Actor, id: string): Promise<void> {
  await setDeleted(tx, actor, { id, deleted: true })
}

/** Brings a deleted contact back, with what came for its addresses meanwhile. Throws not_found. */
export async function restoreContact(tx: Tx, actor: Actor, id: string): Promise<Contact> {
  return setDeleted(tx, actor, { id, deleted: false })
}

async function setDeleted(tx: Tx, actor: Actor, { id, deleted }: { id: string; deleted: boolean }): Promise<Contact> {
  allow(canWriteContacts(actor))
  await lockAddresses(tx, 'one')
  await lockContact(tx, id)
  const before = await getContact(tx, id)
  if ((before.deleted_at !== null) === deleted) return before
  const addresses = before.emails.map(({ address }) => address)
  await lockSharers(tx, addresses)
  await sql`
    update contact set deleted_at = case when ${deleted} then now() end, updated_at = now()
    where org_id = (select current_org()) and id = ${id}
  `.execute(tx)
  if (!deleted) {
    // Touched, so that they gather what came meanwhile (0040_shared_addresses.sql).
    await sql`update contact_email set position = position where org_id = (select current_org()) and contact_id = ${id}`.execute(tx)
  }
  const contact = await getContact(tx, id)
  const type = deleted ? 'contact.deleted' : 'contact.restored'
  await publish(tx, actor, { type, subject: `contact:${id}`, data: { contact } })
  await tellSharers(tx, actor, await listSharers(tx, id, addresses))
  return contact
}

/** That an address is shared, or is not any more, is seen at the others who have it. */
async function tellSharers(tx: Tx, actor: Actor, ids: string[]) {
  if (ids.length === 0) return
  // Whoever changes one of them now tells of it before or after us, never in between.
  await sql`
    select from contact where org_id = (select current_org()) and id = any(${ids}::uuid[]) order by id for no key update
  `.execute(tx)
  for (const id of ids) {
    await publish(tx, actor, { type: 'contact.updated', subject: `contact:${id}`, data: { contact: await getContact(tx, id) } })
  }
}

/** Throws not_found. */
export async function lockContact(tx: Tx, id: string) {
  const { rows } = await sql`
    select from contact where org_id = (select current_org()) and id = ${id} for update
  `.execute(tx)
  if (rows.length === 0) throw notFound('contact', id)
}

type Columns = Updateable<ContactTable>

async function toColumns(tx: Tx, actor: Actor, input: ContactChange, before?: Contact): Promise<Columns> {
  const { name, given_name, family_name, title, phones, links, fields } = input
  const columns: Columns = { given_name: trimmed(given_name), family_name: trimmed(family_name), title: trimmed(title) }
  if (name !== undefined) columns.name = name.trim()
  if (input.company !== undefined) columns.company_id = input.company && (await ensureCompany(tx, actor, input.company))
  if (input.owner_id !== undefined) columns.owner_id = await checkOwner(tx, input.owner_id)
  if (phones) columns.phones = JSON.stringify(phones)
  if (links) columns.links = JSON.stringify(links)
  if (fields) columns.fields = JSON.stringify(withoutNulls({ ...before?.fields, ...(await resolveFields(tx, actor, fields)) }))
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
}

/** Throws not_found when that is no member. */
export async function checkOwner(tx: Tx, id: string | null): Promise<string | null> {
  if (id !== null && !(await findMember(tx, id))) throw notFound('member', id)
  return id
}

/** The name follows its parts unless it was, or is, given on its own. */
function changedName(before: Contact, change: ContactChange): string | undefined {
  if (change.name !== undefined) return change.name
  if (change.given_name === undefined && change.family_name === undefined) return undefined
  if (before.name !== fullName(before)) return undefined
  return fullName({ given_name: before.given_name, family_name: before.family_name, ...change }) || undefined
}

function fullName({ given_name, family_name }: Pick<ContactChange, 'given_name' | 'family_name'>): string {
  return [given_name, family_name].map((part) => part?.trim()).filter(Boolean).join(' ')
}

/** Lower case, without repetitions, the primary one first. */
function normalizeAddresses(emails: NonNullable<NewContact['emails']>): Address[] {
  if (emails.filter(({ primary }) => primary).length > 1) throw invalid('Only one address can be the primary one.')
  const first = emails.toSorted((a, b) => Number(b.primary ?? false) - Number(a.primary ?? false))
  const byAddress = new Map<string, Address>()
  for (const { address, label } of first) {
    const key = address.trim().toLowerCase()
    if (!byAddress.has(key)) byAddress.set(key, { address: key, label: label?.trim() ?? null })
  }
  return [...byAddress.values()]
}

function trimmed(text: string | null | undefined): string | null | undefined {
  return text?.trim() ?? text
}

function withoutNulls(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
}

function sameContact(a: Contact, b: Contact): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
