// What becomes of the rows of a batch: which are stored, which change what is known, and which are refused, by the mode
// and the key of the import.

import { keysOf, lockAddresses, matchContacts, resolveImportedFields, storeContacts, type ImportedContact, type MatchedContact, type MatchKey, type StoredContacts } from '#modules/contacts'
import { sql } from 'kysely'
import type pg from 'pg'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { wasMadeBy } from './changes.ts'
import type { ImportKey, ImportMode } from './contract.ts'

export interface MergeRules {
  actor: Actor
  import_id: string
  mode: ImportMode
  key: MatchKey
  /** Of new contacts whose row names none. */
  owner_id: string | null
  /** Whether this is a dry run: then rows are also recognized by what earlier batches would have made. */
  is_dry: boolean
}

export interface Refused {
  line: number
  reason: string
}

export interface Merged {
  stored: StoredContacts
  updated: number
  unchanged: number
  /** Rows that are somebody whom the file had before. */
  repeated: number
  refused: Refused[]
  /** Of the rows that made or changed somebody: by what a dry run knows them again. */
  keys: string[]
}

/** `any`, unless the import says something else. */
export function matchKeyOf(key: ImportKey | undefined): MatchKey {
  if (key === undefined) return 'any'
  const field = /^field:(.+)$/s.exec(key)?.[1]
  return field === undefined ? (key as MatchKey) : { field }
}

/** Stores what the rules let pass. `rows` have no two of the same key (`unite`). */
export async function mergeRows(tx: Tx, client: pg.PoolClient, given: ImportedContact[], byName: MergeRules): Promise<Merged> {
  await lockAddresses(tx, 'many')
  const { rows, refused, keyOf } = await resolveImportedFields(tx, byName.actor, given)
  const rules = typeof byName.key === 'object' ? { ...byName, key: { field: keyOf(byName.key.field) } } : byName
  const refuse = ({ line }: ImportedContact, reason: string) => void refused.push({ line, reason })
  const recognizable = rows.filter((row) => {
    const known = keysOf(row, rules.key).length > 0
    if (!known) refuse(row, `It has no ${nameOfKey(rules.key)}, by which this import recognizes people.`)
    return known
  })
  const seen = rules.is_dry ? await recallSeen(tx, recognizable, rules) : new Set<number>()
  const matches = await matchContacts(tx, recognizable, rules.key)
  const ids = [...matches.values()].flatMap((match) => match.ids)
  const ours = await wasMadeBy(tx, rules.import_id, ids)
  const accepted: MatchedContact[] = []
  const known = new Set<string>()
  let repeated = 0
  let left = 0
  for (const row of recognizable) {
    const [id, another] = matches.get(row.line)?.ids ?? []
    if (another !== undefined) {
      refuse(row, `Several contacts have its ${nameOfKey(rules.key)} (${id}, ${another}): it is not clear which one is meant.`)
    } else if (seen.has(row.line)) repeated++
    else if (id === undefined) {
      const reason = whyNotNew(row, rules)
      if (reason) refuse(row, reason)
      else accepted.push({ ...row, contact_id: null, owner_id: row.owner_id ?? rules.owner_id })
    } else if (ours.has(id) || known.has(id)) {
      repeated++
      accepted.push({ ...row, contact_id: id })
    } else if (rules.mode === 'create') refuse(row, `It is there already: the contact ${id} has its ${nameOfKey(rules.key)}.`)
    else if (rules.mode === 'skip') left++
    else {
      known.add(id)
      accepted.push({ ...row, contact_id: id })
    }
  }
  const stored = await storeContacts(tx, client, accepted, rules.import_id)
  const changed = new Set(stored.changed.map(({ id }) => id))
  const updated = [...known].filter((id) => changed.has(id)).length
  return {
    stored,
    updated,
    unchanged: left + known.size - updated,
    repeated,
    refused,
    keys: accepted.filter(({ contact_id }) => contact_id === null || changed.has(contact_id)).flatMap((row) => keysOf(row, rules.key)),
  }
}

