// How the rows of a table read: what is of people, and what of companies.

import type { ComponentType } from 'react'
import type { CellStep } from '@/ui/cell.ts'
import type { Column } from './column.ts'

export interface Listed {
  id: string
  name: string
}

export interface RowLook<Row extends Listed, C extends Column> {
  Cell: ComponentType<{ column: C; row: Row }>
  /** Classes of the cell itself. */
  cellLook(column: C): string
  Editor: ComponentType<{ column: C; row: Row; onSave(began: Row, text: string): void; onClose(next?: CellStep): void }>
  /** On a phone: the picture, and the two lines beside it. */
  Face: ComponentType<{ row: Row }>
  Lines: ComponentType<{ row: Row }>
}
