// The heads of the columns: a click sorts, the edge is drawn to widen, and a head that is dragged moves its column.

import { ArrowDown, ArrowUp } from 'lucide-react'
import { useRef } from 'react'
import { useMessages } from '@/messages/messages.tsx'
import { classes } from '@/ui/classes.ts'
import { leastWidth, mostWidth, type Column } from './column.ts'
import type { Layout } from './layout.ts'

interface Props {
  layout: Layout
  sort: string
  onSort(sort: string): void
  /** Of all rows: whether they are selected. */
  chosen: boolean | 'some'
  onChooseAll(): void
}

export function TableHeader({ layout, sort, onSort, chosen, onChooseAll }: Props) {
  const m = useMessages()
  return (
    <div role="row" aria-rowindex={1} className="list-row sticky top-0 z-10 h-8 bg-surface text-xs font-medium text-ink-faint">
      <span role="columnheader" className="list-pinned in-data-aside:left-0 flex h-full items-center justify-center">
        <input
          type="checkbox"
          aria-label={m.people.select_all}
          tabIndex={-1}
          checked={chosen === true}
          ref={(box) => {
            if (box) box.indeterminate = chosen === 'some'
          }}
          onChange={onChooseAll}
          className="size-3.5 accent-accent"
        />
      </span>
      {layout.shown.map((column, place) => (
        <Head key={column.id} column={column} place={place} layout={layout} sort={sort} onSort={onSort} />
      ))}
    </div>
  )
}

function Head({ column, place, layout, sort, onSort }: { column: Column; place: number } & Pick<Props, 'layout' | 'sort' | 'onSort'>) {
  const { id, title, sort: by, first, numeric } = column
  const direction = by && sort === by ? 'ascending' : by && sort === `-${by}` ? 'descending' : undefined
  const next = direction === undefined ? (first === 'desc' ? `-${by}` : by) : direction === 'ascending' ? `-${by}` : by
  const drop = (dragged: string) => {
    if (dragged === id || dragged === 'name' || id === 'name') return
    const rest = layout.ids.filter((each) => each !== dragged)
    layout.setIds(rest.toSpliced(rest.indexOf(id) + (layout.ids.indexOf(dragged) < place ? 1 : 0), 0, dragged))
  }
  return (
    <span
      role="columnheader"
      aria-sort={by ? (direction ?? 'none') : undefined}
      draggable={id !== 'name'}
      onDragStart={(event) => event.dataTransfer.setData('application/x-column', id)}
      onDragOver={(event) => event.dataTransfer.types.includes('application/x-column') && event.preventDefault()}
      onDrop={(event) => drop(event.dataTransfer.getData('application/x-column'))}
      className={classes('flex h-full min-w-0 items-center px-2', place === 0 ? 'list-pinned pl-1 in-data-aside:left-10' : 'relative', numeric && 'justify-end')}
    >
      {by ? (
        <button type="button" className={classes('-mx-1 inline-flex min-w-0 items-center gap-1 rounded-sm px-1 py-0.5 hover:text-ink', direction && 'text-ink')} onClick={() => onSort(next!)}>
          <span className="truncate">{title}</span>
          {direction === 'ascending' && <ArrowUp size={12} className="shrink-0" />}
          {direction === 'descending' && <ArrowDown size={12} className="shrink-0" />}
        </button>
      ) : (
        <span className="truncate">{title}</span>
      )}
      <Edge column={column} layout={layout} />
    </span>
  )
}

function Edge({ column, layout }: { column: Column; layout: Layout }) {
  const m = useMessages()
  const from = useRef<{ x: number; width: number }>(undefined)
  const width = layout.widthOf(column)
  /** As it is on the screen: where nobody has drawn it, it may be wider. */
  const shownWidth = (edge: HTMLElement) => edge.parentElement!.offsetWidth
  const set = (wanted: number) => layout.setWidth(column.id, Math.round(Math.max(leastWidth, Math.min(mostWidth, wanted))))
  return (
    <span
      role="slider"
      aria-orientation="horizontal"
      aria-label={m.people.width_of(column.title)}
      aria-valuemin={leastWidth}
      aria-valuemax={mostWidth}
      aria-valuenow={width}
      tabIndex={0}
      draggable
      onDragStart={(event) => {
        event.preventDefault()
        event.stopPropagation()
      }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        from.current = { x: event.clientX, width: shownWidth(event.currentTarget) }
      }}
      onPointerMove={(event) => from.current && set(from.current.width + event.clientX - from.current.x)}
      onPointerUp={() => (from.current = undefined)}
      onDoubleClick={() => set(column.width)}
      onKeyDown={(event) => {
        const by = { ArrowLeft: -10, ArrowRight: 10 }[event.key]
        if (!by) return
        event.preventDefault()
        set(shownWidth(event.currentTarget) + by)
      }}
      className="absolute inset-y-0 right-0 z-1 w-2 cursor-col-resize touch-none after:absolute after:inset-y-2 after:right-0 after:w-px after:bg-line hover:after:bg-accent"
    />
  )
}
