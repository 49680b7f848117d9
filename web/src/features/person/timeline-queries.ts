import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, body, type Schemas } from '@/api/client.ts'

export type Entry = Schemas['TimelineEntry']
export type Interaction = Schemas['Interaction']

/** What passed between us and a person, newest first; of one kind, or of all. */
export function timelineQuery(id: string, kind?: string) {
  return infiniteQueryOptions({
    queryKey: ['timeline', id, kind ?? 'all'],
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: 50, cursor: pageParam, ...(kind && { kind: [kind] }) }
      return body(api.GET('/contacts/{id}/timeline', { params: { path: { id }, query }, signal }))
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  })
}

export function countsQuery(id: string) {
  return queryOptions({
    queryKey: ['timeline', id, 'counts'],
    queryFn: ({ signal }) => body(api.GET('/contacts/{id}/timeline/counts', { params: { path: { id } }, signal })),
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
