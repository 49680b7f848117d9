import { sql } from 'kysely'
import type pg from 'pg'
import { findContactIds, lockAddresses } from '#modules/contacts'
import { stage } from '#platform/db/staging'
import type { Tx } from '#platform/db/kysely'
import { assignThreads } from './threads.ts'

export interface NewInteraction {
  kind: 'mail'
  direction: 'in' | 'out' | 'internal' | null
  subject: string | null
  snippet: string | null
  /** RFC 3339. */
  occurred_at: string
  source: string
  /** Its id at the source: a Message-ID. */
  source_id: string
  /** Ids of what it answers or belongs to, at the same source. */
  thread_ids: string[]
  has_attachments: boolean
  /** Addresses in lower case. */
  participants: { role: 'from' | 'to' | 'cc' | 'bcc'; address: string; name: string | null }[]
}

/**
 * Stores those interactions of a batch that are not known yet, in their threads and on the timelines of the contacts
 * who took part, and returns how many those were. `client` is that of `transactBulk`.
 */
export async function recordInteractions(tx: Tx, client: pg.PoolClient, batch: NewInteraction[]): Promise<number> {
  // Also because two that record the same thread would each begin their own.
  await lockAddresses(tx, 'many')
  const fresh = await withoutKnown(tx, batch)
  if (fresh.length === 0) return 0

  const threads = await assignThreads(tx, fresh)
  const rows = fresh.map((interaction, place) => ({ ...interaction, place, thread_id: threads[place]! }))
  await stage({ tx, client }, 'recorded', recordedColumns, rows)
  await sql`alter table recorded add id uuid default new_id()`.execute(tx)
  await sql`
    insert into interaction
      (org_id, id, kind, direction, subject, snippet, occurred_at, source, source_id, thread_id, has_attachments)
    select current_org(), id, kind, direction, subject, snippet, occurred_at, source, source_id, thread_id, has_attachments
    from recorded order by place
  `.execute(tx)
  const people = fresh.flatMap(({ participants }, place) => participants.map((person) => ({ ...person, place })))
  const contacts = await findContactIds(tx, people.map(({ address }) => address))
  const matched = people.flatMap((person) =>
    (contacts.get(person.address) ?? [null]).map((contact_id) => ({ ...person, contact_id })))
  await stage({ tx, client }, 'took_part', tookPartColumns, matched)
  await addParticipants(tx)
  return fresh.length
}

const recordedColumns = {
  place: 'int',
  kind: 'text',
  direction: 'text',
  subject: 'text',
  snippet: 'text',
  occurred_at: 'timestamptz',
  source: 'text',
  source_id: 'text',
  thread_id: 'uuid',
  has_attachments: 'boolean',
}

const tookPartColumns = { place: 'int', role: 'text', address: 'text', name: 'text', contact_id: 'uuid' }

/** Each once, and only those that are not stored. */
async function withoutKnown(tx: Tx, batch: NewInteraction[]): Promise<NewInteraction[]> {
  const bySource = Map.groupBy(batch, ({ source }) => source)
  const known = new Set<string>()
  for (const [source, interactions] of bySource) {
    const { rows } = await sql<{ source_id: string }>`
      select source_id from interaction
      where org_id = (select current_org()) and source = ${source}
        and source_id = any(${interactions.map(({ source_id }) => source_id)})
    `.execute(tx)
    for (const { source_id } of rows) known.add(`${source} ${source_id}`)
  }
  return batch.filter(({ source, source_id }) => {
    const key = `${source} ${source_id}`
    return !known.has(key) && known.add(key)
  })
}

async function addParticipants(tx: Tx) {
  await sql`
    with added as (
      insert into participant (org_id, interaction_id, role, address, name, contact_id, occurred_at)
      select distinct on (recorded.id, role, took_part.address, took_part.contact_id) current_org(), recorded.id, role, took_part.address,
        took_part.name, took_part.contact_id, occurred_at
      from took_part join recorded using (place)
      returning contact_id, occurred_at
    ), latest as (
      select contact_id, max(occurred_at) as occurred_at from added where contact_id is not null group by contact_id
    )
    update contact set last_interaction_at = latest.occurred_at from latest
    where contact.org_id = (select current_org()) and contact.id = latest.contact_id
      and (contact.last_interaction_at is null or contact.last_interaction_at < latest.occurred_at)
  `.execute(tx)
}
