// Interactions as they were before something at their source changed or removed them, so that this can be undone.

import { sql } from 'kysely'
import type { Tx } from '#platform/db/kysely'
import { recountLatest } from './participants.ts'
import { divideGroups } from './thread-groups.ts'
import { regroupThreads } from './threads.ts'

/** Rows as they were: of the interaction, its text, those who took part, and the ids that its thread is known by. */
export interface Image {
  interaction: { id: string; source: string; source_id: string; subject: string | null; [column: string]: unknown }
  body: object | null
  participants: object[]
  references: { message_id: string; thread_id: string }[]
  /** It was removed, and not changed. */
  gone: boolean
}

/** How these are now, as far as there are any. */
export async function takeImages(tx: Tx, ids: string[], gone = false): Promise<Image[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Image>`
    select to_jsonb(i) as interaction, (
        select to_jsonb(body) from interaction_body body where body.org_id = i.org_id and body.interaction_id = i.id
      ) as body, coalesce((
        select jsonb_agg(to_jsonb(p)) from participant p where p.org_id = i.org_id and p.interaction_id = i.id
      ), '[]') as participants, coalesce((
        select jsonb_agg(to_jsonb(r)) from thread_reference r
        where r.org_id = i.org_id and r.thread_id = i.thread_id and (r.message_id = i.source_id or starts_with(i.source_id, r.message_id || '/'))
      ), '[]') as references, ${gone}::boolean as gone
    from interaction i where i.org_id = (select current_org()) and i.id = any(${ids}::uuid[]) order by i.id
  `.execute(tx)
  return rows
}

export interface PutBack {
  restored: number
  /** Those that somebody has changed since `made_at`, or that are there again. */
  kept: { id: string; name: string }[]
}

/** Makes interactions what they were before `made_at`, which was the now() of whoever changed them. The caller has `lockAddresses` for many. */
export async function putImagesBack(tx: Tx, images: Image[], madeAt: string): Promise<PutBack> {
  if (images.length === 0) return { restored: 0, kept: [] }
  const { rows: restorable } = await sql<{ id: string }>`
    select id from json_to_recordset(${JSON.stringify(images.map(({ interaction, gone }) => ({ ...interaction, gone })))})
      as given (id uuid, source text, source_id text, gone boolean)
    where case when gone
      then not exists (
        select from interaction i where i.org_id = (select current_org()) and (i.id = given.id or i.source = given.source and i.source_id = given.source_id))
      else exists (
        select from interaction i where i.org_id = (select current_org()) and i.id = given.id and i.updated_at = ${madeAt}::timestamptz)
      end
  `.execute(tx)
  const ids = new Set(restorable.map(({ id }) => id))
  const wanted = images.filter(({ interaction }) => ids.has(interaction.id))
  const people = await listPeople(tx, ids)
  await putInteractions(tx, wanted)
  await putDetails(tx, wanted)
  await recountLatest(tx, [...people, ...(await listPeople(tx, ids))])
  const threads = await putReferences(tx, wanted)
  await divideGroups(tx, threads)
  await regroupThreads(tx, threads)
  return { restored: ids.size, kept: await listKept(tx, images.filter(({ interaction }) => !ids.has(interaction.id))) }
}

async function putInteractions(tx: Tx, images: Image[]) {
  await sql`
    with given as materialized (
      select gone, r.* from jsonb_to_recordset(${JSON.stringify(images)}::jsonb) as image (interaction jsonb, gone boolean),
        jsonb_populate_record(null::interaction, interaction) r
    ), back as (
      insert into interaction (org_id, id, kind, direction, subject, snippet, occurred_at, source, source_id, thread_id, has_attachments, created_at,
        ends_at, all_day, location, status, pinned_at, created_by, updated_at, deleted_at)
      select current_org(), id, kind, direction, subject, snippet, occurred_at, source, source_id, thread_id, has_attachments, created_at,
        ends_at, all_day, location, status, pinned_at, created_by, updated_at, deleted_at
      from given where gone order by id
    )
    update interaction i set direction = given.direction, subject = given.subject, snippet = given.snippet, occurred_at = given.occurred_at,
      ends_at = given.ends_at, all_day = given.all_day, location = given.location, status = given.status, has_attachments = given.has_attachments,
      updated_at = given.updated_at
    from given where i.org_id = (select current_org()) and i.id = given.id and not gone
  `.execute(tx)
}

