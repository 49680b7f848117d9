// The list that was looked at last, to walk through it from person to person.

import type { Query, QueryClient } from '@tanstack/react-query'
import type { Contact, ContactPage, PeopleSelection } from './people-queries.ts'

let last: { selection: PeopleSelection; search: object } = { selection: {}, search: {} }

/** Remembers what the list shows, and where it is. */
export function rememberList(selection: PeopleSelection, search: object) {
  last = { selection, search }
}

/** The search parameters of the list, to go back to it. */
export function lastSearch(): object {
  return last.search
}

export function findListed(client: QueryClient, id: string): Contact | undefined {
  return [...pages(client).values()].flatMap(({ data }) => data).find((person) => person.id === id)
}

/** Who stands before and after a person, as far as the list is at hand. */
export function neighbours(client: QueryClient, id: string): { before?: string; after?: string } {
  const byNumber = pages(client)
  for (const [number, { data }] of byNumber) {
    const place = data.findIndex((person) => person.id === id)
    if (place < 0) continue
    const before = data[place - 1] ?? byNumber.get(number - 1)?.data.at(-1)
    const after = data[place + 1] ?? byNumber.get(number + 1)?.data[0]
    return { before: before?.id, after: after?.id }
  }
  return {}
}

function pages(client: QueryClient): Map<number, ContactPage> {
  const found = client.getQueryCache().findAll({ queryKey: ['people', last.selection] }) as Query<ContactPage>[]
  return new Map(found.flatMap(({ queryKey, state }) => (state.data ? [[queryKey[2] as number, state.data]] : [])))
}