function whyNotNew(row: ImportedContact, { mode, key }: MergeRules): string | undefined {
  if (key === 'id') return `There is no contact with the id ${row.id}.`
  if (mode === 'update') return `Nobody has its ${nameOfKey(key)}, and this import makes nobody new.`
  if (!row.name && row.emails.length === 0 && row.phones.length === 0) return 'It has neither a name nor an e-mail address nor a phone.'
  return undefined
}

function nameOfKey(key: MatchKey): string {
  if (typeof key === 'object') return `“${key.field}”`
  return { any: 'address or name', email: 'e-mail address', phone: 'phone', name_company: 'name and company', id: 'id' }[key]
}

/** The lines that an earlier batch of a dry run had the keys of; the keys of the others are remembered. */
async function recallSeen(tx: Tx, rows: ImportedContact[], { import_id, key }: MergeRules): Promise<Set<number>> {
  const keys = rows.flatMap((row) => keysOf(row, key).map((text) => ({ line: row.line, key: text })))
  const { rows: known } = await sql<{ line: number }>`
    select distinct line from json_to_recordset(${JSON.stringify(keys)}) as given (line int, key text)
    join import_seen on org_id = (select current_org()) and import_id = ${import_id} and import_seen.key = md5(given.key)
  `.execute(tx)
  return new Set(known.map(({ line }) => line))
}

/** Remembers these keys for `recallSeen`. To be called outside of what a dry run takes back. */
export async function rememberSeen(tx: Tx, importId: string, keys: string[]) {
  await sql`
    insert into import_seen (org_id, import_id, key)
    select distinct current_org(), ${importId}::uuid, md5(key) from unnest(${keys}::text[]) as given (key)
    on conflict do nothing
  `.execute(tx)
}

/** Rows of one batch that have a key in common become one. */
export function unite(rows: ImportedContact[], key: MatchKey): { contacts: ImportedContact[]; repeated: number } {
  const byKey = new Map<string, ImportedContact>()
  const contacts: ImportedContact[] = []
  for (const row of rows) {
    const keys = keysOf(row, key)
    const known = keys.map((text) => byKey.get(text)).find(Boolean)
    if (known) add(known, row)
    else contacts.push(row)
    const target = known ?? row
    for (const text of known ? [...keys, ...keysOf(target, key)] : keys) if (!byKey.has(text)) byKey.set(text, target)
  }
  if (key === 'any' || key === 'email') keepFirst(contacts)
  return { contacts, repeated: rows.length - contacts.length }
}

/** Where people are recognized by their addresses, one that two rows of a batch have stays with the first. */
function keepFirst(contacts: ImportedContact[]) {
  const taken = new Set<string>()
  for (const contact of contacts) {
    contact.emails = contact.emails.filter(({ address }) => !taken.has(address) && taken.add(address))
  }
}

/** What the later row says stands; what it does not say stays. */
function add(known: ImportedContact, later: ImportedContact) {
  for (const column of ['uid', 'name', 'given_name', 'family_name', 'company', 'title', 'owner_id'] as const) {
    known[column] = later[column] ?? known[column]
  }
  known.emails = [...new Map([...later.emails, ...known.emails].map((email) => [email.address, email])).values()]
    .toSorted((a, b) => place(known, a.address) - place(known, b.address))
  known.tags = [...new Set([...known.tags, ...later.tags])]
  const numbers = new Set(known.phones.map(({ number }) => number))
  known.phones = [...known.phones, ...later.phones.filter(({ number }) => !numbers.has(number))]
  const urls = new Set(known.links.map(({ url }) => url))
  known.links = [...known.links, ...later.links.filter(({ url }) => !urls.has(url))]
  known.dates = [...known.dates, ...later.dates]
  known.photo ??= later.photo
  known.fields = { ...known.fields, ...later.fields }
}

/** Its own addresses stay in front, in their order. */
function place({ emails }: ImportedContact, address: string): number {
  const at = emails.findIndex((email) => email.address === address)
  return at === -1 ? emails.length : at
}
