// A table of any length: one row is active, and in it a cell may be; any may be selected. What stands in it on the screen is
// in table-rows.tsx.

import { PenLine, Tag, Trash2 } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, useState, type CSSProperties, type Dispatch, type SetStateAction } from 'react'
import { useCommands } from '@/app/commands.ts'
import { useMessages } from '@/messages/messages.tsx'
import { useMedia } from '@/ui/media.ts'
import { useScrollerName } from '@/ui/scroller-name.ts'
import { toastProblem } from '@/ui/toasts.tsx'
import type { Column } from './column.ts'
import type { Layout } from './layout.ts'
import type { ListPlace } from './list-place.ts'
import type { RowList } from './row-list.ts'
import type { Listed, RowLook } from './row-look.ts'
import { everything, isSelected, none, select, sizeOf, type Selection } from './selection.ts'
import { TableHeader } from './table-header.tsx'
import { useTableKeys } from './table-keys.ts'
import { cellId, rowId, type RowActions } from './table-row.tsx'
import { TableRows } from './table-rows.tsx'

interface Props<Row extends Listed, C extends Column> {
  /** What it is a list of. */
  label: string
  look: RowLook<Row, C>
  list: RowList<Row>
  /** Which rows these are: others begin at the top. */
  listKey: string
  place: Pick<ListPlace, 'find' | 'leave'>
  /** Whether the list is that of what was asked for last: as long as it is not, opening waits. */
  isSettled(): boolean
  layout: Layout<C>
  sort: string
  onSort(sort: string): void
  selection: Selection
  onSelect: Dispatch<SetStateAction<Selection>>
  onOpen(row: Row): void
  onSave(row: Row, column: C, text: string): void
  /** What has been asked for by a key; the active row is meant where none is selected. */
  onTag?(row: Row | undefined): void
  onEdit(row: Row | undefined): void
  onRemove(row: Row | undefined): void
}

const heights = { row: 40, card: 64, header: 32 }
/** Beyond this many rows at once nobody selects by hand. */
const mostByHand = 5_000

export interface Place {
  row: number
  /** What is there: others come and go above. */
  id?: string
  column?: number
  editing?: boolean
}

