import { sql } from 'kysely'
import { newIds } from '#platform/db/ids'
import type { Tx } from '#platform/db/kysely'
import { lockAddresses } from '../addresses.ts'

/**
 * The contacts of these people, made where an address is nobody's yet; who was deleted stays so. Returns the ids of those
 * that were made. Nothing of a known contact is changed.
 */
export async function ensureContacts(tx: Tx, people: { address: string; name: string | null }[]): Promise<string[]> {
  if (people.length === 0) return []
  await lockAddresses(tx, 'many')
  const { rows } = await sql<{ address: string }>`
    select distinct address from contact_email
    where org_id = (select current_org()) and address = any(${people.map(({ address }) => address)})
  `.execute(tx)
  const known = new Set(rows.map(({ address }) => address))
  const missing = new Map<string, string | null>()
  for (const { address, name } of people) {
    if (!known.has(address)) missing.set(address, missing.get(address) ?? name)
  }
  if (missing.size === 0) return []
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
  return ids
}
