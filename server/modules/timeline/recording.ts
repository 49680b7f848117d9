// Interactions as they come in from elsewhere, many at once: each is known again by its source and its id there.

import { sql } from 'kysely'
import type pg from 'pg'
import { lockAddresses } from '#modules/contacts'
import { stage } from '#platform/db/staging'
import type { Db, Tx } from '#platform/db/kysely'
import { joinAnswers } from './answers.ts'
import { addAttachments, type NewAttachment } from './attachments/recording.ts'
import { takeImages, type Image } from './images.ts'
import { tellApart } from './mail-identity.ts'
import { stageParticipants, addStagedParticipants, replaceStagedParticipants, type NewParticipant } from './participants.ts'
import { readThreadSubject } from './thread-subject.ts'
import { assignThreads } from './threads.ts'

export interface NewInteraction {
  /** `mail`, `meeting`, `call`; or another word of lower-case letters. */
  kind: string
  direction: 'in' | 'out' | 'internal' | null
  subject: string | null
  snippet: string | null
  /** When it happened or begins, RFC 3339. */
  occurred_at: string
  /** It does not say when: `occurred_at` is that of its import. */
  is_undated?: boolean
  /** Of a meeting or a call. */
  ends_at?: string | null
  all_day?: boolean
  location?: string | null
  status?: 'confirmed' | 'tentative' | 'cancelled' | null
  source: string
  /** Its id at the source: a Message-ID, the UID of an event. */
  source_id: string
  /** Ids of what it answers or belongs to, at the same source. */
  thread_ids: string[]
  has_attachments: boolean
  /** Of a mail: what its attachments are called. */
  file_names?: string[]
  participants: NewParticipant[]
  body?: NewBody | null
  attachments?: NewAttachment[]
}

export interface NewBody {
  text: string | null
  /** Where the trailing quote begins in the text. */
  quoted_at: number | null
  /** As it was sent: it is made safe when it is shown. */
  html: string | null
  /** The header of a mail. */
  headers: string | null
  truncated: boolean
}

export interface Recorded {
  /** The ids of those that were not known. */
  created: string[]
  /** Of those that were, and are otherwise now, how they were: meetings that were moved, but never mails. */
  changed: Image[]
}

/**
 * Stores a batch in threads and on the timelines of those who took part. What is known by its source is left alone when
 * it is a mail, and otherwise becomes what is given; what somebody deleted stays deleted. `client` is that of
 * `transactBulk`.
 */
export async function recordInteractions(tx: Tx, client: pg.PoolClient, batch: NewInteraction[]): Promise<Recorded> {
  // Also because two that record the same thread would each begin their own.
  await lockAddresses(tx, 'many')
  const { fresh, known } = await divide(tx, batch)
  if (fresh.length + known.length === 0) return { created: [], changed: [] }

  const threads = await assignThreads(tx, fresh)
  const rows = [...fresh, ...known].map((interaction, place) => toRow(interaction, place, threads[place] ?? null))
  await stage({ tx, client }, 'recorded', recordedColumns, rows)
  await sql`update recorded set id = new_id() where is_new`.execute(tx)
  const created = await insertRecorded(tx)
  await addAttachments(tx, client, fresh.map(({ attachments = [] }) => attachments))
  const before = await takeImages(tx, known.map(({ id }) => id))
  const changed = known.length > 0 ? await changeKnown(tx) : []
  await stageParticipants(tx, client, [...fresh, ...known].map(({ participants }) => participants))
  await addStagedParticipants(tx)
  await joinAnswers(tx, created)
  if (known.length === 0) return { created, changed: [] }
  const others = new Set([...changed, ...(await replaceStagedParticipants(tx))])
  await touch(tx, [...others])
  return { created, changed: before.filter(({ interaction }) => others.has(interaction.id)) }
}

/** Also those whose own row stays as it is: they have changed as well. */
async function touch(tx: Tx, ids: string[]) {
  await sql`
    update interaction set updated_at = now() where org_id = (select current_org()) and id = any(${ids}::uuid[]) and updated_at <> now()
  `.execute(tx)
}

const recordedColumns = {
  place: 'int',
  id: 'uuid',
  is_new: 'boolean',
  kind: 'text',
  direction: 'text',
  subject: 'text',
  snippet: 'text',
  occurred_at: 'timestamptz',
  ends_at: 'timestamptz',
  all_day: 'boolean',
  location: 'text',
  status: 'text',
  source: 'text',
  source_id: 'text',
  thread_id: 'uuid',
  thread_subject: 'text',
  answers_by_subject: 'boolean',
  has_attachments: 'boolean',
  text: 'text',
  quoted_at: 'int',
  html: 'text',
  headers: 'text',
  truncated: 'boolean',
}

const noBody: NewBody = { text: null, quoted_at: null, html: null, headers: null, truncated: false }

