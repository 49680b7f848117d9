// Which contacts the rows of an import stand for. Looked up by value before they are staged: joined with a staged table,
// of which the planner knows nothing, each batch read all addresses of the organization (200,000: 0.5 s a batch).

import { sql } from 'kysely'
import type { Tx } from '#platform/db/kysely'
import type { ImportedContact } from './storing/storing.ts'
import { findContactIds } from './queries.ts'

/**
 * By what rows are recognized. `any`: by the UID of a card, by any of their addresses, and without one by name, company
 * and phone among those who have no address either. `{field}`: by a custom field.
 */
export type MatchKey = 'any' | 'email' | 'phone' | 'name_company' | 'id' | { field: string }

export interface Match {
  /** Contacts that the row may stand for: none, the one, or several. */
  ids: string[]
}

/** The matches of these rows, by line. Of several who share what the row is recognized by it is the one of its name. */
export async function matchContacts(tx: Tx, rows: ImportedContact[], key: MatchKey): Promise<Map<number, Match>> {
  return narrowByName(tx, rows, await findMatches(tx, rows, key))
}

async function findMatches(tx: Tx, rows: ImportedContact[], key: MatchKey): Promise<Map<number, Match>> {
  if (key === 'any') {
    const nameless = rows.filter(({ emails }) => emails.length === 0)
    // Addresses are taken one after the other: the first that somebody has decides.
    const known = await matchAddresses(tx, rows, ([first = []]) => first)
    return new Map([...known, ...(await matchNamesakes(tx, nameless)), ...(await matchUids(tx, rows))])
  }
  if (key === 'email') return matchAddresses(tx, rows, (holders) => holders.flat())
  if (key === 'id') return matchIds(tx, rows)
  return matchValues(tx, rows, key)
}

/** What a row is recognized by, as text: the same for two rows that are the same person. Empty: by nothing. */
export function keysOf(row: ImportedContact, key: MatchKey): string[] {
  if (key === 'email') return row.emails.map(({ address }) => address)
  if (key === 'phone') return [...new Set(row.phones.map(({ number }) => normalizePhone(number)).filter(Boolean))]
  if (key === 'name_company') return row.name ? [JSON.stringify([row.name.toLowerCase(), row.company?.toLowerCase() ?? null])] : []
  if (key === 'id') return row.id ? [row.id] : []
  if (typeof key === 'object') return row.fields[key.field] === undefined ? [] : [String(row.fields[key.field])]
  const uid = row.uid === null ? [] : [`uid ${row.uid}`]
  if (row.emails.length > 0) return [...uid, ...row.emails.map(({ address }) => address)]
  return [...uid, JSON.stringify([row.name?.toLowerCase(), row.company?.toLowerCase(), row.phones.map(({ number }) => number)])]
}

/** Digits alone, without the zeros in front: +49 151, 0049151 and (0049) 151 are the same. As phone_digits() has it. */
export function normalizePhone(number: string): string {
  return number.replaceAll(/\D/g, '').replace(/^0+/, '').slice(0, 64)
}

/** `choose` is given who has each of the row's addresses that somebody has. */
async function matchAddresses(tx: Tx, rows: ImportedContact[], choose: (holders: string[][]) => string[]): Promise<Map<number, Match>> {
  const byAddress = await findContactIds(tx, rows.flatMap(({ emails }) => emails.map(({ address }) => address)))
  return collect(rows, ({ emails }) => choose(emails.flatMap(({ address }) => [byAddress.get(address) ?? []].filter((ids) => ids.length > 0))))
}

async function narrowByName(tx: Tx, rows: ImportedContact[], matches: Map<number, Match>): Promise<Map<number, Match>> {
  const unclear = rows.filter(({ line, name }) => name !== null && (matches.get(line)?.ids.length ?? 0) > 1)
  if (unclear.length === 0) return matches
  const wanted = unclear.map(({ line, name }) => ({ line, name, ids: matches.get(line)!.ids }))
  const { rows: namesakes } = await sql<{ line: number; ids: string[] }>`
    select line, array_agg(contact.id) as ids
    from json_to_recordset(${JSON.stringify(wanted)}) as given (line int, name text, ids uuid[])
      join contact on contact.org_id = (select current_org()) and contact.id = any(given.ids) and sort_name = lower(given.name)
    group by line
  `.execute(tx)
  return new Map([...matches, ...namesakes.filter(({ ids }) => ids.length === 1).map(({ line, ids }) => [line, { ids }] as const)])
}

async function matchUids(tx: Tx, rows: ImportedContact[]): Promise<[number, Match][]> {
  const uids = rows.flatMap(({ uid }) => uid ?? [])
  if (uids.length === 0) return []
  const { rows: found } = await sql<{ uid: string; contact_id: string }>`
    select uid, contact_id
    from contact_uid join contact on contact.org_id = contact_uid.org_id and contact.id = contact_uid.contact_id
    where contact_uid.org_id = (select current_org()) and uid = any(${uids}::text[]) and deleted_at is null
  `.execute(tx)
  const byUid = new Map(found.map(({ uid, contact_id }) => [uid, contact_id]))
  return rows.flatMap(({ line, uid }): [number, Match][] => (uid !== null && byUid.has(uid) ? [[line, { ids: [byUid.get(uid)!] }]] : []))
}

