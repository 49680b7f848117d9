import { sql } from 'kysely'
import { allow, conflict, invalid, notFound } from '#platform/errors'
import { publish } from '#platform/events'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { lockContact } from '../actions.ts'
import { lockAddresses } from '../addresses.ts'
import { canWriteContacts } from '../policy.ts'
import type { NewRelationship, Relationship } from './contract.ts'
import { canonical, inverse, type Relation } from './kinds.ts'
import { getRelationship } from './queries.ts'

/**
 * Relates two contacts, and returns it as seen from the first. Throws not_found for either, conflict when they are
 * related so already, from whichever side that was said.
 */
export async function createRelationship(tx: Tx, actor: Actor, id: string, input: NewRelationship): Promise<Relationship> {
  allow(canWriteContacts(actor))
  const relation = canonical(toRelation(id, input))
  await lockAddresses(tx, 'one')
  // In one order, or two who relate the same people would wait for each other.
  for (const each of [relation.contact_id, relation.other_id].toSorted()) await lockContact(tx, each)
  const { rows } = await sql<{ id: string }>`
    insert into relationship (org_id, contact_id, other_id, kind, label, inverse_label)
    values (${actor.org_id}, ${relation.contact_id}, ${relation.other_id}, ${relation.kind}, ${relation.label}, ${relation.inverse_label})
    on conflict do nothing returning id
  `.execute(tx)
  if (!rows[0]) throw conflict('related_already', 'The two are related so already.')
  await tell(tx, actor, 'relationship.created', { id: rows[0].id, ...relation })
  return getRelationship(tx, { id: rows[0].id, seen_from: id })
}

/** Throws not_found. */
export async function removeRelationship(tx: Tx, actor: Actor, id: string) {
  allow(canWriteContacts(actor))
  await lockAddresses(tx, 'one')
  const { rows } = await sql<Relation & { id: string }>`
    delete from relationship where org_id = (select current_org()) and id = ${id}
    returning id, contact_id, other_id, kind, label, inverse_label
  `.execute(tx)
  if (!rows[0]) throw notFound('relationship', id)
  await tell(tx, actor, 'relationship.removed', rows[0])
}

function toRelation(id: string, { contact_id: other_id, kind, label, inverse_label }: NewRelationship): Relation {
  if (id.toLowerCase() === other_id.toLowerCase()) throw invalid('Nobody is related to themselves: name two contacts.')
  const isCustom = kind === 'custom'
  if (isCustom !== (label !== undefined) || isCustom !== (inverse_label !== undefined)) {
    throw invalid('A custom relationship needs label and inverse_label, and no other has them.')
  }
  return {
    contact_id: id.toLowerCase(),
    other_id: other_id.toLowerCase(),
    kind,
    label: label?.trim() ?? null,
    inverse_label: inverse_label?.trim() ?? null,
  }
}

/** `other` is the `kind` of `contact`, which is the `inverse_kind` of `other`. */
async function tell(tx: Tx, actor: Actor, type: string, relation: Relation & { id: string }) {
  const relationship = { ...relation, inverse_kind: inverse(relation.kind) }
  await publish(tx, actor, { type, subject: `relationship:${relation.id}`, data: { relationship } })
}
