import { infiniteQueryOptions, type InfiniteData } from '@tanstack/react-query'
import { api, body, type Schemas } from '@/api/client.ts'

export type Duplicate = Schemas['Duplicate']
export type Duplicates = InfiniteData<Schemas['DuplicatePage'], string | undefined>

/** Pairs that may be one person, the likeliest first. */
export const duplicatesQuery = infiniteQueryOptions({
  queryKey: ['duplicates'],
  queryFn: ({ pageParam, signal }) => body(api.GET('/contacts/duplicates', { params: { query: { limit: 100, cursor: pageParam } }, signal })),
  initialPageParam: undefined as string | undefined,
  // They are found in the background, which no event tells.
  refetchInterval: ({ state }) => (state.data?.pages.some(({ data }) => data.length > 0) ? false : 30_000),
  getNextPageParam: (page) => page.next_cursor ?? undefined,
})

/** What a pair is called. */
export function pairOf({ contacts }: Duplicate): string {
  return contacts.map(({ id }) => id).join(' ')
}
