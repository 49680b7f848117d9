import { sql } from 'kysely'
import { allow, conflict, invalid, notFound } from '#platform/errors'
import { publish } from '#platform/events'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { lockAddresses } from '../addresses.ts'
import { refreshDuplicates } from '../duplicates/search.ts'
import type { ContactPart } from '../parts.ts'
import { canWriteContacts } from '../policy.ts'
import { getContact } from '../queries.ts'
import type { Merge, MergeUndone, NewMerge } from './contract.ts'
import { ownPart } from './own-part.ts'
import { findMergedInto, getMerge } from './queries.ts'
import { putBack, record } from './recording.ts'
import { mergeValues, type ContactRow } from './values.ts'

/**
 * Makes several contacts one. `parts` are what other modules keep about them. Throws not_found, invalid, and conflict
 * for one that was merged meanwhile.
 */
export async function createMerge(tx: Tx, actor: Actor, parts: ContactPart[], input: NewMerge): Promise<Merge> {
  allow(canWriteContacts(actor))
  const [into, ...contacts] = checkIds(input)
  await lockAddresses(tx, 'many')
  const rows = await lockContacts(tx, [into!, ...contacts])
  const values = mergeValues(rows, input.choices)
  const id = await insertMerge(tx, actor, { into: into!, contacts })
  await record(tx, { merge_id: id, tables: tablesOf(parts), contacts: [into!, ...contacts] }, async () => {
    for (const part of [ownPart, ...parts]) await part.onMerge(tx, { into: into!, contacts })
    await tx.deleteFrom('contact').where('org_id', '=', actor.org_id).where('id', 'in', contacts).execute()
    const { phones, links, fields, ...columns } = values
    await tx.updateTable('contact')
      .set({
        ...columns,
        phones: JSON.stringify(phones),
        links: JSON.stringify(links),
        fields: JSON.stringify(fields),
        updated_at: sql`now()`,
      })
      .where('org_id', '=', actor.org_id).where('id', '=', into!).execute()
  })
  await refreshDuplicates(tx, [into!])
  const contact = await getContact(tx, into!)
  await publish(tx, actor, { type: 'contact.merged', subject: `contact:${into}`, data: { contact, merge_id: id, contact_ids: contacts } })
  for (const each of contacts) {
    await publish(tx, actor, { type: 'contact.removed', subject: `contact:${each}`, data: { id: each, merged_into: into } })
  }
  return getMerge(tx, id)
}

/**
 * Makes them several again, each as it was; what came since stays with the one. Throws not_found, and conflict when
 * that was done already, when a later merge has to be undone before, or when the one is gone.
 */
export async function undoMerge(tx: Tx, actor: Actor, parts: ContactPart[], id: string): Promise<MergeUndone> {
  allow(canWriteContacts(actor))
  await lockAddresses(tx, 'many')
  const merge = await getMerge(tx, id)
  if (merge.undone_at) throw conflict('merge_undone', 'The merge was undone already.')
  const later = await findLaterMerge(tx, merge)
  if (later) throw conflict('merged_since', `The contact was merged again since: undo the merge ${later} first.`)
  if (!merge.into) throw conflict('contact_removed', 'The contact that they were merged into was removed.')

  await putBack(tx, id, tablesOf(parts)).catch(explainCollision)
  await sql`delete from merged_contact where org_id = (select current_org()) and merge_id = ${id}`.execute(tx)
  await sql`delete from contact_merge_row where org_id = (select current_org()) and merge_id = ${id}`.execute(tx)
  const by = JSON.stringify({ kind: actor.kind, id: actor.id })
  await sql`
    update contact_merge set undone_at = now(), undone_by = ${by} where org_id = (select current_org()) and id = ${id}
  `.execute(tx)

  await refreshDuplicates(tx, [merge.into_id, ...merge.contacts.map(({ id }) => id)])
  const into = await getContact(tx, merge.into_id)
  await publish(tx, actor, { type: 'contact.unmerged', subject: `contact:${into.id}`, data: { contact: into, merge_id: id } })
  const contacts = []
  for (const each of merge.contacts) {
    const contact = await getContact(tx, each.id)
    await publish(tx, actor, { type: 'contact.created', subject: `contact:${each.id}`, data: { contact } })
    contacts.push(contact)
  }
  return { into, contacts }
}

/** The contacts themselves first: the others refer to them. */
function tablesOf(parts: ContactPart[]): ContactPart['tables'] {
  const tables = [ownPart, ...parts].flatMap((part) => Object.entries(part.tables))
  return Object.fromEntries(tables.filter(([, { derived }]) => !derived))
}

function explainCollision(error: unknown): never {
  const collided = (error as { code?: string }).code === '23505'
  throw collided ? conflict('merge_kept', 'What was added since stands where the merged contacts’ own would come back: remove it first.') : error
}

function checkIds({ into, contact_ids }: NewMerge): string[] {
  const ids = [into, ...contact_ids].map((id) => id.toLowerCase())
  if (new Set(ids).size < ids.length) throw invalid('Each contact can be named once: a contact cannot become part of itself.')
  return ids
}

/** In the order of `ids`. */
async function lockContacts(tx: Tx, ids: string[]): Promise<ContactRow[]> {
  const { rows } = await sql<ContactRow>`
    select id, name, given_name, family_name, company_id, title, owner_id, phones, links, fields, photo_file, photo_hash,
      last_interaction_at
    from contact where org_id = (select current_org()) and deleted_at is null and id = any(${ids}::uuid[]) order by id for update
  `.execute(tx)
  const byId = new Map(rows.map((row) => [row.id, row]))
  for (const id of ids) {
    if (byId.has(id)) continue
    const into = await findMergedInto(tx, id)
    throw into ? conflict('contact_merged', `The contact ${id} was merged into ${into} meanwhile.`) : notFound('contact', id)
  }
  return ids.map((id) => byId.get(id)!)
}

async function insertMerge(tx: Tx, actor: Actor, { into, contacts }: { into: string; contacts: string[] }): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into contact_merge (org_id, into_id, contact_ids, created_by)
    values (${actor.org_id}, ${into}, ${contacts}, ${JSON.stringify({ kind: actor.kind, id: actor.id })}) returning id
  `.execute(tx)
  await sql`
    insert into merged_contact (org_id, contact_id, merge_id) select ${actor.org_id}, unnest(${contacts}::uuid[]), ${rows[0]!.id}
  `.execute(tx)
  return rows[0]!.id
}

/** One that stands, of the contact that stayed: into it, or of it into another. */
async function findLaterMerge(tx: Tx, { id, into_id }: Merge): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from contact_merge where org_id = (select current_org()) and undone_at is null and id > ${id} and into_id = ${into_id}
    union all
    select merge_id from merged_contact where org_id = (select current_org()) and contact_id = ${into_id}
    order by id desc limit 1
  `.execute(tx)
  return rows[0]?.id
}
