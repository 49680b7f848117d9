// Notes: what somebody says about contacts and companies. Each is an interaction of their timelines.

import { sql } from 'kysely'
import { lockAddresses } from '#modules/contacts'
import { allow, notFound } from '#platform/errors'
import { publish } from '#platform/events'
import { newIds } from '#platform/db/ids'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { insertInteraction, setText } from '../actions.ts'
import { findPeople, setParticipants, type Person } from '../participants.ts'
import { canWriteInteractions } from '../policy.ts'
import { getInteraction } from '../queries.ts'
import { snippetOf } from '#platform/snippet'
import type { NewNote, Note, NoteChange } from './contract.ts'
import { findMentions, markdownToText } from './markdown.ts'
import { getNote } from './queries.ts'

/**
 * A new note; written now, unless it comes from elsewhere and was written before. Throws invalid when it is about nobody, and
 * not_found for whom it names.
 */
export async function createNote(tx: Tx, actor: Actor, input: NewNote & { written_at?: string }): Promise<Note> {
  allow(canWriteInteractions(actor))
  await lockAddresses(tx, 'one')
  const { text, pinned, contact_ids = [], company_ids = [], written_at = new Date().toISOString() } = input
  const people = await findSubjects(tx, { text, contact_ids, company_ids })
  const [id, threadId] = (await newIds(tx, 2)) as [string, string]
  await insertInteraction(tx, actor, {
    id, thread_id: threadId, kind: 'note', direction: null, subject: null, snippet: snippetOf(markdownToText(text)),
    occurred_at: written_at, ends_at: null, all_day: false, location: null, status: null, text, pinned,
  })
  await setParticipants(tx, id, people)
  return tell(tx, actor, 'note.created', id)
}

/** Changes what is given. Throws as `createNote`, and not_found. */
export async function changeNote(tx: Tx, actor: Actor, id: string, change: NoteChange): Promise<Note> {
  allow(canWriteInteractions(actor))
  await lockAddresses(tx, 'one')
  await lockNote(tx, id)
  const before = await getNote(tx, id)
  const { text, pinned, contact_ids, company_ids } = { ...before, ...change }
  const people = await findSubjects(tx, { text, contact_ids, company_ids })
  await setText(tx, id, text)
  await setParticipants(tx, id, people)
  await sql`
    update interaction set snippet = ${snippetOf(markdownToText(text))}, updated_at = now(),
      pinned_at = case when ${pinned} then coalesce(pinned_at, now()) end
    where org_id = (select current_org()) and id = ${id}
  `.execute(tx)
  return tell(tx, actor, 'note.updated', id)
}

/** It can be restored until it is purged. Repeating it changes nothing. Throws not_found. */
export async function deleteNote(tx: Tx, actor: Actor, id: string) {
  await setDeleted(tx, actor, { id, deleted: true })
}

/** Throws not_found. */
export async function restoreNote(tx: Tx, actor: Actor, id: string): Promise<Note> {
  return setDeleted(tx, actor, { id, deleted: false })
}

async function setDeleted(tx: Tx, actor: Actor, { id, deleted }: { id: string; deleted: boolean }): Promise<Note> {
  allow(canWriteInteractions(actor))
  await lockNote(tx, id)
  const before = await getNote(tx, id)
  if ((before.deleted_at !== null) === deleted) return before
  await sql`
    update interaction set deleted_at = case when ${deleted} then now() end, updated_at = now()
    where org_id = (select current_org()) and id = ${id}
  `.execute(tx)
  return tell(tx, actor, deleted ? 'note.deleted' : 'note.restored', id)
}

async function lockNote(tx: Tx, id: string) {
  const { rows } = await sql`
    select from interaction where org_id = (select current_org()) and id = ${id} and kind = 'note' for update
  `.execute(tx)
  if (rows.length === 0) throw notFound('note', id)
}

/** Whom it is about, and whom it mentions: who is mentioned and is none of our contacts is only a name. */
async function findSubjects(
  tx: Tx,
  { text, contact_ids, company_ids }: { text: string; contact_ids: string[]; company_ids: string[] },
): Promise<Person[]> {
  const about = { participants: contact_ids.map((contact_id) => ({ contact_id })), company_ids }
  const { rows: mentioned } = await sql<{ id: string; name: string }>`
    select id, name from contact
    where org_id = (select current_org()) and id = any(${findMentions(text)}::uuid[]) and deleted_at is null
  `.execute(tx)
  return [
    ...(await findPeople(tx, about, 'about')),
    ...mentioned.map(({ id, name }): Person => ({ role: 'mentioned', address: null, name, contact_id: id, company_id: null })),
  ]
}

/** Both what /notes and what a timeline shows of it. */
async function tell(tx: Tx, actor: Actor, type: string, id: string): Promise<Note> {
  const note = await getNote(tx, id)
  const interaction = await getInteraction(tx, id)
  await publish(tx, actor, { type, subject: `interaction:${id}`, data: { note, interaction } })
  return note
}
