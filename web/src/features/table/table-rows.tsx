// The rows on the screen and a few around them, whatever the list's length. Scrolling draws these anew, and nothing else.

import { useVirtualizer, type Range } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useState } from 'react'
import type { Column } from './column.ts'
import type { RowList } from './row-list.ts'
import type { Listed, RowLook } from './row-look.ts'
import type { Place } from './table.tsx'
import { isSelected, type Selection } from './selection.ts'
import { CardRow, TableRow, type RowActions } from './table-row.tsx'

interface Props<Row extends Listed, C extends Column> {
  list: RowList<Row>
  look: RowLook<Row, C>
  scroller: HTMLDivElement
  columns: C[]
  at: Place
  selection: Selection
  height: number
  headerHeight: number
  isNarrow: boolean
  actions: RowActions<Row, C>
}

/** Rows before and after those on the screen; and how many come and go at once, since each time the browser paints anew what is around. */
const around = 8
const block = 4

function inBlocks({ startIndex, endIndex, count }: Range): number[] {
  const from = Math.floor(Math.max(0, startIndex - around) / block) * block
  const to = Math.min(count, Math.ceil((endIndex + 1 + around) / block) * block)
  return Array.from({ length: Math.max(0, to - from) }, (_, place) => from + place)
}

export function TableRows<Row extends Listed, C extends Column>({ list, look, scroller, columns, at, selection, height, headerHeight, isNarrow, actions }: Props<Row, C>) {
  const rows = useVirtualizer({
    count: list.total,
    getScrollElement: () => scroller,
    estimateSize: () => height,
    rangeExtractor: inBlocks,
    scrollMargin: headerHeight,
  })
  const shown = rows.getVirtualItems()
  const { show } = list
  const [first, last] = [shown[0]?.index ?? 0, shown.at(-1)?.index ?? 0]
  useEffect(() => show(first, last), [show, first, last])
  useLayoutEffect(() => rows.measure(), [rows, height])
  const wanted = shown.map(({ index }) => index)
  // A row that leaves on one side is filled anew on the other: a third of the work of making another one.
  const places = Math.ceil(scroller.clientHeight / height) + 2 * (around + block)
  const filled = useFilled(wanted, places, list)
  const Line = isNarrow ? CardRow : TableRow
  return (
    <div role="rowgroup" className="relative" style={{ height: rows.getTotalSize(), width: isNarrow ? undefined : 'max(100%, var(--columns-width))' }}>
      {wanted.some((index) => filled.get(index % places) !== index) && <WaitingRows from={first} to={last} height={height} />}
      {/* In the order in which they are read. */}
      {[...filled].toSorted(([, a], [, b]) => a - b).map(([place, index]) => {
        const row = list.at(index)
        if (!row) return null
        const active = index === at.row
        const editing = active && at.editing
        return (
          <Line
            // What is written goes along with what it is written of.
            key={editing ? at.id : place}
            row={row}
            look={look}
            index={index}
            start={index * height}
            height={height}
            columns={columns}
            chosen={isSelected(selection, row.id)}
            active={active}
            activeColumn={active ? at.column : undefined}
            editing={editing}
            actions={actions}
          />
        )
      })}
    </div>
  )
}

/** Rows that are filled in one frame: as many as leave room for the rest of it. */
const mostAtOnce = 16

/**
 * Which row each place of the table shows. Whoever scrolls has them at once; after a jump, or when a page arrives, all are others, and are
 * filled over a few frames, what is on the screen first. Until then a place keeps what it has, which is out of sight: whoever drags the
 * scroll bar has nothing drawn but what waits.
 */
function useFilled(wanted: number[], places: number, { at }: RowList<Listed>): ReadonlyMap<number, number> {
  const [filled, setFilled] = useState<ReadonlyMap<number, number>>(new Map())
  const kept = [...filled].filter(([place, index]) => index % places === place && at(index))
  const missing = wanted.filter((index) => filled.get(index % places) !== index && at(index))
  const fill = (indices: number[]) => new Map([...kept, ...indices.map((index) => [index % places, index] as const)])
  // The first ones that are seen at all do not come by and by.
  const isLate = missing.length > mostAtOnce && filled.size > 0
  const shown = missing.length > 0 && !isLate ? fill(missing) : filled
  if (shown !== filled) setFilled(shown)
  useEffect(() => {
    if (!isLate) return
    const inSight = missing.filter((index) => index >= wanted[0]! + around && index <= wanted.at(-1)! - around)
    const frame = requestAnimationFrame(() => setFilled(fill([...new Set([...inSight, ...missing])].slice(0, mostAtOnce))))
    return () => cancelAnimationFrame(frame)
  })
  return shown
}

/** Painted, and no rows: still and faint, since a page of them comes and goes within a blink. */
function WaitingRows({ from, to, height }: { from: number; to: number; height: number }) {
  return <div aria-hidden data-waiting className="waiting-rows absolute inset-x-0" style={{ top: from * height, height: (to - from + 1) * height, backgroundSize: `100% ${height}px` }} />
}