type Known = NewInteraction & { id: string }

function toRow(interaction: NewInteraction | Known, place: number, thread_id: string | null) {
  const { ends_at = null, all_day = false, location = null, status = null, body } = interaction
  const id = 'id' in interaction ? interaction.id : null
  return {
    ...interaction, ends_at, all_day, location, status, place, id, is_new: id === null, thread_id, ...readSubject(interaction), ...(body ?? noBody),
  }
}

/** Of a mail: a meeting belongs to its series, and answers nothing. */
function readSubject({ kind, subject, thread_ids }: NewInteraction) {
  const { thread_subject, is_answer } = readThreadSubject(kind === 'mail' ? subject : null)
  return { thread_subject, answers_by_subject: is_answer && thread_ids.length === 0 }
}

/** Those of a batch that are not stored yet, by their places in it. */
export async function findNew(db: Db, batch: NewInteraction[]): Promise<Set<number>> {
  const named = await tellApart(db, batch)
  const ids = await findStored(db, named)
  return new Set(named.keys().filter((place) => !ids.has(keyOf(named[place]!))))
}

/** Each once: those that are not stored, and those of the others that may have changed at their source. */
async function divide(tx: Tx, batch: NewInteraction[]): Promise<{ fresh: NewInteraction[]; known: Known[] }> {
  const named = await tellApart(tx, batch)
  const ids = await findStored(tx, named)
  const each = new Map<string, NewInteraction>()
  for (const interaction of named) {
    const key = keyOf(interaction)
    // The first of several copies of a mail, the last of several versions of a meeting.
    if (interaction.kind !== 'mail' || !each.has(key)) each.set(key, interaction)
  }
  const entries = [...each]
  return {
    fresh: entries.filter(([key]) => !ids.has(key)).map(([, interaction]) => interaction),
    known: entries.flatMap(([key, interaction]) => {
      const id = ids.get(key)
      return id && interaction.kind !== 'mail' ? [{ ...interaction, id }] : []
    }),
  }
}

/** The ids of those that are stored, by their keys. */
async function findStored(db: Db, batch: NewInteraction[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const [source, interactions] of Map.groupBy(batch, ({ source }) => source)) {
    const { rows } = await sql<{ id: string; source_id: string }>`
      select id, source_id from interaction
      where org_id = (select current_org()) and source = ${source}
        and source_id = any(${interactions.map(({ source_id }) => source_id)})
    `.execute(db)
    for (const { id, source_id } of rows) ids.set(keyOf({ source, source_id }), id)
  }
  return ids
}

function keyOf({ source, source_id }: Pick<NewInteraction, 'source' | 'source_id'>): string {
  return `${source} ${source_id}`
}

async function insertRecorded(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with made as (
      insert into interaction (org_id, id, kind, direction, subject, snippet, occurred_at, ends_at, all_day, location,
        status, source, source_id, thread_id, thread_subject, answers_by_subject, has_attachments)
      select current_org(), id, kind, direction, subject, snippet, occurred_at, ends_at, all_day, location,
        status, source, source_id, thread_id, thread_subject, answers_by_subject, has_attachments
      from recorded where is_new order by place
      returning id
    ), said as (
      insert into interaction_body (org_id, interaction_id, text, quoted_at, html, headers, truncated)
      select current_org(), id, text, quoted_at, html, headers, truncated
      from recorded where is_new and (text is not null or html is not null or headers is not null) order by place
    )
    select id from made
  `.execute(tx)
  return rows.map(({ id }) => id)
}

async function changeKnown(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with said as (
      insert into interaction_body as body (org_id, interaction_id, text, html)
      select current_org(), id, text, html from recorded
      where not is_new and (text is not null or html is not null or exists (
        select from interaction_body where org_id = (select current_org()) and interaction_id = recorded.id
      ))
      on conflict (org_id, interaction_id) do update set text = excluded.text, html = excluded.html
      where (body.text, body.html) is distinct from (excluded.text, excluded.html)
      returning interaction_id as id
    ), moved as (
      update interaction i set direction = r.direction, subject = r.subject, snippet = r.snippet,
        occurred_at = r.occurred_at, ends_at = r.ends_at, all_day = r.all_day, location = r.location, status = r.status,
        has_attachments = r.has_attachments, updated_at = now()
      from recorded r
      where i.org_id = (select current_org()) and i.id = r.id and not r.is_new
        and (i.direction, i.subject, i.snippet, i.occurred_at, i.ends_at, i.all_day, i.location, i.status, i.has_attachments)
          is distinct from
            (r.direction, r.subject, r.snippet, r.occurred_at, r.ends_at, r.all_day, r.location, r.status, r.has_attachments)
      returning i.id
    )
    select id from moved union select id from said
  `.execute(tx)
  return rows.map(({ id }) => id)
}