export function Table<Row extends Listed, C extends Column>({
  label, look, list, listKey, place, isSettled, layout, sort, onSort, selection, onSelect, onOpen, onSave, onTag, onEdit, onRemove,
}: Props<Row, C>) {
  const m = useMessages()
  const isNarrow = useMedia('(width < 48rem)')
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  const scrollerName = useScrollerName('table')
  const anchor = useRef(0)
  const columns = layout.shown
  const height = isNarrow ? heights.card : heights.row
  const headerHeight = isNarrow ? 0 : heights.header
  const [kept, setAt] = useState<Place>(() => place.find(listKey) ?? { row: 0 })
  const at = { ...kept, row: rowOf(kept, list) }
  const onOther = () => {
    anchor.current = 0
    setAt({ row: 0 })
  }
  useKeptPlace({ scroller, listKey, place, list, at, height, headerHeight, onOther })

  const go = (row: number, column = at.column) => {
    const next = Math.max(0, Math.min(list.total - 1, row))
    setAt({ row: next, id: list.at(next)?.id, column })
    if (scroller) bringIntoView(scroller, { row: next, height, headerHeight })
  }
  const focus = () => scroller?.focus({ preventScroll: true })
  const toggle = (index: number, extend: boolean) => {
    const [from, to] = extend ? [Math.min(anchor.current, index), Math.max(anchor.current, index)] : [index, index]
    if (to - from > mostByHand) return
    const turn = (rows: Row[]) => {
      const ids = rows.map(({ id }) => id)
      onSelect((now) => select(now, ids, extend || !ids.every((id) => isSelected(now, id))))
    }
    void list.read(from, to).then(turn, toastProblem)
    anchor.current = index
    setAt({ row: index, id: list.at(index)?.id })
  }
  const open = (index: number) => {
    const row = list.at(index)
    if (!row) return
    place.leave({ row: index, id: row.id })
    onOpen(row)
  }
  const openFirst = useOpenWhenSettled(isSettled, () => open(0))
  const actions: RowActions<Row, C> = useStable({
    activate(index, column) {
      setAt({ row: index, id: list.at(index)?.id, column })
      anchor.current = index
      focus()
    },
    open,
    toggle,
    edit(index, column) {
      const wanted = columns[column]
      const row = list.at(index)
      if (!wanted?.editable || !row) return
      if (wanted.inDialog) onTag?.(row)
      else setAt({ row: index, id: row.id, column, editing: true })
    },
    save: onSave,
    closeEditor(next) {
      if (next) focus()
      const column = at.column ?? 0
      const further = next === 'right' ? columns.findIndex((each, place) => place > column && isWritten(each)) : next === 'left' ? columns.findLastIndex((each, place) => place < column && isWritten(each)) : -1
      setAt(further < 0 ? { row: at.row, id: at.id, column } : { row: at.row, id: at.id, column: further, editing: true })
    },
  })
  const active = list.at(at.row)
  const firstEditable = columns.findIndex(({ editable }) => editable)
  const editCell = (column: number) => actions.edit(at.row, column)
  useTableKeys({
    at, columns, total: list.total, perScreen: () => Math.max(1, Math.floor((scroller!.clientHeight - headerHeight) / height) - 1), go, toggle, selection, anchor,
    // What was asked for is not there yet: its first row is meant.
    open: (row) => (isSettled() ? open(row) : openFirst()),
    editCell,
    clear: () => (at.column === undefined ? onSelect(none) : setAt({ row: at.row, id: at.id })),
    selectAll: () => onSelect(everything),
    tag: onTag && (() => onTag(active)),
    edit: () => onEdit(active),
    remove: () => onRemove(active),
  })
  const size = sizeOf(selection, list.total)
  useCommands(
    active && size === 0
      ? [
          { label: m.people.edit_one(active.name), keys: 'e', icon: <PenLine size={16} />, run: () => editCell(at.column ?? firstEditable) },
          ...(onTag ? [{ label: m.people.tag_one(active.name), keys: 't', icon: <Tag size={16} />, run: () => onTag(active) }] : []),
          { label: m.people.delete_one(active.name), keys: '#', icon: <Trash2 size={16} />, run: () => onRemove(active) },
        ]
      : [],
  )
  const widths = columns.map((column) => layout.widthOf(column))
  // Those that nobody has drawn share what room there is.
  const tracks = columns.map((column, place) => (layout.isDrawn(column) ? `${widths[place]}px` : `minmax(${widths[place]}px, ${widths[place]}fr)`))
  const style = { '--columns': ['40px', ...tracks, 'minmax(0, 1fr)'].join(' '), '--columns-width': `${widths.reduce((sum, width) => sum + width, 40)}px` }
  return (
    <div
      ref={setScroller}
      {...scrollerName}
      role="grid"
      aria-label={label}
      aria-rowcount={list.total + 1}
      aria-multiselectable
      aria-activedescendant={active && (at.column === undefined ? rowId(at.row) : cellId(at.row, at.column))}
      aria-busy={list.changing}
      tabIndex={0}
      onPointerOver={({ target }) => isCutOff(target) && (target.title = target.textContent ?? '')}
      onPointerOut={({ target }) => isCutOff(target) && target.removeAttribute('title')}
      onScroll={({ currentTarget }) => currentTarget.toggleAttribute('data-aside', currentTarget.scrollLeft > 0)}
      className="relative min-h-0 flex-1 overflow-auto outline-none focus-visible:shadow-[inset_0_0_0_2px_var(--accent)]"
      style={style as CSSProperties}
    >
      {!isNarrow && (
        <TableHeader
          layout={layout}
          sort={sort}
          onSort={onSort}
          chosen={size === 0 ? false : size === list.total ? true : 'some'}
          onChooseAll={() => onSelect(size === 0 ? everything : none)}
        />
      )}
      {scroller && <TableRows list={list} look={look} scroller={scroller} columns={columns} at={at} selection={selection} height={height} headerHeight={headerHeight} isNarrow={isNarrow} actions={actions} />}
    </div>
  )
}

