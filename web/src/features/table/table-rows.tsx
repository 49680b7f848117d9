// The rows on the screen and a few around them, whatever the list's length. Scrolling draws these anew, and nothing else.

import { useVirtualizer, type Range } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect } from 'react'
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
  const Line = isNarrow ? CardRow : TableRow
  return (
    <div role="rowgroup" className="relative" style={{ height: rows.getTotalSize(), width: isNarrow ? undefined : 'max(100%, var(--columns-width))' }}>
      {shown.map(({ index, start }) => {
        const row = list.at(index)
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
