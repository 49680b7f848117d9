// Which columns are shown, in which order and how wide: of a view, or as somebody has chosen on this device.

import { useCallback, useMemo, useState } from 'react'
import { keepText } from '@/app/kept.ts'
import { personalKey } from '@/app/personal-key.ts'
import type { Column } from './column.ts'

interface Kept {
  columns?: string[]
  widths?: Record<string, number>
}

export interface Layout<C extends Column = Column> {
  /** What is shown, in its order. */
  shown: C[]
  /** What could be shown as well. */
  hidden: C[]
  widthOf(column: Column): number
  /** Whether somebody has chosen its width. */
  isDrawn(column: Column): boolean
  /** The ids of what is shown, as a view keeps them. */
  ids: string[]
  setIds(ids: string[]): void
  setWidth(id: string, width: number): void
}

interface Given<C extends Column> {
  /** What it is kept under, for each person and organization. */
  key: string
  /** Every column that there is. */
  all: Map<string, C>
  /** The ids of what is shown by itself. */
  usual: string[]
}

export function useLayout<C extends Column>({ key, all, usual }: Given<C>): Layout<C> {
  const name = personalKey(key)
  const [kept, setKept] = useState<{ name: string } & Kept>(() => ({ name, ...read(name) }))
  const current = kept.name === name ? kept : { name, ...read(name) }
  if (current !== kept) setKept(current)
  const change = useCallback((changed: Kept) => {
    setKept((now) => {
      const next = { ...now, ...changed }
      keepText(name, JSON.stringify({ columns: next.columns, widths: next.widths }))
      return next
    })
  }, [name])
  const wanted = current.columns ?? usual
  return useMemo(() => {
    const ids = ['name', ...wanted.filter((id) => id !== 'name' && all.has(id))]
    return {
      shown: ids.map((id) => all.get(id)!),
      hidden: [...all.values()].filter(({ id }) => !ids.includes(id)),
      widthOf: ({ id, width }) => current.widths?.[id] ?? width,
      isDrawn: ({ id }) => current.widths?.[id] !== undefined,
      ids,
      setIds: (columns) => change({ columns }),
      setWidth: (id, width) => change({ widths: { ...current.widths, [id]: width } }),
    }
  }, [all, current, wanted, change])
}

function read(name: string): Kept {
  try {
    return JSON.parse(localStorage.getItem(name) ?? '{}') as Kept
  } catch {
    return {}
  }
}
