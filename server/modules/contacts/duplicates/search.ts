// Finds duplicates in the background: of the contacts that changed since the last time, a batch at a time. What a batch
// costs does not depend on how many contacts there are.

import { sql } from 'kysely'
import type { JobContext } from '#platform/jobs'
import type { Tx } from '#platform/db/kysely'
import type { Tenancy } from '#platform/tenancy'
import { normalizePhone } from '../matching.ts'
import { nameKey, soundKey } from './names.ts'
import { judge } from './scoring.ts'

/** A transaction of some 100 ms. */
const batch = 1_000

/** What more have in common says nothing: the phone of an office, the name of a department. */
const mostInCommon = 20

/**
 * Looks at all that changed since the last search. Whoever was at it when that began may commit with an earlier time:
 * the last minute is looked at again by the next one.
 */
export async function findDuplicates({ transact }: Tenancy, { org_id }: { org_id: string }, { signal }: JobContext) {
  const begun = new Date(Date.now() - 60_000).toISOString()
  for (let more = true; more && !signal.aborted; ) {
    more = await transact({ org_id }, (tx) => searchBatch(tx))
  }
  if (signal.aborted) return
  await transact({ org_id }, (tx) => sql`
    update duplicate_search set seen_at = least(seen_at, ${begun}::timestamptz) where org_id = ${org_id}
  `.execute(tx))
}

/** False when there is no more. */
async function searchBatch(tx: Tx): Promise<boolean> {
  if (!(await isItsTurn(tx))) return false
  const { rows } = await sql<{ id: string; updated_at: string }>`
    select id, updated_at::text from contact
    where org_id = (select current_org()) and deleted_at is null and (updated_at, id) > (
      coalesce((select seen_at from duplicate_search where org_id = (select current_org())), '-infinity'),
      coalesce((select seen_id from duplicate_search where org_id = (select current_org())), '00000000-0000-0000-0000-000000000000'))
    order by updated_at, id limit ${batch}
  `.execute(tx)
  const last = rows.at(-1)
  if (!last) return false
  await refreshDuplicates(tx, rows.map(({ id }) => id))
  await sql`
    insert into duplicate_search (org_id, seen_at, seen_id) values (current_org(), ${last.updated_at}::timestamptz, ${last.id})
    on conflict (org_id) do update set seen_at = excluded.seen_at, seen_id = excluded.seen_id
  `.execute(tx)
  return rows.length === batch
}

/** One search at a time: the other would do the same, and waiting for it would keep a worker busy. None beside an import. */
async function isItsTurn(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ turn: boolean }>`
    select not exists (select from operation where org_id = (select current_org()) and status = 'running' and kind like 'import.%')
      and pg_try_advisory_xact_lock(hashtext('contacts.duplicates'), hashtext(current_org()::text)) as turn
  `.execute(tx)
  return rows[0]!.turn
}

/** Makes the duplicates of these contacts anew, and of those who are theirs. */
export async function refreshDuplicates(tx: Tx, ids: string[]) {
  await storeKeys(tx, ids)
  const found = (await findCandidates(tx, ids)).flatMap(({ a, b, kinds, ...pair }) => {
    const verdict = judge({ name: pair.a_name, company_id: pair.a_company }, { name: pair.b_name, company_id: pair.b_company }, {
      address: kinds.includes('address'),
      phone: kinds.includes('phone'),
    })
    return verdict ? [{ a, b, ...verdict }] : []
  })
  await sql`
    with found as materialized (
      select a, b, score, reasons from json_to_recordset(${JSON.stringify(found)}) as found (a uuid, b uuid, score real, reasons text[])
    ), gone as (
      delete from duplicate where org_id = (select current_org())
        and (contact_id = any(${ids}::uuid[]) or other_id = any(${ids}::uuid[]))
        and (contact_id, other_id) not in (select a, b from found)
    )
    insert into duplicate (org_id, contact_id, other_id, score, reasons)
    select current_org(), a, b, score, reasons from found
    on conflict (org_id, contact_id, other_id) do update set score = excluded.score, reasons = excluded.reasons
      where (duplicate.score, duplicate.reasons) is distinct from (excluded.score, excluded.reasons)
  `.execute(tx)
}

async function storeKeys(tx: Tx, ids: string[]) {
  const { rows } = await sql<{ id: string; name: string; phones: { number: string }[] }>`
    select id, name, phones from contact where org_id = (select current_org()) and id = any(${ids}::uuid[]) and deleted_at is null
  `.execute(tx)
  const keys = rows.flatMap(({ id, name, phones }) => {
    // A name that is an address is none; the address says more.
    const named = name.includes('@') ? [] : [['name', nameKey(name)], ['sound', soundKey(name)]]
    const called = [...new Set(phones.map(({ number }) => normalizePhone(number)))].filter((digits) => digits.length >= 5)
    return [...named, ...called.map((digits) => ['phone', digits])]
      .filter(([, key]) => key !== '')
      .map(([kind, key]) => ({ contact_id: id, kind, key: key!.slice(0, 500) }))
  })
  await sql`
    with given as materialized (
      select * from json_to_recordset(${JSON.stringify(keys)}) as given (contact_id uuid, kind text, key text)
    ), gone as (
      delete from duplicate_key where org_id = (select current_org()) and contact_id = any(${ids}::uuid[])
        and (contact_id, kind, key) not in (select contact_id, kind, key from given)
    )
    insert into duplicate_key (org_id, contact_id, kind, key) select current_org(), contact_id, kind, key from given
    on conflict do nothing
  `.execute(tx)
}

interface Candidate {
  a: string
  b: string
  a_name: string
  b_name: string
  a_company: string | null
  b_company: string | null
  kinds: string[]
}

/** Pairs of one of these and anyone, with what they have in common. */
async function findCandidates(tx: Tx, ids: string[]): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    with given as materialized (
      select kind, key, contact_id from duplicate_key where org_id = (select current_org()) and contact_id = any(${ids}::uuid[])
      union all
      select 'address', address, contact_id from contact_email
      where org_id = (select current_org()) and contact_id = any(${ids}::uuid[])
    ), common as (
      select given.kind, given.contact_id, other.id as other_id
      from given cross join lateral (
        select array_agg(contact_id) as ids from (
          select contact_id from duplicate_key
          where given.kind <> 'address' and org_id = (select current_org()) and kind = given.kind and key = given.key
          union all
          select contact_id from contact_email
          where given.kind = 'address' and org_id = (select current_org()) and address = given.key
          limit ${mostInCommon + 1}
        ) holder
      ) holders cross join lateral unnest(holders.ids) as other (id)
      where cardinality(holders.ids) <= ${mostInCommon} and other.id <> given.contact_id
    ), pair as (
      select least(contact_id, other_id) as a, greatest(contact_id, other_id) as b, array_agg(distinct kind) as kinds
      from common group by 1, 2
    )
    select a, b, kinds, one.name as a_name, other.name as b_name, one.company_id as a_company, other.company_id as b_company
    from pair
      join contact one on one.org_id = (select current_org()) and one.id = a and one.deleted_at is null
      join contact other on other.org_id = (select current_org()) and other.id = b and other.deleted_at is null
  `.execute(tx)
  return rows
}
