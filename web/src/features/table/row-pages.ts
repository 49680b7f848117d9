// A list of any length as pages of a known place each, so that the scroll bar may be dragged anywhere.

import { keepPreviousData, queryOptions, type QueryClient } from '@tanstack/react-query'
import type { Listed } from './row-look.ts'

export interface RowPage<Row> {
  data: Row[]
  next_cursor: string | null
}

export interface RowPlace {
  cursor?: string
  offset?: number
}

/** Where the rows of a list come from. */
export interface RowSource<Row extends Listed, Selection> {
  /** The first word of the keys that they are cached under. */
  key: string
  fetchPage(selection: Selection, place: RowPlace & { limit: number }, signal: AbortSignal): Promise<RowPage<Row>>
  /** What is counted, whatever its order. */
  among(selection: Selection): object
  count(selection: Selection, signal: AbortSignal): Promise<number>
}

/** As much as one scroll shows, and more: the next page is there before it is seen. */
export const pageSize = 100

/**
 * The page of this number. It follows the cursor of the page before where that is known and current; where somebody has
 * jumped past it, or it has changed, it begins at its offset.
 */
export function rowPage<Row extends Listed, Selection>({ key, fetchPage }: RowSource<Row, Selection>, selection: Selection, number: number) {
  return queryOptions({
    queryKey: [key, selection, number],
    queryFn: ({ signal, client }) => {
      const cursor = currentCursor(client, [key, selection, number - 1])
      const place = cursor ? { cursor } : number > 0 ? { offset: number * pageSize } : {}
      return fetchPage(selection, { limit: pageSize, ...place }, signal)
    },
    gcTime: 2 * 60_000,
  })
}

function currentCursor(client: QueryClient, before: unknown[]): string | null | undefined {
  const page = client.getQueryState<RowPage<unknown>>(before)
  return page?.isInvalidated ? undefined : page?.data?.next_cursor
}

export function rowCount<Row extends Listed, Selection>({ key, among, count }: RowSource<Row, Selection>, selection: Selection) {
  return queryOptions({
    queryKey: [`${key}-count`, among(selection)],
    queryFn: ({ signal }) => count(selection, signal),
    placeholderData: keepPreviousData,
  })
}

/** Changes rows in all pages that are at hand; the very same objects stay where nothing has changed. */
export function changeRows<Row extends Listed>(client: QueryClient, key: string, change: (row: Row) => Row) {
  client.setQueriesData<RowPage<Row>>({ queryKey: [key] }, (page) => {
    if (!page?.data) return page
    const data = page.data.map(change)
    return data.every((row, place) => row === page.data[place]) ? page : { ...page, data }
  })
}

/** Takes rows away from all pages that are at hand, and from what is counted. */
export function takeRowsAway(client: QueryClient, key: string, { isGone, size }: { isGone(id: string): boolean; size: number }) {
  client.setQueriesData<RowPage<Listed>>({ queryKey: [key] }, (page) => page && { ...page, data: page.data.filter(({ id }) => !isGone(id)) })
  client.setQueriesData<number>({ queryKey: [`${key}-count`] }, (count) => count && Math.max(0, count - size))
}
