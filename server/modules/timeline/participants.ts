import { sql } from 'kysely'
import type pg from 'pg'
import { findContactIds } from '#modules/contacts'
import { invalid, notFound } from '#platform/errors'
import { stage } from '#platform/db/staging'
import type { Tx } from '#platform/db/kysely'

export const participantRoles = ['organizer', 'from', 'attendee', 'to', 'cc', 'bcc', 'about', 'mentioned'] as const

export type ParticipantRole = (typeof participantRoles)[number]

export interface NewParticipant {
  role: ParticipantRole
  /** Lower case. */
  address: string
  name: string | null
}

/** Copies those of a batch, in the order of `recorded`, with the contacts whose addresses they are. */
export async function stageParticipants(tx: Tx, client: pg.PoolClient, batch: NewParticipant[][]) {
  const people = batch.flatMap((participants, place) => participants.map((person) => ({ ...person, place })))
  const contacts = await findContactIds(tx, people.map(({ address }) => address))
  const matched = people.flatMap((person) =>
    (contacts.get(person.address) ?? [null]).map((contact_id) => ({ ...person, contact_id })))
  await stage({ tx, client }, 'took_part', columns, matched)
}

const columns = { place: 'int', role: 'text', address: 'text', name: 'text', contact_id: 'uuid' }

/** Stores the staged participants of what is new. */
export async function addStagedParticipants(tx: Tx) {
  await sql`
    with added as (
      insert into participant (org_id, interaction_id, role, address, name, contact_id, occurred_at, kind, direction,
        has_attachments)
      select distinct on (id, role, took_part.address, contact_id) current_org(), id, role, took_part.address,
        took_part.name, contact_id, occurred_at, kind, direction, has_attachments
      from took_part join recorded using (place) where is_new
      returning interaction_id, contact_id
    ), latest as (
      select contact_id, max(occurred_at) as occurred_at
      from added join recorded on id = interaction_id
      where contact_id is not null and ${sql.raw(isPast('recorded'))} group by contact_id
    )
    update contact set last_interaction_at = latest.occurred_at from latest
    where contact.org_id = (select current_org()) and contact.id = latest.contact_id
      and (contact.last_interaction_at is null or contact.last_interaction_at < latest.occurred_at)
  `.execute(tx)
}

/** Gives what is known exactly the staged participants. Returns the ids of those that had others. */
export async function replaceStagedParticipants(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ interaction_id: string; contact_id: string | null }>`
    with given as materialized (
      select distinct on (id, role, took_part.address, contact_id) id, role, took_part.address, took_part.name, contact_id,
        occurred_at, kind, direction, has_attachments
      from took_part join recorded using (place) where not is_new
    ), gone as (
      delete from participant using recorded
      where participant.org_id = (select current_org()) and interaction_id = recorded.id and not is_new and not exists (
        select from given where given.id = interaction_id and given.role = participant.role
          and given.address is not distinct from participant.address
          and given.contact_id is not distinct from participant.contact_id
      )
      returning interaction_id, contact_id
    ), added as (
      insert into participant (org_id, interaction_id, role, address, name, contact_id, occurred_at, kind, direction,
        has_attachments, hidden)
      select current_org(), given.id, role, address, name, contact_id, given.occurred_at, given.kind, given.direction,
        given.has_attachments, i.deleted_at is not null
      from given join interaction i on i.org_id = (select current_org()) and i.id = given.id
      where not exists (
        select from participant p where p.org_id = (select current_org()) and p.interaction_id = given.id
          and p.role = given.role and p.address is not distinct from given.address
          and p.contact_id is not distinct from given.contact_id
      )
      returning interaction_id, contact_id
    )
    select * from gone union all select * from added
  `.execute(tx)
  const { rows: involved } = await sql<{ contact_id: string }>`
    select distinct contact_id from participant join recorded on interaction_id = recorded.id and not is_new
    where participant.org_id = (select current_org()) and contact_id is not null
  `.execute(tx)
  await recountLatest(tx, [...rows, ...involved].flatMap(({ contact_id }) => contact_id ?? []))
  return [...new Set(rows.map(({ interaction_id }) => interaction_id))]
}

