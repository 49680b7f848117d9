import { sql } from 'kysely'
import { conflict } from '#platform/errors'
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

/** Gives a contact exactly these addresses, the first one primary. Throws conflict when one belongs to another contact. */
export async function replaceAddresses(tx: Tx, contactId: string, addresses: Address[]) {
  await sql`
    delete from contact_email where org_id = (select current_org()) and contact_id = ${contactId}
      and address not in (select address from json_to_recordset(${JSON.stringify(addresses)}) as given (address text))
  `.execute(tx)
  await addAddresses(tx, contactId, addresses)
}

/** Gives a contact these addresses at the front of its own. Throws conflict when one belongs to another contact. */
export async function addAddresses(tx: Tx, contactId: string, addresses: Address[]) {
  if (addresses.length === 0) return
  const { rows } = await sql<{ address: string; contact_id: string }>`
    with given as (
      select address, label, row_number() over () - 1 as position
      from json_to_recordset(${JSON.stringify(addresses)}) as given (address text, label text)
    )
    insert into contact_email as mine (org_id, address, contact_id, label, position)
    select current_org(), address, ${contactId}, label, position from given
    on conflict (org_id, address) do update set
      label = case when mine.contact_id = excluded.contact_id then excluded.label else mine.label end,
      position = case when mine.contact_id = excluded.contact_id then excluded.position else mine.position end
    returning address, contact_id
  `.execute(tx)
  const taken = rows.find((row) => row.contact_id !== contactId)
  if (taken) {
    throw conflict('address_taken', `${taken.address} belongs to another contact already (${taken.contact_id}).`)
  }
}
