// The list of people, page by page; and one person.

import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { api, body, type Schemas } from '@/api/client.ts'
import { writeFilter, type Filter } from '@/features/filter/filter.ts'
import { listPlace } from '@/features/table/list-place.ts'
import { changeRows, rowPage, type RowSource } from '@/features/table/row-pages.ts'

export type Contact = Schemas['Contact']
export type ContactPage = Schemas['ContactPage']

/** Which people, in which order. */
export interface PeopleSelection {
  q?: string
  filter?: Filter
  sort?: string
}

/** As the API takes it. */
function toParameters({ q, filter, sort }: PeopleSelection) {
  return { q: q || undefined, filter: writeFilter(filter), sort }
}

export const people: RowSource<Contact, PeopleSelection> = {
  key: 'people',
  fetchPage: (selection, place, signal) => body(api.GET('/contacts', { params: { query: { ...toParameters(selection), ...place } }, signal })),
  among: ({ q, filter }) => ({ q, filter }),
  async count(selection, signal) {
    const page = await body(api.GET('/contacts', { params: { query: { ...toParameters({ ...selection, sort: undefined }), limit: 1, count: 'exact' } }, signal }))
    return page.total ?? 0
  },
}

/** The list that was looked at last. */
export const peoplePlace = listPlace<PeopleSelection>('people-list', {})

export function peoplePage(selection: PeopleSelection, number: number) {
  return rowPage(people, selection, number)
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

/** Puts a person as it is now wherever it is shown. */
export function replacePerson(client: QueryClient, person: Contact) {
  client.setQueryData<Contact>(['person', person.id], (known) => known && person)
  changePages(client, (each) => (each.id === person.id ? person : each))
}

/** Changes people in all pages that are at hand. */
export function changePages(client: QueryClient, change: (person: Contact) => Contact) {
  changeRows(client, people.key, change)
}
