// What becomes of the timeline of a person who is erased.

import { sql } from 'kysely'
import type { Erased, ErasedPerson } from '#modules/contacts'
import { eraseFromLog } from '#platform/events'
import type { Tx } from '#platform/db/kysely'
import { fileKey } from './attachments/files.ts'

/** What passed between us and nobody else goes; of what others took part in, only the files that came from them. */
export async function eraseTimeline(tx: Tx, { contact_id, addresses }: ErasedPerson): Promise<Erased> {
  const files = await findFiles(tx, contact_id)
  const { rows: interactions } = await sql<{ id: string; thread_id: string; source_id: string }>`
    delete from interaction i using participant mine
    where i.org_id = (select current_org()) and mine.org_id = i.org_id and mine.interaction_id = i.id and mine.contact_id = ${contact_id}
      and not exists (${otherPeople(contact_id)})
    returning i.id, i.thread_id, i.source_id
  `.execute(tx)
  await forgetMessages(tx, interactions)
  await eraseFromLog(tx, { subjects: interactions.map(({ id }) => `interaction:${id}`) })
  const { rows: attachments } = await sql`
    delete from attachment using participant mine
    where attachment.org_id = (select current_org()) and mine.org_id = attachment.org_id
      and mine.interaction_id = attachment.interaction_id and mine.contact_id = ${contact_id} and mine.role in ('from', 'organizer')
    returning attachment.id
  `.execute(tx)
  // The header of a mail may call them by another name.
  await sql`
    update interaction_body set headers = null from participant mine
    where interaction_body.org_id = (select current_org()) and mine.org_id = interaction_body.org_id
      and mine.interaction_id = interaction_body.interaction_id and mine.contact_id = ${contact_id}
  `.execute(tx)
  const { rows: others } = await sql<{ id: string }>`
    update participant set name = null
    where org_id = (select current_org()) and (contact_id = ${contact_id} or (contact_id is null and address = any(${addresses})))
    returning interaction_id as id
  `.execute(tx)
  await sql`select index_interactions_again(${[...new Set(others.map(({ id }) => id))]}::uuid[])`.execute(tx)
  return { counts: { interaction: interactions.length, attachment: attachments.length }, files: await forgetFiles(tx, files) }
}

/** Contacts beside this one who took part in the interaction `i`. */
function otherPeople(contactId: string) {
  return sql`
    select from participant other
    where other.org_id = i.org_id and other.interaction_id = i.id and other.contact_id is not null and other.contact_id <> ${contactId}`
}

/** By what their mails, and whole threads of theirs, are known to what answers them. */
async function forgetMessages(tx: Tx, interactions: { thread_id: string; source_id: string }[]) {
  await sql`
    delete from thread_reference r where org_id = (select current_org()) and (
      message_id = any(${interactions.map(({ source_id }) => source_id)})
      or thread_id = any(${interactions.map(({ thread_id }) => thread_id)}::uuid[]) and not exists (
        select from interaction i where i.org_id = (select current_org()) and i.thread_id = r.thread_id))
  `.execute(tx)
}

async function findFiles(tx: Tx, contactId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct a.file_id as id from participant mine
      join attachment a on a.org_id = mine.org_id and a.interaction_id = mine.interaction_id
    where mine.org_id = (select current_org()) and mine.contact_id = ${contactId} and a.file_id is not null
  `.execute(tx)
  return rows.map(({ id }) => id)
}

/**
 * Those that nobody else has, at once and not in some hours, when the job comes that the triggers have queued. Returns their
 * keys. One that was wanted since we began is about to be attached anew, and is left to the job.
 */
async function forgetFiles(tx: Tx, ids: string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string; org_id: string }>`
    delete from file where org_id = (select current_org()) and id = any(${ids}::uuid[]) and wanted_at < now() and not exists (
      select from attachment where attachment.org_id = file.org_id and attachment.file_id = file.id)
    returning id, org_id
  `.execute(tx)
  return rows.map(({ id, org_id }) => fileKey(org_id, id))
}
