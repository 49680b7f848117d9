import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, body, type Schemas } from '@/api/client.ts'

export type Entry = Schemas['TimelineEntry']
export type Interaction = Schemas['Interaction']

/** With whom it passed. */
export type About = { contact_id: string } | { company_id: string }

export function idOf(about: About): string {
  return 'contact_id' in about ? about.contact_id : about.company_id
}

/** What passed between us and a person or a company, newest first; of one kind, or of all. */
export function timelineQuery(about: About, kind?: string) {
  const id = idOf(about)
  return infiniteQueryOptions({
    queryKey: ['timeline', id, kind ?? 'all'],
    queryFn: ({ pageParam, signal }) => {
      const given = { params: { path: { id }, query: { limit: 50, cursor: pageParam, ...(kind && { kind: [kind] }) } }, signal }
      return body('contact_id' in about ? api.GET('/contacts/{id}/timeline', given) : api.GET('/companies/{id}/timeline', given))
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  })
}

export function countsQuery(about: About) {
  const id = idOf(about)
  return queryOptions({
    queryKey: ['timeline', id, 'counts'],
    queryFn: ({ signal }) => {
      const given = { params: { path: { id } }, signal }
      return body('contact_id' in about ? api.GET('/contacts/{id}/timeline/counts', given) : api.GET('/companies/{id}/timeline/counts', given))
    },
  })
}

export function interactionQuery(id: string) {
  return queryOptions({
    queryKey: ['interaction', id],
    queryFn: ({ signal }) => body(api.GET('/interactions/{id}', { params: { path: { id } }, signal })),
  })
}

/** All who answer one another, the first one first. */
export function threadQuery(id: string) {
  return infiniteQueryOptions({
    queryKey: ['timeline', 'thread', id],
    queryFn: ({ pageParam, signal }) => body(api.GET('/threads/{id}', { params: { path: { id }, query: { limit: 100, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  })
}

export interface Item {
  /** The newest one that is there. */
  entry: Entry
  /** How many of its thread are there. */
  count: number
}

/** Mail that answers one another is one item, where its newest message stands. Meetings of a series stay apart. */
export function toItems(entries: Entry[]): Item[] {
  const items = new Map<string, Item>()
  for (const entry of entries) {
    const key = entry.kind === 'mail' ? entry.thread_id : entry.id
    const known = items.get(key)
    items.set(key, known ? { ...known, count: known.count + 1 } : { entry, count: 1 })
  }
  return [...items.values()]
}
