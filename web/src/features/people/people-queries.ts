// The list of people as pages of a known place each, so that the scroll bar may be dragged anywhere; and one person.

import { keepPreviousData, queryOptions, type QueryClient } from '@tanstack/react-query'
import { api, body, type Schemas } from '@/api/client.ts'
import type { ContactFilter } from './filter.ts'

export type Contact = Schemas['Contact']
export type ContactPage = Schemas['ContactPage']

/** Which people, in which order. */
export interface PeopleSelection {
  q?: string
  filter?: ContactFilter
  sort?: string
}

/** As much as one scroll shows, and more: the next page is there before it is seen. */
export const pageSize = 100

/** As the API takes it. */
export function toParameters({ q, filter, sort }: PeopleSelection) {
  return { q: q || undefined, filter: filter?.length ? JSON.stringify(filter) : undefined, sort }
}

/**
 * The page of this number. It follows the cursor of the page before where that is known and current; where somebody has
 * jumped past it, or it has changed, it begins at its offset.
 */
export function peoplePage(selection: PeopleSelection, number: number) {
  return queryOptions({
    queryKey: ['people', selection, number],
    queryFn: ({ signal, client }) => {
      const cursor = currentCursor(client, selection, number)
      const place = cursor ? { cursor } : number > 0 ? { offset: number * pageSize } : {}
      return body(api.GET('/contacts', { params: { query: { ...toParameters(selection), limit: pageSize, ...place } }, signal }))
    },
    gcTime: 2 * 60_000,
  })
}

function currentCursor(client: QueryClient, selection: PeopleSelection, number: number): string | null | undefined {
  const before = client.getQueryState<ContactPage>(['people', selection, number - 1])
  return before?.isInvalidated ? undefined : before?.data?.next_cursor
}

export function countPeople(selection: PeopleSelection) {
  return queryOptions({
    queryKey: ['people-count', { q: selection.q, filter: selection.filter }],
    queryFn: async ({ signal }) => {
      const page = await body(api.GET('/contacts', { params: { query: { ...toParameters({ ...selection, sort: undefined }), limit: 1, count: 'exact' } }, signal }))
      return page.total ?? 0
    },
    placeholderData: keepPreviousData,
  })
}

export function personQuery(id: string) {
  return queryOptions({
    queryKey: ['person', id],
    queryFn: ({ signal }) => body(api.GET('/contacts/{id}', { params: { path: { id } }, signal })),
  })
}

/** Somebody who is at hand. */
export function findPerson(client: QueryClient, id: string): Contact | undefined {
  const pages = () => client.getQueriesData<ContactPage>({ queryKey: ['people'] }).flatMap(([, page]) => page?.data ?? [])
  return client.getQueryData<Contact>(['person', id]) ?? pages().find((person) => person.id === id)
}

/** Puts a person as it is now wherever it is shown; the very same objects stay where nothing has changed. */
export function replacePerson(client: QueryClient, person: Contact) {
  client.setQueryData<Contact>(['person', person.id], (known) => known && person)
  changePages(client, (each) => (each.id === person.id ? person : each))
}

/** Changes people in all pages that are at hand. */
export function changePages(client: QueryClient, change: (person: Contact) => Contact) {
  client.setQueriesData<ContactPage>({ queryKey: ['people'] }, (page) => {
    if (!page?.data) return page
    const data = page.data.map(change)
    return data.every((person, place) => person === page.data[place]) ? page : { ...page, data }
  })
}
