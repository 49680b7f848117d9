// From a row of a table to a contact, or to the reason why it cannot be one.

import type { ImportedContact } from '#modules/contacts'
import { lists, type Column } from './columns.ts'
import { cutText } from './cut-text.ts'
import { normalizeAddress } from './mail-addresses.ts'
import { readPartialDate } from './partial-date.ts'
import { isUnreadable, quoteText, type TableRecord } from './table.ts'
import { uncalculated } from './xlsx-cells.ts'

export type ReadRow = { contact: ImportedContact } | { reason: string }

const limits = { field: 10_000, text: 300, list: 50 }

/** Who may own contacts, by address in lower case and by id. */
export type Owners = ReadonlyMap<string, string>

export function readRow({ values, line }: TableRecord, columns: Column[], owners: Owners): ReadRow {
  if (values.length > columns.length && values.slice(columns.length).some((value) => value.trim() !== '')) {
    return { reason: `It has ${values.length} fields, the header ${columns.length}: is a comma outside quotes?` }
  }
  const given = columns
    .map((column, index) => ({ ...column, value: (values[index] ?? '').trim() }))
    .filter(({ value, meaning }) => value !== '' && meaning !== 'ignore')
  const broken = given.find(({ value }) => isUnreadable(value))
  if (broken) return { reason: `${quoteText(broken.header)} is not readable: save the file as “CSV UTF-8”, or say its encoding.` }
  const long = given.find(({ value, meaning }) => value.length > (typeof meaning === 'string' && !lists.has(meaning) ? limits.text : limits.field))
  if (long) return { reason: `${quoteText(long.header)} is too long (${long.value.length} characters).` }
  const unknown = given.find(({ value }) => value === uncalculated)
  if (unknown) return { reason: `${quoteText(unknown.header)} is a formula of which the file does not say what it comes to: open it in a spreadsheet program, and save it.` }
  const failed = given.find(({ value, meaning }) => sheetError.test(value) && typeof meaning === 'string')
  if (failed) return { reason: `${quoteText(failed.header)} holds an error of the spreadsheet (${failed.value}).` }

  const emails = new Map<string, string | null>()
  for (const { value, label } of listOf(given, 'email')) {
    const address = readAddress(value)
    if (!address) return { reason: `“${cutText(value, 100)}” is not an e-mail address.` }
    if (!emails.has(address)) emails.set(address, label)
  }
  const owner = given.find(({ meaning }) => meaning === 'owner')?.value
  const owner_id = owner === undefined ? null : owners.get(owner.toLowerCase())
  if (owner_id === undefined) return { reason: `“${cutText(owner!, 100)}” is not the address of a member.` }
  const id = given.find(({ meaning }) => meaning === 'id')?.value ?? null
  if (id !== null && !uuid.test(id)) return { reason: `“${cutText(id, 100)}” is not the id of a contact.` }
  return toContact(given, { emails, owner_id, id, line })
}

const sheetError = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!)$/
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

type Given = Column & { value: string }

function toContact(
  given: Given[],
  { emails, owner_id, id, line }: { emails: Map<string, string | null>; owner_id: string | null; id: string | null; line: number },
): ReadRow {
  const value = (meaning: string) => given.find((column) => column.meaning === meaning)?.value ?? null
  const given_name = [value('given_name'), value('middle_name')].filter(Boolean).join(' ') || null
  const family_name = value('family_name')
  const name = value('name') ?? ([given_name, family_name].filter(Boolean).join(' ') || null)
  const phones = listOf(given, 'phone').slice(0, limits.list)
  if (!name && emails.size === 0 && phones.length === 0 && id === null) {
    return { reason: 'It has neither a name nor an e-mail address nor a phone.' }
  }
  const fields = given.flatMap((column) => (typeof column.meaning === 'object' ? [[column.meaning.field, column.value]] : []))
  const birthday = given.find((column) => column.meaning === 'birthday')
  const date = birthday && readPartialDate(birthday.value)
  // A day that could be two stays as it was written.
  if (birthday && !date) fields.push([birthday.header, birthday.value])
  return {
    contact: {
      line,
      id: id?.toLowerCase() ?? null,
      uid: null,
      name,
      given_name,
      family_name,
      emails: [...emails].slice(0, limits.list).map(([address, label]) => ({ address, label })),
      phones: phones.map(({ value: number, label }) => ({ number: cutText(number, 50), label })),
      links: [],
      company: value('company'),
      title: value('title'),
      owner_id,
      tags: [...new Set(listOf(given, 'tags').map(({ value: tag }) => cutText(tag.replace(/^\* /, ''), 100)))],
      dates: date ? [{ ...date, kind: 'birthday', label: null }] : [],
      fields: Object.fromEntries(fields),
    },
  }
}

/** One cell may hold several: “a@x.org; b@x.org”, and “ ::: ” between them in Google's export. */
function listOf(given: Given[], meaning: string): { value: string; label: string | null }[] {
  return given
    .filter((column) => column.meaning === meaning)
    .flatMap(({ value, label }) => value.split(/ ::: |[;,\n|]/).map((part) => ({ value: part.trim(), label })))
    .filter(({ value }) => value !== '')
}

/** As mail has it; “Ada Lovelace <ada@example.org>” is an address too. */
function readAddress(text: string): string | undefined {
  return normalizeAddress(/<([^<>]+)>$/.exec(text)?.[1] ?? text)
}
