// The table by keyboard, from end to end.

import type { RefObject } from 'react'
import { useKeys } from '@/app/shortcuts.ts'
import type { Column } from './column.ts'
import type { Place } from './table.tsx'
import type { Selection } from './selection.ts'

interface Table {
  at: Place
  columns: Column[]
  total: number
  perScreen(): number
  selection: Selection
  anchor: RefObject<number>
  go(row: number, column?: number): void
  toggle(row: number, extend: boolean): void
  open(row: number): void
  editCell(column: number): void
  clear(): void
  selectAll(): void
  tag?(): void
  edit(): void
  remove(): void
}

export function useTableKeys({ at, columns, total, perScreen, selection, anchor, go, toggle, open, editCell, clear, selectAll, tag, edit, remove }: Table) {
  const move = (by: number) => () => go(at.row + by)
  const extend = (by: number) => () => {
    const next = Math.max(0, Math.min(total - 1, at.row + by))
    if (next === at.row) return
    const isFresh = !selection.all && selection.ids.size === 0
    // It stays where the range began: away from there it grows, back to there it shrinks.
    const from = isFresh ? at.row : anchor.current
    anchor.current = from
    if (Math.abs(next - from) < Math.abs(at.row - from)) toggle(at.row, false)
    else toggle(next, true)
    anchor.current = from
    go(next)
  }
  const aside = (by: number) => () => {
    const next = (at.column ?? -1) + by
    if (next >= columns.length) return
    go(at.row, next < 0 ? undefined : next)
  }
  const someSelected = selection.all || selection.ids.size > 0
  const firstEditable = columns.findIndex(({ editable }) => editable)
  useKeys({
    j: move(1), k: move(-1), ArrowDown: move(1), ArrowUp: move(-1),
    J: extend(1), K: extend(-1), 'shift+ArrowDown': extend(1), 'shift+ArrowUp': extend(-1),
    h: aside(-1), l: aside(1), ArrowLeft: aside(-1), ArrowRight: aside(1),
    PageDown: () => go(at.row + perScreen()), PageUp: () => go(at.row - perScreen()), Home: () => go(0), End: () => go(total - 1),
    Enter: () => (at.column === undefined ? open(at.row) : editCell(at.column)),
    o: () => open(at.row),
    F2: () => editCell(at.column ?? firstEditable),
    e: () => (someSelected ? edit() : editCell(at.column ?? firstEditable)),
    x: () => toggle(at.row, false),
    X: () => toggle(at.row, true),
    ...(tag && { t: tag }),
    '#': remove,
    Delete: remove,
    'mod+a': selectAll,
    Escape: clear,
  }, !at.editing)
}
