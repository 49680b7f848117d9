// Whoever follows the contacts is told of each, in sets.

import { sql } from 'kysely'
import { publishAll } from '#platform/events'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { contactJson } from '../queries.ts'

interface Told {
  ids: string[]
  type: 'contact.updated' | 'contact.deleted' | 'contact.restored'
}

/** One event for each contact; and, when they come or go, for those who share an address with one of them. */
export async function tellOfContacts(tx: Tx, actor: Actor, { ids, type }: Told) {
  if (ids.length === 0) return
  await tell(tx, actor, { ids, type })
  if (type === 'contact.updated') return
  const sharers = await listSharersOf(tx, ids)
  if (sharers.length > 0) await tell(tx, actor, { ids: sharers, type: 'contact.updated' })
}

async function tell(tx: Tx, actor: Actor, { ids, type }: Told) {
  const events = sql<{ subject: string; data: unknown }>`
    select 'contact:' || c.id as subject, json_build_object('contact', ${sql.raw(contactJson)}) as data
    from contact c where c.org_id = (select current_org()) and c.id = any (${ids}::uuid[]) order by c.id`
  await publishAll(tx, actor, { type, events })
}

async function listSharersOf(tx: Tx, ids: string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct other.contact_id as id from contact_email mine
      join contact_email other on other.org_id = mine.org_id and other.address = mine.address
      join contact on contact.org_id = other.org_id and contact.id = other.contact_id and contact.deleted_at is null
    where mine.org_id = (select current_org()) and mine.contact_id = any (${ids}::uuid[]) and other.contact_id <> all (${ids}::uuid[])
  `.execute(tx)
  return rows.map(({ id }) => id)
}

/** The addresses of whoever is there again are touched, so that they gather what came meanwhile (0040_shared_addresses.sql). */
export async function gatherAgain(tx: Tx, ids: string[]) {
  await sql`
    update contact_email set position = position where org_id = (select current_org()) and contact_id = any (${ids}::uuid[])
  `.execute(tx)
}
