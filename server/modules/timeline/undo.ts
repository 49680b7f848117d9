// What the undo of an import asks of the timeline.

import { sql } from 'kysely'
import type { Tx } from '#platform/db/kysely'
import { detachAnswers, joinAnswers } from './answers.ts'
import { recountLatest } from './participants.ts'
import { divideGroups } from './thread-groups.ts'

/** Those of these interactions that somebody has changed since, and not deleted. */
export async function findChanged(tx: Tx, ids: string[], since: string): Promise<{ id: string; name: string }[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string; name: string }>`
    select id, coalesce(subject, source_id) as name from interaction
    where org_id = (select current_org()) and id = any(${ids}::uuid[]) and updated_at > ${since}::timestamptz and deleted_at is null order by id
  `.execute(tx)
  return rows
}

/** Removes interactions, and threads that nothing is left of. Returns how many there were. */
export async function removeInteractions(tx: Tx, ids: string[]): Promise<number> {
  if (ids.length === 0) return 0
  const { rows: people } = await sql<{ contact_id: string }>`
    select distinct contact_id from participant
    where org_id = (select current_org()) and interaction_id = any(${ids}::uuid[]) and contact_id is not null
  `.execute(tx)
  const detached = await detachAnswers(tx, ids)
  const { rows: removed } = await sql<{ thread_id: string }>`
    delete from interaction where org_id = (select current_org()) and id = any(${ids}::uuid[]) returning thread_id
  `.execute(tx)
  const threads = [...new Set(removed.map(({ thread_id }) => thread_id))]
  await divideGroups(tx, threads)
  await joinAnswers(tx, detached.ids, [...threads, ...detached.threads])
  await recountLatest(tx, people.map(({ contact_id }) => contact_id))
  return removed.length
}

/** Those of these contacts who take part in something that was stored at a moment or after it. */
export async function findContactsWithNews(tx: Tx, contactIds: string[], since: string): Promise<string[]> {
  if (contactIds.length === 0) return []
  const { rows } = await sql<{ contact_id: string }>`
    select distinct contact_id
    from participant join interaction i on i.org_id = participant.org_id and i.id = interaction_id
    where participant.org_id = (select current_org()) and contact_id = any(${contactIds}::uuid[])
      and i.created_at >= ${since}::timestamptz
  `.execute(tx)
  return rows.map(({ contact_id }) => contact_id)
}

/** What was theirs by an address that they have no longer waits for somebody again. */
export async function forgetAddresses(tx: Tx, pairs: { contact_id: string; address: string }[]) {
  if (pairs.length === 0) return
  const { rows } = await sql<{ contact_id: string }>`
    with given as materialized (
      select contact_id, address from json_to_recordset(${JSON.stringify(pairs)}) as given (contact_id uuid, address text)
    ), gone as (
      select contact_id, address from given where not exists (
        select from contact_email known
        where known.org_id = (select current_org()) and known.contact_id = given.contact_id and known.address = given.address
      )
    ), theirs as (
      select p.interaction_id, p.role, p.address, p.contact_id,
        row_number() over (partition by p.interaction_id, p.role, p.address order by p.contact_id) as place,
        exists (
          select from participant other
          where other.org_id = p.org_id and other.interaction_id = p.interaction_id and other.role = p.role
            and other.address = p.address and (other.contact_id, other.address) not in (select contact_id, address from gone)
        ) as is_anothers
      from participant p join gone on gone.contact_id = p.contact_id and gone.address = p.address
      where p.org_id = (select current_org())
    ), removed as (
      -- Who was in it stays known, once: by the row of somebody else, or by one without a contact.
      delete from participant p using theirs
      where p.org_id = (select current_org()) and p.interaction_id = theirs.interaction_id and p.role = theirs.role
        and p.address = theirs.address and p.contact_id = theirs.contact_id and (is_anothers or place > 1)
    ), forgotten as (
      update participant p set contact_id = null from theirs
      where p.org_id = (select current_org()) and p.interaction_id = theirs.interaction_id and p.role = theirs.role
        and p.address = theirs.address and p.contact_id = theirs.contact_id and not is_anothers and place = 1
    )
    select distinct contact_id from theirs
  `.execute(tx)
  await recountLatest(tx, rows.map(({ contact_id }) => contact_id))
}

export interface StoredOccurrence {
  id: string
  source_id: string
  occurred_at: string
}

/** What a source has in the thread of each of these ids: the occurrences of a series. */
export async function findThreadOccurrences(tx: Tx, source: string, ids: string[]): Promise<Map<string, StoredOccurrence[]>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<StoredOccurrence & { message_id: string }>`
    select message_id, i.id, i.source_id, i.occurred_at
    from thread_reference t join interaction i on i.org_id = t.org_id and i.thread_id = t.thread_id
    where t.org_id = (select current_org()) and message_id = any(${ids}::text[]) and i.source = ${source}
  `.execute(tx)
  return Map.groupBy(rows, ({ message_id }) => message_id)
}
