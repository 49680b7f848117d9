// The rows on the screen and a few around them, whatever the list's length. Scrolling draws these anew, and nothing else.

import { useVirtualizer, type Range } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect } from 'react'
import type { Column } from './columns.tsx'
import type { PeopleList } from './people-list.ts'
import type { Place } from './people-table.tsx'
import { isSelected, type Selection } from './selection.ts'
import { CardRow, TableRow, type RowActions } from './table-row.tsx'

interface Props {
  list: PeopleList
  scroller: HTMLDivElement
  columns: Column[]
  at: Place
  selection: Selection
  height: number
  headerHeight: number
  isNarrow: boolean
  actions: RowActions
}

/** Rows before and after those on the screen; and how many come and go at once, since each time the browser paints anew what is around. */
const around = 8
const block = 4

function inBlocks({ startIndex, endIndex, count }: Range): number[] {
  const from = Math.floor(Math.max(0, startIndex - around) / block) * block
  const to = Math.min(count, Math.ceil((endIndex + 1 + around) / block) * block)
  return Array.from({ length: Math.max(0, to - from) }, (_, place) => from + place)
}

export function TableRows({ list, scroller, columns, at, selection, height, headerHeight, isNarrow, actions }: Props) {
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
  const Row = isNarrow ? CardRow : TableRow
  return (
    <div role="rowgroup" className="relative" style={{ height: rows.getTotalSize(), width: isNarrow ? undefined : 'max(100%, var(--people-width))' }}>
      {shown.map(({ index, start }) => {
        const person = list.at(index)
        const active = index === at.row
        const editing = active && at.editing
        return (
          <Row
            // What is written goes along with whom it is written of.
            key={editing ? at.id : index % places}
            person={person}
            index={index}
            start={start - headerHeight}
            height={height}
            columns={columns}
            chosen={person !== undefined && isSelected(selection, person.id)}
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
