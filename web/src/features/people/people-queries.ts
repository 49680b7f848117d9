// The list of people, page by page; and finding a few of them by what is typed.

import { infiniteQueryOptions, keepPreviousData, queryOptions, type InfiniteData } from '@tanstack/react-query'
import { api, body, type Schemas } from '@/api/client.ts'

export type Contact = Schemas['Contact']
export type ContactPage = Schemas['ContactPage']

export interface PeopleFilter {
  q?: string
  tag?: string
  company_id?: string
  sort?: string
}

export type PeopleList = InfiniteData<ContactPage, string | undefined>

/** As much as one scroll shows, and more: the next page is there before it is seen. */
const pageSize = 100

export function listPeople(filter: PeopleFilter) {
  return infiniteQueryOptions({
    queryKey: ['people', filter],
    queryFn: ({ pageParam, signal }) =>
      body(api.GET('/contacts', { params: { query: { ...(filter as object), limit: pageSize, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    placeholderData: keepPreviousData,
  })
}

export function findPeople(q: string) {
  return queryOptions({
    queryKey: ['people-found', q],
    queryFn: async ({ signal }) => {
      const found = await body(api.GET('/contacts', { params: { query: { q, limit: 8 } as object }, signal }))
      return found.data
    },
    enabled: q.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 15_000,
  })
}

export function personQuery(id: string) {
  return queryOptions({
    queryKey: ['person', id],
    queryFn: ({ signal }) => body(api.GET('/contacts/{id}', { params: { path: { id } }, signal })),
  })
}
