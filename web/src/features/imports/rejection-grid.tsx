// Rejected rows, mended where they stand: those that were changed are imported again, by the choices of their import.

import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useVirtualizer } from '@tanstack/react-virtual'
import { Wrench } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { api, body } from '@/api/client.ts'
import { queryClient } from '@/app/query-client.ts'
import { useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { classes } from '@/ui/classes.ts'
import { useMedia } from '@/ui/media.ts'
import { toastProblem } from '@/ui/toasts.tsx'
import { rejectionsQuery } from './import-queries.ts'
import { useMendedRows } from './mended-rows.ts'
import { RejectionRow, type Rejection } from './rejection-row.tsx'

/** As many as are taken at once. */
const most = 1_000

export function RejectionGrid({ id, headers }: { id: string; headers: string[] }) {
  const m = useMessages()
  const navigate = useNavigate()
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(rejectionsQuery(id))
  const rejections = data?.pages.flatMap((page) => page.data) ?? []
  const [mended, setMended] = useMendedRows(id)
  const scroller = useRef<HTMLDivElement>(null)
  const isPhone = useMedia('(width < 40rem)')
  const rowHeight = isPhone ? 84 : 40
  const rows = useVirtualizer({ count: rejections.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 10 })
  useEffect(() => rows.measure(), [rows, rowHeight])
  const shown = rows.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last > rejections.length - 30) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, last, rejections.length])
  const send = useMutation({
    async mutationFn() {
      const given = [...mended].slice(0, most).map(([position, record]) => ({ position, record }))
      return { given, operation: await body(api.POST('/imports/{id}/rejections', { params: { path: { id } }, body: { rows: given } })) }
    },
    onSuccess({ given, operation }) {
      const sent = new Set(given.map(({ position }) => position))
      setMended(new Map([...mended].filter(([position]) => !sent.has(position))))
      queryClient.setQueryData(['operation', operation.id], operation)
      void queryClient.invalidateQueries({ queryKey: ['rejections', id] })
      void navigate({ to: '/import/$id', params: { id: operation.id } })
    },
    onError: toastProblem,
  })
  if (rejections.length === 0) return null

  // A row may have more cells than the file has columns: a comma outside quotes.
  const width = Math.max(headers.length, ...rejections.map(({ record }) => record?.length ?? 0))
  const columns = Array.from({ length: width }, (_, place) => headers[place] ?? m.imports.surplus)
  const template = isPhone
    ? { gridTemplateColumns: `repeat(${width}, minmax(9rem, 1fr))`, minWidth: `${width * 9}rem` }
    : { gridTemplateColumns: `3rem 15rem repeat(${width}, minmax(9rem, 1fr))`, minWidth: `${18 + width * 9}rem` }
  const cellsOf = ({ position, record }: Rejection) => mended.get(position) ?? record ?? []
  const change = (rejection: Rejection, place: number, text: string) => {
    const { position, record } = rejection
    const before = cellsOf(rejection)
    const cells = columns.map((_, index) => (index === place ? text : before[index] ?? ''))
    while (cells.length > headers.length && cells.at(-1)?.trim() === '') cells.pop()
    const same = columns.every((_, index) => (cells[index] ?? '') === (record?.[index] ?? ''))
    const next = new Map(mended)
    if (same) next.delete(position)
    else next.set(position, cells)
    setMended(next)
  }
  /** Up and down as in a spreadsheet; the row may not be there yet. */
  const move = (from: number, place: number, by: number) => {
    const to = Math.min(Math.max(from + by, 0), rejections.length - 1)
    rows.scrollToIndex(to)
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLInputElement>(`[data-cell="${to} ${place}"]`)?.select())
  }
  return (
    <section aria-labelledby="rejected" className="grid grid-cols-1 gap-3">
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-64 flex-1">
          <h2 id="rejected" className="text-lg font-semibold">
            {m.imports.rejects}
          </h2>
          <p className="text-sm text-ink-soft">{m.imports.mend_hint}</p>
        </div>
        <Button look="primary" icon={<Wrench size={14} />} disabled={mended.size === 0 || send.isPending} onClick={() => send.mutate()}>
          {m.imports.mend(mended.size)}
        </Button>
      </div>
      <div ref={scroller} role="grid" aria-label={m.imports.rejects} aria-rowcount={hasNextPage ? -1 : rejections.length + 1} className="max-h-[60vh] overflow-auto rounded-lg ring-1 ring-line">
        <div role="row" className="sticky top-0 z-2 grid h-9 items-center border-b bg-canvas text-xs font-medium text-ink-faint" style={template}>
          <span role="columnheader" className="sticky left-0 bg-canvas px-3 max-sm:sr-only">
            {m.imports.line}
          </span>
          <span role="columnheader" className="sticky left-12 bg-canvas px-2 max-sm:sr-only">
            {m.imports.reason}
          </span>
          {columns.map((header, place) => (
            <span key={place} role="columnheader" title={header} className="truncate px-2">
              {header}
            </span>
          ))}
        </div>
        <div role="presentation" className="relative" style={{ height: rows.getTotalSize(), minWidth: template.minWidth }}>
          {shown.map(({ index, start }) => {
            const rejection = rejections[index]!
            return (
              <div
                key={rejection.position}
                role="row"
                aria-rowindex={index + 2}
                className={classes('absolute inset-x-0 grid items-stretch border-b text-sm max-sm:grid-rows-[2.5rem_1fr]', mended.has(rejection.position) && 'bg-selected')}
                style={{ ...template, height: rowHeight, transform: `translateY(${start}px)` }}
              >
                <RejectionRow index={index} rejection={rejection} columns={columns} cells={cellsOf(rejection)} mended={mended.has(rejection.position)} onChange={change} onMove={move} />
              </div>
            )
          })}
        </div>
      </div>
    </section>
  )
}
