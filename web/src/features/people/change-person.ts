// Changes of a person: shown at once wherever the person is, set back when they are refused, and undone from a toast.

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, body, type Schemas } from '@/api/client.ts'
import { useMessages } from '@/messages/messages.tsx'
import { toast, toastProblem } from '@/ui/toasts.tsx'
import type { Column } from './columns.tsx'
import { findPerson, personQuery, replacePerson, type Contact } from './people-queries.ts'

export type ContactChange = Schemas['ContactChange']

interface Changing {
  /** As it was before. */
  person: Contact
  change: ContactChange
  isUndo?: boolean
}

const mutationKey = ['change-person']

export function useChangePerson(): (person: Contact, change: ContactChange) => void {
  const m = useMessages()
  const client = useQueryClient()
  const show = (person: Contact, change: ContactChange) => replacePerson(client, expected(findPerson(client, person.id) ?? person, change))
  const { mutate } = useMutation({
    mutationKey,
    mutationFn: ({ person, change }: Changing) => body(api.PATCH('/contacts/{id}', { params: { path: { id: person.id } }, body: change })),
    onMutate({ person, change }) {
      // What an answer on its way still has would come back.
      void client.cancelQueries({ queryKey: ['person', person.id] })
      show(person, change)
    },
    onSuccess(changed, { person, change, isUndo }) {
      const underWay = client.isMutating({ mutationKey, predicate: ({ state }) => (state.variables as Changing).person.id === person.id })
      // The last one's answer has what all of them changed.
      if (underWay === 1) replacePerson(client, changed)
      if (isUndo) toast(m.people.undone)
      else toast(m.people.changed_one(changed.name), { undo: () => void undo({ person, change }, changed).catch(toastProblem) })
    },
    onError(error, { person, change }) {
      show(person, inverse(person, change))
      toastProblem(error)
      void client.invalidateQueries({ queryKey: ['person', person.id] })
    },
  })
  /** But for what somebody else has changed since. */
  const undo = async ({ person, change }: Changing, changed: Contact) => {
    const now = await client.fetchQuery({ ...personQuery(person.id), staleTime: 0 })
    const back = inverse(person, change)
    if (isSame(inverse(now, change), inverse(changed, change))) mutate({ person: now, change: back, isUndo: true })
    else toast(m.people.changed_since(now.name))
  }
  return (person, change) => mutate({ person, change })
}

/** What makes a person as it was before a change. */
function inverse(person: Contact, change: ContactChange): ContactChange {
  const before = Object.keys(change).map((key) => {
    if (key === 'fields') return [key, Object.fromEntries(Object.keys(change.fields!).map((field) => [field, person.fields[field] ?? null]))]
    return [key, person[key as keyof Contact]]
  })
  return Object.fromEntries(before)
}

function isSame(a: ContactChange, b: ContactChange): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** What is to be changed for a cell to have this text. */
export function toChange({ id, kind, field }: Column, person: Contact, text: string): ContactChange {
  const value = text.trim()
  if (id === 'company') return { company: value ? { name: value } : null }
  if (id === 'email') {
    const [first, ...others] = person.emails
    return { emails: value ? [{ address: value, label: first?.label ?? null }, ...others] : others }
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
    ...(emails && { emails: emails.map(({ address, label, shared }, place) => ({ address, label: label ?? null, shared: shared ?? false, primary: place === 0 })) }),
  }
}
