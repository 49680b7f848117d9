// One row of a table, as cells side by side, or on a phone as two lines.

import { memo, type MouseEvent } from 'react'
import { useMessages } from '@/messages/messages.tsx'
import type { CellStep } from '@/ui/cell.ts'
import { classes } from '@/ui/classes.ts'
import { Check } from 'lucide-react'
import type { Column } from './column.ts'
import type { Listed, RowLook } from './row-look.ts'

export interface RowActions<Row extends Listed, C extends Column> {
  activate(index: number, column?: number): void
  open(index: number): void
  toggle(index: number, extend: boolean): void
  edit(index: number, column: number): void
  save(row: Row, column: C, text: string): void
  closeEditor(next?: CellStep): void
}

interface Props<Row extends Listed, C extends Column> {
  row: Row
  look: RowLook<Row, C>
  index: number
  start: number
  height: number
  columns: C[]
  chosen: boolean
  active: boolean
  /** Of the active row: the cell that the keys are on, and whether it is being written into. */
  activeColumn?: number
  editing?: boolean
  actions: RowActions<Row, C>
}

export const rowId = (index: number) => `row-${index}`
export const cellId = (index: number, column: number) => `cell-${index}-${column}`

export const TableRow = memo(CellsRow) as typeof CellsRow

function CellsRow<Row extends Listed, C extends Column>({ row, look: { Cell, cellLook, Editor }, index, start, height, columns, chosen, active, activeColumn, editing, actions }: Props<Row, C>) {
  const click = (event: MouseEvent<HTMLElement>) => {
    const isLink = event.target instanceof Element && event.target.closest('a') !== null
    // Another tab or window is the browser's affair.
    if (isLink && (event.metaKey || event.ctrlKey)) return
    if (isLink || event.shiftKey) event.preventDefault()
    if (event.shiftKey) actions.toggle(index, true)
    else if (isLink) actions.open(index)
    else actions.activate(index, columnAt(event.target))
  }
  return (
    <div
      // What the grid names as its active one.
      id={active && activeColumn === undefined ? rowId(index) : undefined}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={chosen}
      data-active={active || undefined}
      onClick={click}
      onDoubleClick={({ target }) => actions.edit(index, columnAt(target) ?? -1)}
      className={classes('list-row group absolute left-0 text-sm', chosen ? 'bg-selected' : 'bg-surface hover:bg-hover data-active:bg-hover')}
      style={{ height, top: start }}
    >
      <span role="gridcell" className="list-pinned in-data-aside:left-0 flex h-full items-center justify-center">
        <input
          type="checkbox"
          checked={chosen}
          aria-label={row.name}
          tabIndex={-1}
          onClick={(event) => event.stopPropagation()}
          onChange={(event) => {
            actions.toggle(index, (event.nativeEvent as PointerEvent).shiftKey)
            // The keys go on with the list, not with a box that may soon be another row's.
            event.currentTarget.closest<HTMLElement>('[role=grid]')?.focus({ preventScroll: true })
          }}
          className={classes('size-3.5 accent-accent', !chosen && 'invisible group-hover:visible group-data-active:visible')}
        />
      </span>
      {columns.map((column, place) => (
        <span
          key={column.id}
          id={active && activeColumn === place ? cellId(index, place) : undefined}
          role="gridcell"
          data-column={place}
          data-at={(active && activeColumn === place) || undefined}
          className={classes(
            cellLook(column),
            'h-full min-w-0 rounded-sm px-2 data-at:ring-2 data-at:ring-accent data-at:ring-inset',
            place === 0 ? 'list-pinned pl-1 in-data-aside:left-10' : 'relative',
          )}
        >
          <Cell column={column} row={row} />
          {editing && active && activeColumn === place && (
            <Editor column={column} row={row} onSave={(began, text) => actions.save(began, column, text)} onClose={actions.closeEditor} />
          )}
        </span>
      ))}
    </div>
  )
}

export const CardRow = memo(LinesRow) as typeof LinesRow

function LinesRow<Row extends Listed, C extends Column>({ row, look: { Face, Lines }, index, start, height, chosen, actions }: Props<Row, C>) {
  const m = useMessages()
  return (
    <div id={rowId(index)} role="row" aria-rowindex={index + 1} aria-selected={chosen} className={classes('absolute inset-x-0 flex items-center gap-3 border-b border-line/70 px-4', chosen ? 'bg-selected' : 'bg-surface')} style={{ height, top: start }}>
      <span role="gridcell">
        <label className="flex size-11 items-center justify-center rounded-full has-focus-visible:ring-2 has-focus-visible:ring-accent">
          <input type="checkbox" className="sr-only" checked={chosen} aria-label={`${m.shortcuts.select}: ${row.name}`} onChange={() => actions.toggle(index, false)} />
          {chosen ? (
            <span className="flex size-10 items-center justify-center rounded-full bg-accent text-on-accent">
              <Check size={18} />
            </span>
          ) : (
            <Face row={row} />
          )}
        </label>
      </span>
      <span role="gridcell" className="min-w-0 flex-1">
        <button type="button" onClick={() => actions.open(index)} className="block w-full py-2.5 text-left">
          <Lines row={row} />
        </button>
      </span>
    </div>
  )
}

/** The column in which something stands; none for the box that selects. */
function columnAt(target: EventTarget): number | undefined {
  const place = target instanceof Element ? target.closest<HTMLElement>('[data-column]')?.dataset.column : undefined
  return place === undefined ? undefined : Number(place)
}
