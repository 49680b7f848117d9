// Interactions that somebody writes down here: calls, meetings, whatever has a name. Mail comes from mailboxes, and notes
// have routes of their own.

import { sql } from 'kysely'
import { lockAddresses } from '#modules/contacts'
import { allow, conflict, invalid, notFound } from '#platform/errors'
import { publish } from '#platform/events'
import { newIds } from '#platform/db/ids'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { detachAnswers, joinAnswers } from './answers.ts'
import type { Interaction, InteractionChange, NewManualInteraction } from './contract.ts'
import { findPeople, listContactIds, recountLatest, setParticipants } from './participants.ts'
import { canWriteInteractions } from './policy.ts'
import { getInteraction } from './queries.ts'
import { snippetOf } from '#platform/snippet'
import { readThreadSubject } from './thread-subject.ts'

/** Writes one down. Throws invalid, and not_found for whom it names. */
export async function createInteraction(tx: Tx, actor: Actor, input: NewManualInteraction): Promise<Interaction> {
  allow(canWriteInteractions(actor))
  // Alone where threads may be joined.
  await lockAddresses(tx, input.subject ? 'many' : 'one')
  const { kind, direction = null, subject = null, text = null, location = null, status = null, all_day = false } = input
  const { occurred_at = new Date().toISOString(), ends_at = null } = input
  check({ occurred_at, ends_at })
  const people = await findPeople(tx, input, 'attendee')
  const [id, threadId] = (await newIds(tx, 2)) as [string, string]
  await insertInteraction(tx, actor, {
    id, thread_id: threadId, kind, direction, subject: trimmed(subject), snippet: snippetOf(text), occurred_at, ends_at, all_day,
    location: trimmed(location), status, text,
  })
  await setParticipants(tx, id, people)
  if (subject) await joinAnswers(tx, [id])
  return tell(tx, actor, 'interaction.created', id)
}

/** Changes what is given. Throws not_found, invalid, and conflict for what was not written here. */
export async function changeInteraction(tx: Tx, actor: Actor, id: string, change: InteractionChange): Promise<Interaction> {
  allow(canWriteInteractions(actor))
  const { pinned, participants, company_ids, text, ...columns } = change
  const rejoins = [columns.subject, columns.occurred_at, columns.direction, participants, company_ids].some((given) => given !== undefined)
  await lockAddresses(tx, rejoins ? 'many' : 'one')
  await lockInteraction(tx, id)
  const before = await getInteraction(tx, id)
  if (Object.keys(change).some((name) => name !== 'pinned')) refuseForeign(before)
  const after = { ...before, ...columns }
  check(after)
  const said = text === undefined ? (before.body?.text ?? null) : text
  await sql`
    update interaction set direction = ${after.direction}, subject = ${trimmed(after.subject)},
      occurred_at = ${after.occurred_at}, ends_at = ${after.ends_at}, all_day = ${after.all_day},
      location = ${trimmed(after.location)}, status = ${after.status},
      snippet = case when ${text === undefined} then snippet else ${snippetOf(said)} end,
      pinned_at = case when not ${pinned ?? before.pinned} then null else coalesce(pinned_at, now()) end, updated_at = now()
    where org_id = (select current_org()) and id = ${id}
  `.execute(tx)
  if (text !== undefined) await setText(tx, id, text)
  if (participants || company_ids) {
    const kept = { participants: participants ?? before.participants.filter(({ role }) => role !== 'about').flatMap(named) }
    const about = company_ids ?? before.participants.flatMap(({ contact_id, company_id }) => (contact_id ? [] : company_id ?? []))
    await setParticipants(tx, id, await findPeople(tx, { ...kept, company_ids: about }, 'attendee'))
  }
  if (rejoins) await rejoin(tx, id, after.subject)
  const contactsBefore = before.participants.flatMap(({ contact_ids }) => contact_ids)
  return tell(tx, actor, 'interaction.updated', id, contactsBefore)
}

/** What it answers, and what answers it, may be others now. */
async function rejoin(tx: Tx, id: string, subject: string | null) {
  const { thread_subject, is_answer } = readThreadSubject(subject)
  await sql`
    update interaction set thread_subject = ${thread_subject}, answers_by_subject = ${is_answer}
    where org_id = (select current_org()) and id = ${id}
  `.execute(tx)
  const detached = await detachAnswers(tx, [id])
  await joinAnswers(tx, [id, ...detached.ids], detached.threads)
}

