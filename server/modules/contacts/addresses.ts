import { sql } from 'kysely'
import type { Tx } from '#platform/db/kysely'

export interface Address {
  /** Lower case. */
  address: string
  label: string | null
}

/**
 * Whoever writes contacts or interactions takes this before anything else, until the transaction ends: `one` beside
 * others who write one contact, `many` alone in the organization. Without it an address and a mail that come in the
 * same moment would not see each other, nor two imports the people that both make; and they would deadlock.
 */
export async function lockAddresses(tx: Tx, extent: 'one' | 'many') {
  const lock = sql.raw(extent === 'one' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock')
  await sql`select ${lock}(hashtext('contacts.addresses'), hashtext(current_org()::text))`.execute(tx)
}

/** Gives a contact exactly these addresses, the first one primary. Returns the other contacts that share what changed. */
export async function replaceAddresses(tx: Tx, contactId: string, addresses: Address[]): Promise<string[]> {
  const { rows } = await sql<{ address: string }>`
    select address from contact_email where org_id = (select current_org()) and contact_id = ${contactId}
  `.execute(tx)
  const given = new Set(addresses.map(({ address }) => address))
  const gone = rows.map(({ address }) => address).filter((address) => !given.has(address))
  await lockSharers(tx, [...given, ...gone])
  await sql`
    delete from contact_email
    where org_id = (select current_org()) and contact_id = ${contactId} and address = any(${gone})
  `.execute(tx)
  await store(tx, contactId, addresses)
  const before = new Set(rows.map(({ address }) => address))
  return listSharers(tx, contactId, [...gone, ...[...given].filter((address) => !before.has(address))])
}

/** Gives a new contact these addresses, the first one primary. Returns the other contacts that share them. */
export async function addAddresses(tx: Tx, contactId: string, addresses: Address[]): Promise<string[]> {
  if (addresses.length === 0) return []
  const given = addresses.map(({ address }) => address)
  await lockSharers(tx, given)
  await store(tx, contactId, addresses)
  return listSharers(tx, contactId, given)
}

async function store(tx: Tx, contactId: string, addresses: Address[]) {
  if (addresses.length === 0) return
  await sql`
    with given as (
      select address, label, row_number() over () - 1 as position
      from json_to_recordset(${JSON.stringify(addresses)}) as given (address text, label text)
    )
    insert into contact_email (org_id, address, contact_id, label, position)
    select current_org(), address, ${contactId}, label, position from given
    on conflict (org_id, contact_id, address) do update set label = excluded.label, position = excluded.position
  `.execute(tx)
}

/**
 * Whoever gives or takes an address holds it until the transaction ends, so that of two contacts that get the same one
 * in the same moment each knows of the other. In one order, or they would wait for each other.
 */
export async function lockSharers(tx: Tx, addresses: string[]) {
  await sql`
    select pg_advisory_xact_lock(hashtextextended(current_org()::text || address, 0))
    from (select address from unnest(${addresses}::text[]) as given (address) order by 1) given
  `.execute(tx)
}

/** Who else has one of these addresses. */
export async function listSharers(tx: Tx, contactId: string, addresses: string[]): Promise<string[]> {
  if (addresses.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select distinct contact.id from contact_email join contact on contact.org_id = contact_email.org_id
      and contact.id = contact_email.contact_id and contact.deleted_at is null
    where contact_email.org_id = (select current_org()) and address = any(${addresses}) and contact.id <> ${contactId}
    order by contact.id
  `.execute(tx)
  return rows.map(({ id }) => id)
}