async function matchIds(tx: Tx, rows: ImportedContact[]): Promise<Map<number, Match>> {
  const { rows: found } = await sql<{ id: string }>`
    select id from contact
    where org_id = (select current_org()) and deleted_at is null and id = any(${rows.flatMap(({ id }) => id ?? [])}::uuid[])
  `.execute(tx)
  const known = new Set(found.map(({ id }) => id))
  return collect(rows, ({ id }) => (id && known.has(id) ? [id] : []))
}

async function matchValues(
  tx: Tx,
  rows: ImportedContact[],
  key: Exclude<MatchKey, 'any' | 'email' | 'id'>,
): Promise<Map<number, Match>> {
  const wanted = [...new Set(rows.flatMap((row) => keysOf(row, key)))]
  if (wanted.length === 0) return new Map()
  const { rows: found } = await valueQuery(key, wanted).execute(tx)
  const byKey = Map.groupBy(found, ({ key: value }) => value)
  return collect(rows, (row) => keysOf(row, key).flatMap((value) => byKey.get(value)?.map(({ id }) => id) ?? []))
}

function valueQuery(key: Exclude<MatchKey, 'any' | 'email' | 'id'>, wanted: string[]) {
  type Found = { key: string; id: string }
  if (key === 'phone') {
    return sql<Found>`
      select digits as key, id
      from contact_phone join contact on contact.org_id = contact_phone.org_id and id = contact_id
      where contact_phone.org_id = (select current_org()) and digits = any(${wanted}::text[]) and deleted_at is null
    `
  }
  if (key === 'name_company') {
    // The name has an index; PostgreSQL's lower() decides, so both are asked for by what it makes of them.
    return sql<Found>`
      with given as materialized (
        select key, lower(key::jsonb->>0) as sort_name, lower(key::jsonb->>1) as match_name
        from unnest(${wanted}::text[]) as given (key)
      )
      select key, contact.id
      from given join contact on contact.sort_name = given.sort_name
        left join company on company.org_id = contact.org_id and company.id = contact.company_id
      where contact.org_id = (select current_org()) and deleted_at is null
        and contact.sort_name = any (array(select sort_name from given))
        and company.match_name is not distinct from given.match_name
    `
  }
  // In contact_value stands what is sorted by: the beginning of a text in lower case, a number as such.
  const numbers = wanted.map(Number).filter(Number.isFinite)
  return sql<Found>`
    with held as (
      select contact_id from contact_value
      where org_id = (select current_org()) and field_id = (select id from field where org_id = (select current_org()) and key = ${key.field})
        and value = any(array(select left(lower(given), 256) from unnest(${wanted}::text[]) as given))
      union
      select contact_id from contact_value
      where org_id = (select current_org()) and field_id = (select id from field where org_id = (select current_org()) and key = ${key.field})
        and number = any(${numbers}::float8[])
    )
    select fields->>${key.field} as key, id
    from held join contact on contact.org_id = (select current_org()) and id = contact_id
    where deleted_at is null and fields->>${key.field} = any(${wanted}::text[])
  `
}

/** Contacts without an address that rows without one stand for. */
async function matchNamesakes(tx: Tx, rows: ImportedContact[]): Promise<Map<number, Match>> {
  if (rows.length === 0) return new Map()
  const wanted = rows.map(({ line, name, company, phones }) => ({ line, name, company, phones }))
  const { rows: found } = await sql<{ line: number; id: string }>`
    with given as materialized (
      select line, lower(name) as sort_name, lower(company) as match_name, phones
      from json_to_recordset(${JSON.stringify(wanted)}) as given (line int, name text, company text, phones jsonb)
    )
    select distinct on (line) line, contact.id
    from contact join given on contact.sort_name = given.sort_name
      left join company on company.org_id = contact.org_id and company.id = contact.company_id
    where contact.org_id = (select current_org()) and deleted_at is null
      and contact.sort_name = any (array(select sort_name from given))
      and company.match_name is not distinct from given.match_name
      and not exists (
        select from contact_email where org_id = (select current_org()) and contact_email.contact_id = contact.id
      ) and (
        (contact.phones = '[]' and given.phones = '[]') or exists (
          select from jsonb_array_elements(contact.phones) as old, jsonb_array_elements(given.phones) as new
          where old->>'number' = new->>'number'
        )
      )
    order by line, contact.id
  `.execute(tx)
  return new Map(found.map(({ line, id }) => [line, { ids: [id] }]))
}

function collect(rows: ImportedContact[], idsOf: (row: ImportedContact) => string[]): Map<number, Match> {
  return new Map(rows.map((row) => [row.line, { ids: [...new Set(idsOf(row))] }]))
}
