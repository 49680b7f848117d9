// What of a list of any length is at hand: the pages around the rows on the screen.

import { keepPreviousData, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import type { Listed } from './row-look.ts'
import { pageSize, rowCount, rowPage, type RowPage, type RowSource } from './row-pages.ts'

/** Rows that are fetched before and after those on the screen. */
const ahead = 60
/** Whoever drags the scroll bar passes pages that nobody wants to see. */
const draggingMs = 80

export interface RowList<Row extends Listed> {
  total: number
  /** Undefined for what is on the way. */
  at(index: number): Row | undefined
  /** Where a row is, as far as it is at hand. */
  indexOf(id: string): number | undefined
  /** Those that are at hand. */
  loaded(): Row[]
  /** All of these rows, fetched where they are not at hand. */
  read(from: number, to: number): Promise<Row[]>
  /** Tells what is on the screen. */
  show(first: number, last: number): void
  pending: boolean
  /** What is shown is still that of the selection before. */
  changing: boolean
  error: Error | null
  retry(): void
}

export function useRowList<Row extends Listed, Selection>(source: RowSource<Row, Selection>, selection: Selection): RowList<Row> {
  const client = useQueryClient()
  const [wanted, setWanted] = useState({ from: 0, to: 0 })
  const first = useQuery({ ...rowPage(source, selection, 0), placeholderData: keepPreviousData })
  const count = useQuery(rowCount(source, selection))
  const atHand = first.data?.data.length ?? 0
  // As long as it is not counted there is room for another page, and then for no row that there is not.
  const known = first.data ? atHand + (count.data === undefined ? pageSize : 1) : 0
  const total = first.data && !first.data.next_cursor ? atHand : Math.max(known, count.data ?? 0)
  const numbers = Array.from({ length: wanted.to - wanted.from + 1 }, (_, place) => wanted.from + place).filter((number) => number > 0 && number * pageSize < total)
  const further = useQueries({ queries: numbers.map((number) => rowPage(source, selection, number)) })
  const at = (index: number) => {
    const number = Math.floor(index / pageSize)
    const page = number === 0 ? first.data : (further[numbers.indexOf(number)]?.data ?? client.getQueryData<RowPage<Row>>([source.key, selection, number]))
    return page?.data[index % pageSize]
  }
  const indexOf = (id: string) => {
    for (const [queryKey, page] of client.getQueriesData<RowPage<Row>>({ queryKey: [source.key, selection] })) {
      const place = page?.data.findIndex((row) => row.id === id) ?? -1
      if (place >= 0) return (queryKey[2] as number) * pageSize + place
    }
    return undefined
  }
  const show = useShow(wanted, setWanted)
  const read = async (from: number, to: number) => {
    const wantedPages = Array.from({ length: Math.floor(to / pageSize) - Math.floor(from / pageSize) + 1 }, (_, place) => Math.floor(from / pageSize) + place)
    const pages: RowPage<Row>[] = []
    for (const number of wantedPages) pages.push(await client.ensureQueryData(rowPage(source, selection, number)))
    return pages.flatMap(({ data }) => data).slice(from - wantedPages[0]! * pageSize, to - wantedPages[0]! * pageSize + 1)
  }
  const loaded = () => client.getQueriesData<RowPage<Row>>({ queryKey: [source.key, selection] }).flatMap(([, page]) => page?.data ?? [])
  const failed = first.error ?? further.find(({ error }) => error)?.error ?? null
  const retry = () => void client.refetchQueries({ queryKey: [source.key, selection] })
  return { total, at, indexOf, loaded, read, show, pending: first.isPending, changing: first.isPlaceholderData, error: first.data ? null : failed, retry }
}

interface Wanted {
  from: number
  to: number
}

function useShow(wanted: Wanted, setWanted: (wanted: Wanted) => void) {
  const [shown, setShown] = useState(wanted)
  useEffect(() => {
    if (shown.from === wanted.from && shown.to === wanted.to) return
    const isNear = shown.from <= wanted.to + 1 && shown.to >= wanted.from - 1
    if (isNear) return setWanted(shown)
    const timer = setTimeout(() => setWanted(shown), draggingMs)
    return () => clearTimeout(timer)
  }, [shown, wanted, setWanted])
  return useCallback((first: number, last: number) => {
    const from = Math.max(0, Math.floor((first - ahead) / pageSize))
    const to = Math.floor((last + ahead) / pageSize)
    setShown((now) => (now.from === from && now.to === to ? now : { from, to }))
  }, [])
}
