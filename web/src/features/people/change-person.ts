// Changing a person from anywhere: shown at once in the table and on their page, as the server has it afterwards, and set
// back when it is refused.

import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { api, body, type Schemas } from '@/api/client.ts'
import { toastProblem } from '@/ui/toasts.tsx'
import type { Column } from './columns.tsx'
import { replacePerson, type Contact } from './people-queries.ts'

export type ContactChange = Schemas['ContactChange']

interface Changing {
  person: Contact
  change: ContactChange
}

export function useChangePeople(): (person: Contact, change: ContactChange) => void {
  const client = useQueryClient()
  const { mutate } = useMutation({
    mutationFn: ({ person, change }: Changing) => body(api.PATCH('/contacts/{id}', { params: { path: { id: person.id } }, body: change })),
    onMutate: ({ person, change }) => replacePerson(client, expected(person, change)),
    onSuccess: (changed) => replacePerson(client, changed),
    onError(error, { person }) {
      toastProblem(error)
      void setBack(client, person)
    },
  })
  return (person, change) => mutate({ person, change })
}

/** To what it was, and then to what it is: somebody else may have changed it meanwhile. */
async function setBack(client: QueryClient, person: Contact) {
  replacePerson(client, person)
  await client.invalidateQueries({ queryKey: ['person', person.id] })
}

/** What is to be changed for a cell to have this text. */
export function toChange({ id, kind, field }: Column, person: Contact, text: string): ContactChange {
  const value = text.trim()
  if (id === 'company') return { company: value ? { name: value } : null }
  if (id === 'email') {
    const emails = person.emails.map(({ address, label }) => ({ address, label }))
    return { emails: value ? [{ address: value, label: emails[0]?.label ?? null }, ...emails.slice(1)] : emails.slice(1) }
  }
  if (id === 'phone') return { phones: value ? [{ ...person.phones[0], number: value }, ...person.phones.slice(1)] : person.phones.slice(1) }
  if (!field) return { [id]: value || null }
  if (value === '') return { fields: { [field.key]: null } }
  if (kind === 'boolean') return { fields: { [field.key]: value === 'true' } }
  return { fields: { [field.key]: kind === 'number' && Number.isFinite(Number(value)) ? Number(value) : value } }
}

/** What the server will most likely answer. */
export function expected(person: Contact, { company, emails, phones, tags, fields, links, ...plain }: ContactChange): Contact {
  const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined))
  return {
    ...person,
    ...given,
    ...(tags && { tags }),
    ...(phones && { phones }),
    ...(links && { links }),
    ...(fields && { fields: { ...person.fields, ...fields } }),
    ...(company !== undefined && { company: company && { id: company.id ?? '', name: company.name ?? '' } }),
    ...(emails && { emails: emails.map(({ address, label }, place) => ({ shared: false, address, label: label ?? null, primary: place === 0 })) }),
  }
}
