// The rows on the screen and a few around them, whatever the list's length. One row is active; any may be selected.

import { useNavigate } from '@tanstack/react-router'
import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useKeys } from '@/app/shortcuts.ts'
import { useMessages } from '@/messages/messages.tsx'
import { classes } from '@/ui/classes.ts'
import { Late, Skeleton } from '@/ui/states.tsx'
import { columns, type Column } from './columns.tsx'
import type { Contact } from './people-queries.ts'
import { SelectionBar } from './selection-bar.tsx'

interface Props {
  people: Contact[]
  sort: string
  onSort(sort: string): void
  /** Asks for the next page, when there is one and it is not on its way. */
  more?: () => void
  loading: boolean
}

const rowHeight = 44

export function PeopleTable({ people, sort, onSort, more, loading }: Props) {
  const m = useMessages()
  const navigate = useNavigate()
  const scroller = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const anchor = useRef(0)
  const rows = useVirtualizer({ count: people.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 12 })
  const shown = rows.getVirtualItems()

  // Two screens ahead, so that nobody waits at the end of a page.
  const last = shown.at(-1)?.index ?? 0
  useEffect(() => {
    if (more && last > people.length - 60) more()
  }, [more, last, people.length])

  const move = (by: number) => {
    const next = Math.max(0, Math.min(people.length - 1, active + by))
    setActive(next)
    rows.scrollToIndex(next)
  }
  const open = (index: number) => {
    const person = people[index]
    if (person) void navigate({ to: '/people/$id', params: { id: person.id } })
  }
  const toggle = (index: number, extend: boolean) => {
    const [from, to] = extend ? [Math.min(anchor.current, index), Math.max(anchor.current, index)] : [index, index]
    const on = extend || !selected.has(people[index]!.id)
    const next = new Set(selected)
    for (const { id } of people.slice(from, to + 1)) {
      if (on) next.add(id)
      else next.delete(id)
    }
    anchor.current = index
    setSelected(next)
  }
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    PageDown: () => move(12),
    PageUp: () => move(-12),
    Home: () => move(-people.length),
    Enter: () => open(active),
    x: () => people[active] && toggle(active, false),
    X: () => people[active] && toggle(active, true),
    'mod+a': () => setSelected(new Set(people.map(({ id }) => id))),
    Escape: () => setSelected(new Set()),
  })
  return (
    <div role="grid" aria-label={m.people.title} aria-rowcount={-1} aria-multiselectable className="flex min-h-0 flex-1 flex-col">
      <div role="row" className="people-row h-8 shrink-0 border-b text-xs font-medium text-ink-faint">
        <span role="columnheader" className="sr-only md:not-sr-only" />
        {columns.map((column) => (
          <Header key={column.id} column={column} sort={sort} onSort={onSort} />
        ))}
      </div>
      <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto" tabIndex={-1}>
        {loading && <Waiting />}
        <div className="relative" style={{ height: rows.getTotalSize() }}>
          {shown.map(({ index, start }) => {
            const person = people[index]!
            const chosen = selected.has(person.id)
            return (
              <div
                key={person.id}
                role="row"
                aria-rowindex={index + 2}
                aria-selected={chosen}
                data-active={index === active || undefined}
                onClick={(event) => {
                  setActive(index)
                  if (event.shiftKey) toggle(index, true)
                  else if (!(event.target instanceof HTMLInputElement)) open(index)
                }}
                className={classes(
                  'people-row group absolute inset-x-0 cursor-pointer border-b border-line/70 text-sm hover:bg-hover data-active:bg-hover',
                  chosen && 'bg-selected! hover:bg-selected',
                )}
                style={{ height: rowHeight, transform: `translateY(${start}px)` }}
              >
                <span role="gridcell" className="hidden items-center justify-center md:flex">
                  <input
                    type="checkbox"
                    checked={chosen}
                    aria-label={person.name}
                    tabIndex={-1}
                    onClick={(event) => event.stopPropagation()}
                    onChange={(event) => toggle(index, (event.nativeEvent as MouseEvent).shiftKey)}
                    className={classes('size-3.5 accent-accent', !chosen && 'opacity-0 group-hover:opacity-100 group-data-active:opacity-100')}
                  />
                </span>
                {columns.map(({ id, className, cell }) => (
                  <span key={id} role="gridcell" className={classes('min-w-0 items-center gap-2.5', className)}>
                    {cell(person)}
                  </span>
                ))}
              </div>
            )
          })}
        </div>
      </div>
      {selected.size > 0 && <SelectionBar ids={[...selected]} onClear={() => setSelected(new Set())} />}
    </div>
  )
}

function Header({ column, sort, onSort }: { column: Column; sort: string; onSort(sort: string): void }) {
  const m = useMessages()
  const { className, title, sort: by, first } = column
  const direction = sort === by ? 'ascending' : sort === `-${by}` ? 'descending' : undefined
  const look = classes('items-center gap-1 truncate', className)
  if (!by) {
    return (
      <span role="columnheader" className={look}>
        {title(m)}
      </span>
    )
  }
  const next = direction === undefined ? (first === 'desc' ? `-${by}` : by) : direction === 'ascending' ? `-${by}` : by
  return (
    <span role="columnheader" aria-sort={direction ?? 'none'} className={look}>
      <button type="button" className="-ml-1 inline-flex items-center gap-1 rounded-sm px-1 py-0.5 hover:text-ink" onClick={() => onSort(next)}>
        {title(m)}
        {direction === 'ascending' && <ArrowUp size={12} />}
        {direction === 'descending' && <ArrowDown size={12} />}
      </button>
    </span>
  )
}

function Waiting() {
  return (
    <Late>
      <div className="grid gap-3 px-4 py-3">
        {Array.from({ length: 12 }, (_, row) => (
          <div key={row} className="flex items-center gap-3">
            <Skeleton className="size-6 rounded-full!" />
            <Skeleton className="h-4 w-48" />
            <Skeleton className="h-4 w-32" />
          </div>
        ))}
      </div>
    </Late>
  )
}
