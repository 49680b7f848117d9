// The rows on the screen and a few around them, whatever the list's length. One row is active, and in it a cell may be;
// any may be selected.

import { useNavigate } from '@tanstack/react-router'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef, useState, type CSSProperties } from 'react'
import { useMessages } from '@/messages/messages.tsx'
import { useMedia } from '@/ui/media.ts'
import { toastProblem } from '@/ui/toasts.tsx'
import { toChange, useChangePeople } from './change-person.ts'
import type { Layout } from './layout.ts'
import type { PeopleList } from './people-list.ts'
import type { Contact } from './people-queries.ts'
import { isSelected, nobody, select, sizeOf, type Selection } from './selection.ts'
import { TableHeader } from './table-header.tsx'
import { useTableKeys } from './table-keys.ts'
import { CardRow, cellId, rowId, TableRow, type RowActions } from './table-row.tsx'

interface Props {
  list: PeopleList
  /** Of which selection of people the rows are: another one begins at the top. */
  listKey: string
  layout: Layout
  sort: string
  onSort(sort: string): void
  selection: Selection
  onSelect(selection: Selection): void
  /** What has been asked for by a key; the active person is meant where nobody is selected. */
  onTag(person: Contact | undefined): void
  onEdit(person: Contact | undefined): void
  onRemove(person: Contact | undefined): void
}

const heights = { row: 40, card: 64, header: 32 }
/** Beyond this many rows at once nobody selects by hand. */
const mostByHand = 5_000

export interface Place {
  row: number
  column?: number
  editing?: boolean
}

export function PeopleTable({ list, listKey, layout, sort, onSort, selection, onSelect, onTag, onEdit, onRemove }: Props) {
  const m = useMessages()
  const navigate = useNavigate()
  const changePerson = useChangePeople()
  const isNarrow = useMedia('(width < 48rem)')
  const scroller = useRef<HTMLDivElement>(null)
  const anchor = useRef(0)
  const [at, setAt] = useState<Place>({ row: 0 })
  const columns = layout.shown
  const height = isNarrow ? heights.card : heights.row
  const headerHeight = isNarrow ? 0 : heights.header
  const rows = useVirtualizer({
    count: list.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
    scrollMargin: headerHeight,
    scrollPaddingStart: headerHeight,
  })
  const shown = rows.getVirtualItems()
  const { show } = list
  const [first, last] = [shown[0]?.index ?? 0, shown.at(-1)?.index ?? 0]
  useEffect(() => show(first, last), [show, first, last])
  useLayoutEffect(() => rows.measure(), [rows, height])
  useLayoutEffect(() => {
    scroller.current?.scrollTo({ top: 0 })
    setAt({ row: 0 })
    anchor.current = 0
  }, [listKey])

  const go = (row: number, column = at.column) => {
    const next = Math.max(0, Math.min(list.total - 1, row))
    setAt({ row: next, column })
    rows.scrollToIndex(next)
  }
  const focus = () => scroller.current?.focus({ preventScroll: true })
  const toggle = (index: number, extend: boolean) => {
    const [from, to] = extend ? [Math.min(anchor.current, index), Math.max(anchor.current, index)] : [index, index]
    const person = list.at(index)
    const on = extend || !person || !isSelected(selection, person.id)
    if (to - from > mostByHand) return
    void list.read(from, to).then((people) => onSelect(select(selection, people.map(({ id }) => id), on)), toastProblem)
    anchor.current = index
    setAt({ row: index })
  }
  const actions: RowActions = useStable({
    activate(index, column) {
      setAt({ row: index, column })
      anchor.current = index
      focus()
    },
    open(index) {
      const person = list.at(index)
      if (person) void navigate({ to: '/people/$id', params: { id: person.id } })
    },
    toggle,
    edit(index, column) {
      const wanted = columns[column]
      if (!wanted?.editable || !list.at(index)) return
      if (wanted.kind === 'tags') onTag(list.at(index))
      else setAt({ row: index, column, editing: true })
    },
    save: (person, column, text) => changePerson(person, toChange(column, person, text)),
    closeEditor(next) {
      if (next) focus()
      const column = at.column ?? 0
      const further = next === 'right' ? columns.findIndex((each, place) => place > column && each.editable && each.kind !== 'tags') : next === 'left' ? columns.findLastIndex((each, place) => place < column && each.editable && each.kind !== 'tags') : -1
      setAt(further < 0 ? { row: at.row, column } : { row: at.row, column: further, editing: true })
    },
  })
  const activePerson = list.at(at.row)
  useTableKeys({
    at, columns, total: list.total, perScreen: Math.max(1, last - first - 16), go, toggle, selection, anchor,
    open: actions.open,
    editCell: (column) => actions.edit(at.row, column),
    clear: () => (at.column === undefined ? onSelect(nobody) : setAt({ row: at.row })),
    selectAll: () => onSelect({ all: true, except: new Set() }),
    tag: () => onTag(activePerson),
    edit: () => onEdit(activePerson),
    remove: () => onRemove(activePerson),
  })
  const size = sizeOf(selection, list.total)
  const Row = isNarrow ? CardRow : TableRow
  const template = ['40px', ...columns.map((column) => `${layout.widthOf(column)}px`), 'minmax(0, 1fr)'].join(' ')
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={m.people.title}
      aria-rowcount={list.total + 1}
      aria-multiselectable
      aria-activedescendant={activePerson && (at.column === undefined ? rowId(at.row) : cellId(at.row, at.column))}
      aria-busy={list.changing}
      tabIndex={0}
      className="people-table relative min-h-0 flex-1 overflow-auto outline-none focus-visible:shadow-[inset_0_0_0_2px_var(--accent)]"
      style={{ '--people-columns': template } as CSSProperties}
    >
      {!isNarrow && (
        <TableHeader
          layout={layout}
          sort={sort}
          onSort={onSort}
          chosen={size === 0 ? false : size === list.total ? true : 'some'}
          onChooseAll={() => onSelect(size === 0 ? { all: true, except: new Set() } : nobody)}
        />
      )}
      <div role="rowgroup" className="relative min-w-full" style={{ height: rows.getTotalSize(), width: isNarrow ? undefined : 'max-content' }}>
        {shown.map(({ index, start }) => {
          const person = list.at(index)
          const active = index === at.row
          return (
            <Row
              key={index}
              person={person}
              index={index}
              start={start - headerHeight}
              height={height}
              columns={columns}
              chosen={person !== undefined && isSelected(selection, person.id)}
              active={active}
              activeColumn={active ? at.column : undefined}
              editing={active && at.editing}
              actions={actions}
            />
          )
        })}
      </div>
    </div>
  )
}

/** The same object each time, calling what was given last: rows that have not changed are not drawn anew. */
function useStable(actions: RowActions): RowActions {
  const latest = useRef(actions)
  useLayoutEffect(() => {
    latest.current = actions
  })
  const [stable] = useState<RowActions>(() => ({
    activate: (...given) => latest.current.activate(...given),
    open: (...given) => latest.current.open(...given),
    toggle: (...given) => latest.current.toggle(...given),
    edit: (...given) => latest.current.edit(...given),
    save: (...given) => latest.current.save(...given),
    closeEditor: (...given) => latest.current.closeEditor(...given),
  }))
  return stable
}
