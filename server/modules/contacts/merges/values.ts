// What the contact is after a merge: of what only one can give the value that was chosen, else its own, else that of
// the first that has one; of what several can give, all.

import { invalid } from '#platform/errors'
import { normalizePhone } from '../matching.ts'
import type { NewMerge } from './contract.ts'

export interface ContactRow {
  id: string
  name: string
  given_name: string | null
  family_name: string | null
  company_id: string | null
  title: string | null
  owner_id: string | null
  phones: { number: string; label?: string | null }[]
  links: { url: string; label?: string | null }[]
  fields: Record<string, unknown>
  photo_file: string | null
  photo_hash: string | null
  last_interaction_at: string | null
}

type Choices = NonNullable<NewMerge['choices']>
type Choice = Exclude<keyof Choices, 'fields'>

/** `contacts` begins with the one that stays. Throws invalid for a choice that is none of them. */
export function mergeValues(contacts: ContactRow[], choices: Choices = {}): Omit<ContactRow, 'id'> {
  const byId = new Map(contacts.map((contact) => [contact.id, contact]))
  const chosen = (id: string) => {
    const contact = byId.get(id.toLowerCase())
    if (!contact) throw invalid(`The choice ${id} is none of the contacts that are merged.`)
    return contact
  }
  const pick = (choice: Choice, has: (contact: ContactRow) => unknown) => {
    const id = choices[choice]
    return id === undefined ? (contacts.find(has) ?? contacts[0]!) : chosen(id)
  }
  const { company_id } = pick('company', (contact) => contact.company_id)
  const { title } = pick('title', (contact) => contact.title)
  const { owner_id } = pick('owner', (contact) => contact.owner_id)
  const { photo_file, photo_hash } = pick('photo', (contact) => contact.photo_file)
  // Whoever is called by an address has no name yet. The parts go with the name, unless they are chosen on their own.
  const named = pick('name', ({ name }) => !name.includes('@'))
  const parted = [named, ...contacts].find(({ given_name, family_name }) => given_name ?? family_name) ?? named
  const part = (choice: 'given_name' | 'family_name') => (choices[choice] === undefined ? parted : chosen(choices[choice]!))[choice]
  return {
    name: named.name,
    given_name: part('given_name'),
    family_name: part('family_name'),
    company_id,
    title,
    owner_id,
    photo_file,
    photo_hash,
    phones: mergePhones(contacts),
    links: [...new Map(contacts.flatMap(({ links }) => links).toReversed().map((link) => [link.url, link])).values()].toReversed(),
    fields: mergeFields(contacts, choices.fields ?? {}, chosen),
    last_interaction_at: contacts.map((contact) => contact.last_interaction_at ?? '').toSorted().at(-1) || null,
  }
}

/** A number that is written in two ways is one. */
function mergePhones(contacts: ContactRow[]) {
  const byDigits = new Map<string, ContactRow['phones'][number]>()
  for (const phone of contacts.flatMap(({ phones }) => phones)) {
    const digits = normalizePhone(phone.number) || phone.number
    if (!byDigits.has(digits)) byDigits.set(digits, phone)
  }
  return [...byDigits.values()]
}

function mergeFields(contacts: ContactRow[], choices: Record<string, string>, chosen: (id: string) => ContactRow) {
  const merged: Record<string, unknown> = Object.assign({}, ...contacts.toReversed().map(({ fields }) => fields))
  for (const [name, id] of Object.entries(choices)) {
    const { fields } = chosen(id)
    if (Object.hasOwn(fields, name)) merged[name] = fields[name]
    else delete merged[name]
  }
  return merged
}