/** Takes it off all timelines; it can be restored until it is purged. Repeating it changes nothing. Throws not_found. */
export async function deleteInteraction(tx: Tx, actor: Actor, id: string) {
  await setDeleted(tx, actor, { id, deleted: true })
}

/** Throws not_found. */
export async function restoreInteraction(tx: Tx, actor: Actor, id: string): Promise<Interaction> {
  return setDeleted(tx, actor, { id, deleted: false })
}

async function setDeleted(tx: Tx, actor: Actor, { id, deleted }: { id: string; deleted: boolean }): Promise<Interaction> {
  allow(canWriteInteractions(actor))
  await lockAddresses(tx, 'one')
  await lockInteraction(tx, id)
  const before = await getInteraction(tx, id)
  if ((before.deleted_at !== null) === deleted) return before
  await sql`
    update interaction set deleted_at = case when ${deleted} then now() end, updated_at = now()
    where org_id = (select current_org()) and id = ${id}
  `.execute(tx)
  return tell(tx, actor, deleted ? 'interaction.deleted' : 'interaction.restored', id)
}

export interface WrittenInteraction {
  id: string
  thread_id: string
  kind: string
  direction: string | null
  subject: string | null
  snippet: string | null
  occurred_at: string
  ends_at: string | null
  all_day: boolean
  location: string | null
  status: string | null
  text: string | null
  pinned?: boolean
  /** Where it comes from; unless given, it was written here. */
  source?: string
  source_id?: string
}

/** Stores what an actor writes; who takes part comes after. */
export async function insertInteraction(tx: Tx, actor: Actor, written: WrittenInteraction) {
  const { id, text, pinned = false, source = 'manual', source_id = id, ...columns } = written
  const { thread_subject, is_answer } = readThreadSubject(written.subject)
  await tx.insertInto('interaction').values({
    ...columns, thread_subject, answers_by_subject: is_answer, id, org_id: actor.org_id, source, source_id,
    created_by: JSON.stringify({ kind: actor.kind, id: actor.id }), pinned_at: pinned ? sql`now()` : null,
  }).execute()
  if (text !== null) await setText(tx, id, text)
}

export async function setText(tx: Tx, id: string, text: string | null) {
  await sql`
    insert into interaction_body (org_id, interaction_id, text) values (current_org(), ${id}, ${text})
    on conflict (org_id, interaction_id) do update set text = excluded.text
  `.execute(tx)
}

/** Throws not_found. */
async function lockInteraction(tx: Tx, id: string) {
  const { rows } = await sql`
    select from interaction where org_id = (select current_org()) and id = ${id} for update
  `.execute(tx)
  if (rows.length === 0) throw notFound('interaction', id)
}

/** What a fresh fetch shows now, to everyone; and when we last had to do with those who take part, or took part before. */
export async function tell(tx: Tx, actor: Actor, type: string, id: string, contactsBefore: string[] = []): Promise<Interaction> {
  const contacts = await recountLatest(tx, [...contactsBefore, ...(await listContactIds(tx, id))])
  const interaction = await getInteraction(tx, id)
  await publish(tx, actor, { type, subject: `interaction:${id}`, data: { interaction, contacts } })
  return interaction
}

function check({ occurred_at, ends_at }: { occurred_at: string; ends_at: string | null }) {
  if (ends_at !== null && Date.parse(ends_at) < Date.parse(occurred_at)) {
    throw invalid('It ends before it begins: mend `occurred_at` or `ends_at`.')
  }
}

function refuseForeign({ kind, source }: Interaction) {
  if (kind === 'note') throw conflict('note', 'This is a note: change it at /notes.')
  if (source === 'manual') return
  throw conflict('not_written_here', `It comes from elsewhere (${source}): it can be pinned and deleted, not rewritten.`)
}

type Named = NonNullable<InteractionChange['participants']>[number]

/** As whoever wrote it would have named them. */
function named({ role, address, name, contact_ids }: Interaction['participants'][number]): Named[] {
  return address === null ? contact_ids.map((contact_id) => ({ role, contact_id })) : [{ role, address, name }]
}

function trimmed(text: string | null): string | null {
  return text?.trim() || null
}
