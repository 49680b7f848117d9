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
  // A row that leaves on one side is filled anew on the other: a third of the work of making another one.
  const places = Math.ceil(scroller.clientHeight / height) + 2 * (around + block)
  const filled = useFilled(first, last)
  const Line = isNarrow ? CardRow : TableRow
  return (
    <div role="rowgroup" className="relative" style={{ height: rows.getTotalSize(), width: isNarrow ? undefined : 'max(100%, var(--columns-width))' }}>
      {shown.map(({ index, start }) => {
        const row = index >= filled.from && index <= filled.to ? list.at(index) : undefined
        const active = index === at.row
        const editing = active && at.editing
        return (
          <Line
            // What is written goes along with what it is written of.
            key={editing ? at.id : index % places}
            row={row}
            look={look}
            index={index}
            start={start - headerHeight}
            height={height}
            columns={columns}
            chosen={row !== undefined && isSelected(selection, row.id)}
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

interface Filled {
  from: number
  to: number
}

/**
 * Which of the rows have their cells. Whoever scrolls has them at once; after a jump, by the scroll bar say, all rows are others, and
 * are filled over a few frames, so that none of these is late.
 */
function useFilled(first: number, last: number): Filled {
  const [filled, setFilled] = useState<Filled>({ from: first, to: last })
  const isNear = first >= filled.from - mostAtOnce && last <= filled.to + mostAtOnce
  const shown = isNear ? { from: first, to: last } : filled
  if (isNear && (filled.from !== first || filled.to !== last)) setFilled(shown)
  useEffect(() => {
    if (isNear) return
    const frame = requestAnimationFrame(() => setFilled(grow(filled, first, last)))
    return () => cancelAnimationFrame(frame)
  }, [isNear, filled, first, last])
  return shown
}

function grow({ from, to }: Filled, first: number, last: number): Filled {
  const [kept, end] = [Math.max(from, first), Math.min(to, last)]
  // None of them is on the screen any more: what one looks at comes first, which is behind the rows around.
  if (kept > end) return { from: first + around, to: Math.min(last, first + around + mostAtOnce) }
  return { from: Math.max(first, kept - mostAtOnce / 2), to: Math.min(last, end + mostAtOnce) }
}
