// Walking through the list that was looked at last, from one to the next.

import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { ListPlace } from './list-place.ts'
import type { Listed } from './row-look.ts'
import { pageSize, rowPage, type RowPage, type RowSource } from './row-pages.ts'

/** Who stands before and after somebody in it. */
export function useNeighbours<Row extends Listed, Selection>(source: RowSource<Row, Selection>, place: ListPlace<Selection>, id: string): { before?: string; after?: string } {
  const client = useQueryClient()
  const { selection, ...last } = place.last()
  const row = last.id === id ? last.row : findRow(client.getQueriesData<RowPage<Row>>({ queryKey: [source.key, selection] }), id)
  // The page of this one, and the next one at its edge; as long as somebody reads here they stay at hand.
  const numbers = row === undefined ? [] : [...new Set([row - 1, row, row + 1].filter((each) => each >= 0).map((each) => Math.floor(each / pageSize)))]
  const pages = useQueries({ queries: numbers.map((number) => rowPage(source, selection, number)) })
  const rows = pages.flatMap(({ data }) => data?.data ?? [])
  const found = rows.findIndex((each) => each.id === id)
  const firstAtHand = numbers[pages.findIndex(({ data }) => data)]
  const now = found < 0 || firstAtHand === undefined ? undefined : firstAtHand * pageSize + found
  useEffect(() => {
    if (now !== undefined) place.leave({ row: now, id })
  }, [place, now, id])
  return found < 0 ? {} : { before: rows[found - 1]?.id, after: rows[found + 1]?.id }
}

function findRow(pages: [readonly unknown[], RowPage<Listed> | undefined][], id: string): number | undefined {
  for (const [queryKey, page] of pages) {
    const place = page?.data.findIndex((row) => row.id === id) ?? -1
    if (place >= 0) return (queryKey[2] as number) * pageSize + place
  }
  return undefined
}
