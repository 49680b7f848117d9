// What people are described with: custom fields, members, tags, companies.

import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, body, type Schemas } from '@/api/client.ts'

export type Field = Schemas['Field']

/** All of a list that is never long. */
export async function readAll<Item>(read: (cursor?: string) => Promise<{ data: Item[]; next_cursor: string | null }>): Promise<Item[]> {
  const items: Item[] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await read(cursor)
    items.push(...page.data)
    cursor = page.next_cursor
  }
  return items
}

export const fieldsQuery = queryOptions({
  queryKey: ['fields'],
  queryFn: ({ signal }) => readAll((cursor) => body(api.GET('/fields', { params: { query: { limit: 100, cursor } }, signal }))),
})

export const membersQuery = queryOptions({
  queryKey: ['members-all'],
  queryFn: ({ signal }) => readAll((cursor) => body(api.GET('/members', { params: { query: { limit: 100, cursor } }, signal }))),
})

export function tagsQuery(q: string) {
  return queryOptions({
    queryKey: ['tags', q],
    queryFn: async ({ signal }) => (await body(api.GET('/tags', { params: { query: { limit: 50, q: q || undefined } }, signal }))).data,
    placeholderData: keepPreviousData,
  })
}

/** All that one may choose from. */
export const allTagsQuery = queryOptions({
  queryKey: ['tags', 'all'],
  queryFn: ({ signal }) => readAll((cursor) => body(api.GET('/tags', { params: { query: { limit: 100, cursor } }, signal }))),
})

/** The colors of those that have one, by name. */
export const tagColorsQuery = queryOptions({
  queryKey: ['tags', 'colors'],
  queryFn: ({ signal }) => readAll((cursor) => body(api.GET('/tags', { params: { query: { limit: 100, colored: true, cursor } }, signal }))),
})

export function companyQuery(id: string) {
  return queryOptions({
    queryKey: ['company', id],
    queryFn: ({ signal }) => body(api.GET('/companies/{id}', { params: { path: { id } }, signal })),
  })
}