/** Texts, and those who took part. */
async function putDetails(tx: Tx, images: Image[]) {
  const given = JSON.stringify(images)
  const ids = images.map(({ interaction }) => interaction.id)
  for (const table of ['interaction_body', 'participant'] as const) {
    await sql`delete from ${sql.table(table)} where org_id = (select current_org()) and interaction_id = any(${ids}::uuid[])`.execute(tx)
  }
  await sql`
    insert into interaction_body (org_id, interaction_id, text, quoted_at, html, headers, truncated)
    select current_org(), r.interaction_id, r.text, r.quoted_at, r.html, r.headers, r.truncated
    from jsonb_to_recordset(${given}::jsonb) as image (body jsonb), jsonb_populate_record(null::interaction_body, body) r
    where r.interaction_id is not null
  `.execute(tx)
  // Of a contact that was merged, or is gone, whoever has the address now.
  await sql`
    insert into participant (org_id, interaction_id, role, address, name, contact_id, company_id, occurred_at, kind, direction, has_attachments, hidden)
    select current_org(), i.id, r.role, r.address, r.name, coalesce(
        (select id from contact where contact.org_id = i.org_id and contact.id = r.contact_id),
        (select contact_id from contact_email known where known.org_id = i.org_id and known.address = r.address order by contact_id limit 1)
      ), (select id from company where company.org_id = i.org_id and company.id = r.company_id),
      i.occurred_at, i.kind, i.direction, i.has_attachments, i.deleted_at is not null
    from jsonb_to_recordset(${given}::jsonb) as image (participants jsonb), jsonb_array_elements(participants) each,
      jsonb_populate_record(null::participant, each) r
      join interaction i on i.org_id = (select current_org()) and i.id = r.interaction_id
    on conflict do nothing
  `.execute(tx)
}

/** Returns the threads that what was removed is in again, and those that its ids lead to now. */
async function putReferences(tx: Tx, images: Image[]): Promise<string[]> {
  const references = images.filter(({ gone }) => gone).flatMap(({ references }) => references)
  const { rows } = await sql<{ thread_id: string }>`
    with given as materialized (
      select distinct on (message_id) * from json_to_recordset(${JSON.stringify(references)})
        as given (message_id text, thread_id uuid, group_id uuid, origin_id uuid) order by message_id
    ), back as (
      insert into thread_reference (org_id, message_id, thread_id, group_id, origin_id)
      select current_org(), message_id, thread_id, group_id, origin_id from given on conflict do nothing
    )
    select thread_id from given
    union select known.thread_id from given join thread_reference known on known.org_id = (select current_org()) and known.message_id = given.message_id
  `.execute(tx)
  return rows.map(({ thread_id }) => thread_id)
}

async function listPeople(tx: Tx, ids: Set<string>): Promise<string[]> {
  const { rows } = await sql<{ contact_id: string }>`
    select distinct contact_id from participant
    where org_id = (select current_org()) and interaction_id = any(${[...ids]}::uuid[]) and contact_id is not null
  `.execute(tx)
  return rows.map(({ contact_id }) => contact_id)
}

/** Under what is there now; what is there no more nobody has to be told of. */
async function listKept(tx: Tx, images: Image[]): Promise<{ id: string; name: string }[]> {
  if (images.length === 0) return []
  const { rows } = await sql<{ id: string; name: string }>`
    select i.id, coalesce(i.subject, i.source_id) as name
    from json_to_recordset(${JSON.stringify(images.map(({ interaction }) => interaction))}) as given (source text, source_id text)
      join interaction i on i.org_id = (select current_org()) and i.source = given.source and i.source_id = given.source_id
    order by i.id
  `.execute(tx)
  return rows
}