function isWritten({ editable, inDialog }: Column): boolean {
  return editable && !inDialog
}

/** Whoever points at such words is shown all of them; they may be others a moment later. */
function isCutOff(target: EventTarget): target is HTMLElement {
  return target instanceof HTMLElement && target.scrollWidth > target.clientWidth && target.classList.contains('truncate')
}

/** Where it is now what was in a row; the row itself, where that is gone. */
function rowOf({ row, id }: Place, list: RowList<Listed>): number {
  if (id === undefined || list.at(row)?.id === id) return row
  return list.indexOf(id) ?? Math.min(row, Math.max(0, list.total - 1))
}

function bringIntoView(scroller: HTMLElement, { row, height, headerHeight }: { row: number; height: number; headerHeight: number }) {
  const lowest = headerHeight + (row + 1) * height - scroller.clientHeight
  if (scroller.scrollTop > row * height) scroller.scrollTop = row * height
  else if (scroller.scrollTop < lowest) scroller.scrollTop = lowest
}

interface KeptPlace {
  scroller: HTMLDivElement | null
  listKey: string
  place: Pick<ListPlace, 'find' | 'leave'>
  list: RowList<Listed>
  at: Place
  height: number
  headerHeight: number
  onOther(): void
}

/** Who comes back finds the list as it was left; another list begins at its top. */
function useKeptPlace({ scroller, listKey, place, list, at, height, headerHeight, onOther }: KeptPlace) {
  const shown = useRef(listKey)
  const wanted = useRef(place.find(listKey)?.top)
  useLayoutEffect(() => {
    if (shown.current === listKey) return
    shown.current = listKey
    wanted.current = undefined
    scroller?.scrollTo({ top: 0 })
    onOther()
  })
  useLayoutEffect(() => {
    // As long as it is not counted, the list is too short for that.
    if (!scroller || wanted.current === undefined || list.total * height < wanted.current) return
    scroller.scrollTop = wanted.current
    wanted.current = undefined
    bringIntoView(scroller, { row: at.row, height, headerHeight })
  })
  const latest = useRef(at)
  useEffect(() => {
    latest.current = at
  })
  useLayoutEffect(() => {
    if (!scroller) return
    return () => place.leave({ row: latest.current.row, id: latest.current.id, top: scroller.scrollTop })
  }, [scroller, place])
}

/** Does it once the list is that of what was asked for: a fast hand is ahead of the answer. */
function useOpenWhenSettled(isSettled: () => boolean, open: () => void): () => void {
  const waits = useRef(false)
  useEffect(() => {
    if (!waits.current || !isSettled()) return
    waits.current = false
    open()
  })
  return () => (waits.current = true)
}

/** The same object each time, calling what was given last: rows that have not changed are not drawn anew. */
function useStable<Row extends Listed, C extends Column>(actions: RowActions<Row, C>): RowActions<Row, C> {
  const latest = useRef(actions)
  useLayoutEffect(() => {
    latest.current = actions
  })
  const [stable] = useState<RowActions<Row, C>>(() => ({
    activate: (...given) => latest.current.activate(...given),
    open: (...given) => latest.current.open(...given),
    toggle: (...given) => latest.current.toggle(...given),
    edit: (...given) => latest.current.edit(...given),
    save: (...given) => latest.current.save(...given),
    closeEditor: (...given) => latest.current.closeEditor(...given),
  }))
  return stable
}