/** Finds out anew when we last had to do with these contacts. Returns what is so now. */
export async function recountLatest(tx: Tx, contactIds: string[]): Promise<{ id: string; last_interaction_at: string | null }[]> {
  if (contactIds.length === 0) return []
  const { rows } = await sql<{ id: string; last_interaction_at: string | null }>`
    with counted as (
      select id, (
        select p.occurred_at from participant p join interaction i on i.org_id = p.org_id and i.id = p.interaction_id
        where p.org_id = contact.org_id and p.contact_id = contact.id and not p.hidden and ${sql.raw(isPast('i'))}
        order by p.occurred_at desc, p.interaction_id desc limit 1
      ) as latest
      from contact where org_id = (select current_org()) and id = any(${[...new Set(contactIds)]}::uuid[])
    ), changed as (
      update contact set last_interaction_at = latest from counted
      where org_id = (select current_org()) and contact.id = counted.id and last_interaction_at is distinct from latest
    )
    select id, latest as last_interaction_at from counted order by id
  `.execute(tx)
  return rows
}

/** Somebody who takes part, by what is known of them. */
export interface Person {
  role: ParticipantRole
  address: string | null
  name: string | null
  contact_id: string | null
  company_id: string | null
}

interface Named {
  participants?: { role?: ParticipantRole; contact_id?: string; address?: string; name?: string | null }[]
  company_ids?: string[]
}

/**
 * Those whom somebody names: contacts by id, others by address, and companies as what it is about. Throws invalid when
 * that is nobody, and not_found.
 */
export async function findPeople(tx: Tx, { participants = [], company_ids = [] }: Named, usual: ParticipantRole): Promise<Person[]> {
  const names = await findNames(tx, 'contact', participants.flatMap(({ contact_id }) => contact_id ?? []))
  await findNames(tx, 'company', company_ids)
  const addressOf = ({ address }: { address?: string }) => address?.trim().toLowerCase() ?? null
  const known = await findContactIds(tx, participants.flatMap((person) => addressOf(person) ?? []))
  const people = participants.flatMap((person): Person[] => {
    const { role = usual, contact_id, name = null } = person
    if (contact_id) return [{ role, address: null, name: names.get(contact_id)!, contact_id, company_id: null }]
    const address = addressOf(person)
    const ids = known.get(address ?? '') ?? [null]
    return ids.map((id) => ({ role, address, name, contact_id: id, company_id: null }))
  })
  const companies = company_ids.map((id): Person => ({ role: 'about', address: null, name: null, contact_id: null, company_id: id }))
  if (people.length + companies.length === 0) throw invalid('Name somebody who takes part, or a company that it is about.')
  return [...people, ...companies]
}

async function findNames(tx: Tx, table: 'contact' | 'company', ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from ${sql.table(table)} where org_id = (select current_org()) and id = any(${ids}::uuid[])
  `.execute(tx)
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  const missing = ids.find((id) => !names.has(id.toLowerCase()))
  if (missing) throw notFound(table, missing)
  return new Map(ids.map((id) => [id, names.get(id.toLowerCase())!]))
}

/** Gives an interaction exactly these participants. */
export async function setParticipants(tx: Tx, interactionId: string, people: Person[]) {
  await sql`delete from participant where org_id = (select current_org()) and interaction_id = ${interactionId}`.execute(tx)
  await sql`
    insert into participant (org_id, interaction_id, role, address, name, contact_id, company_id, occurred_at, kind,
      direction, has_attachments, hidden)
    select i.org_id, i.id, given.role, given.address, given.name, given.contact_id, given.company_id, i.occurred_at, i.kind,
      i.direction, i.has_attachments, i.deleted_at is not null
    from interaction i, json_to_recordset(${JSON.stringify(people)})
      as given (role text, address text, name text, contact_id uuid, company_id uuid)
    where i.org_id = (select current_org()) and i.id = ${interactionId}
    on conflict do nothing
  `.execute(tx)
}

/** The contacts who take part. */
export async function listContactIds(tx: Tx, interactionId: string): Promise<string[]> {
  const { rows } = await sql<{ contact_id: string }>`
    select distinct contact_id from participant
    where org_id = (select current_org()) and interaction_id = ${interactionId} and contact_id is not null
  `.execute(tx)
  return rows.map(({ contact_id }) => contact_id)
}

/** Whether an interaction was one with its people: not what has yet to be or was called off, nor what is only about them. */
function isPast(table: string): string {
  return `${table}.occurred_at <= now() and ${table}.kind <> 'note' and ${table}.status is distinct from 'cancelled'`
}
