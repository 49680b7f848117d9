// Rejected rows, mended where they stand: those that were changed are imported again, by the choices of their import.

import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useVirtualizer } from '@tanstack/react-virtual'
import { Wrench } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { api, body, type Schemas } from '@/api/client.ts'
import { queryClient } from '@/app/query-client.ts'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { classes } from '@/ui/classes.ts'
import { toastProblem } from '@/ui/toasts.tsx'
import { rejectionsQuery } from './import-queries.ts'

type Rejection = Schemas['RejectionPage']['data'][number]

const rowHeight = 40
const reasonWidth = 'clamp(9rem, 35vw, 15rem)'
/** As many as are taken at once. */
const most = 1_000

export function RejectionGrid({ id, headers }: { id: string; headers: string[] }) {
  const m = useMessages()
  const { number } = useFormats()
  const navigate = useNavigate()
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(rejectionsQuery(id))
  const rejections = data?.pages.flatMap((page) => page.data) ?? []
  const [mended, setMended] = useState<ReadonlyMap<number, string[]>>(new Map())
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({ count: rejections.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 10 })
  const shown = rows.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last > rejections.length - 30) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, last, rejections.length])
  const send = useMutation({
    mutationFn: () => {
      const given = [...mended].slice(0, most).map(([position, record]) => ({ position, record }))
      return body(api.POST('/imports/{id}/rejections', { params: { path: { id } }, body: { rows: given } }))
    },
    onSuccess(operation) {
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
  const template = { gridTemplateColumns: `3rem ${reasonWidth} repeat(${width}, minmax(9rem, 1fr))`, minWidth: `calc(${3 + width * 9}rem + ${reasonWidth})` }
  const cellsOf = ({ position, record }: Rejection) => mended.get(position) ?? record ?? []
  const change = ({ position, record }: Rejection, place: number, text: string) => {
    const cells = columns.map((_, index) => (index === place ? text : (mended.get(position) ?? record ?? [])[index] ?? ''))
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
    <section aria-labelledby="rejected" className="grid gap-3">
      <div className="flex flex-wrap items-center gap-3">
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
      <div ref={scroller} role="grid" aria-label={m.imports.rejects} aria-rowcount={hasNextPage ? -1 : rejections.length + 1} className="max-h-[60vh] overflow-auto rounded-lg ring-1 ring-line ring-inset">
        <div role="row" className="sticky top-0 z-10 grid h-9 items-center border-b bg-canvas text-xs font-medium text-ink-faint" style={template}>
          <span role="columnheader" className="px-3">
            {m.imports.line}
          </span>
          <span role="columnheader" className="px-2">
            {m.imports.reason}
          </span>
          {columns.map((header, place) => (
            <span key={place} role="columnheader" className="truncate px-2">
              {header}
            </span>
          ))}
        </div>
        <div role="presentation" className="relative" style={{ height: rows.getTotalSize(), minWidth: template.minWidth }}>
          {shown.map(({ index, start }) => {
            const rejection = rejections[index]!
            const cells = cellsOf(rejection)
            return (
              <div
                key={rejection.position}
                role="row"
                aria-rowindex={index + 2}
                className={classes('absolute inset-x-0 grid items-stretch border-b text-sm', mended.has(rejection.position) && 'bg-selected')}
                style={{ ...template, height: rowHeight, transform: `translateY(${start}px)` }}
              >
                <span role="rowheader" className="flex items-center px-3 text-xs text-ink-soft tabular-nums">
                  {number(rejection.position)}
                </span>
                <span role="gridcell" title={rejection.reason} className="line-clamp-2 self-center px-2 text-xs text-danger">
                  {rejection.reason}
                </span>
                {columns.map((header, place) => (
                  <span key={place} role="gridcell" className="grid border-l">
                    <input
                      data-cell={`${index} ${place}`}
                      aria-label={m.imports.cell(header, rejection.position)}
                      value={cells[place] ?? ''}
                      onChange={(event) => change(rejection, place, event.target.value)}
                      onKeyDown={(event) => {
                        const by = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key]
                        if (!by || event.nativeEvent.isComposing) return
                        event.preventDefault()
                        move(index, place, by)
                      }}
                      className={classes(
                        'min-w-0 bg-transparent px-2 outline-none focus:ring-2 focus:ring-accent focus:ring-inset',
                        isBlamed(rejection, place) && !mended.has(rejection.position) && 'bg-danger-soft',
                      )}
                    />
                  </span>
                ))}
              </div>
            )
          })}
        </div>
      </div>
    </section>
  )
}

/** Whether the reason quotes what stands there. */
function isBlamed({ reason, record }: Rejection, place: number): boolean {
  const cell = record?.[place]?.trim()
  return Boolean(cell) && reason.includes(`“${cell}”`)
}
