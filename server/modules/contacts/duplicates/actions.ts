import { sql } from 'kysely'
import { allow, invalid } from '#platform/errors'
import { publish } from '#platform/events'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { lockContact } from '../actions.ts'
import { lockAddresses } from '../addresses.ts'
import { canWriteContacts } from '../policy.ts'
import type { Dismissal, NewDismissal } from './contract.ts'

/** Remembers that two contacts are not one. Saying it again changes nothing. Throws not_found. */
export async function dismissDuplicate(tx: Tx, actor: Actor, { contact_ids }: NewDismissal): Promise<Dismissal> {
  allow(canWriteContacts(actor))
  const [a, b] = contact_ids.map((id) => id.toLowerCase()).toSorted() as [string, string]
  if (a === b) throw invalid('Name two contacts.')
  await lockAddresses(tx, 'one')
  for (const id of [a, b]) await lockContact(tx, id)
  const by = JSON.stringify({ kind: actor.kind, id: actor.id })
  const { rows } = await sql<{ created_at: string; is_new: boolean }>`
    insert into duplicate_dismissal (org_id, contact_id, other_id, created_by) values (${actor.org_id}, ${a}, ${b}, ${by})
    on conflict (org_id, contact_id, other_id) do update set created_by = duplicate_dismissal.created_by
    returning created_at, xmax = 0 as is_new
  `.execute(tx)
  const { created_at, is_new } = rows[0]!
  const dismissal = { contact_ids: [a, b], created_at }
  if (is_new) await publish(tx, actor, { type: 'duplicate.dismissed', subject: `contact:${a}`, data: { dismissal } })
  return dismissal
}
