// How companies read in the table.

import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Ago } from '@/features/table/ago.tsx'
import { RowLines } from '@/features/table/row-lines.tsx'
import type { RowLook } from '@/features/table/row-look.ts'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { Avatar } from '@/ui/avatar.tsx'
import { useCell, type CellStep } from '@/ui/cell.ts'
import type { Column } from './columns.ts'
import type { Company } from './companies-queries.ts'

export const companyLook: RowLook<Company, Column> = { Cell, cellLook, Editor, Face, Lines }

function Cell({ column, row }: { column: Column; row: Company }) {
  const { number } = useFormats()
  if (column.id === 'name') return <Name company={row} />
  if (column.id === 'domain') return row.domain
  if (column.id === 'contact_count') {
    if (row.contact_count === 0) return <span className="text-ink-faint">0</span>
    return (
      <Link to="/people" search={{ company_id: row.id }} preload={false} tabIndex={-1} onClick={(event) => event.stopPropagation()} className="rounded-sm hover:underline">
        {number(row.contact_count)}
      </Link>
    )
  }
  return <Ago at={row[column.id]} never={column.id === 'last_interaction_at'} />
}

function cellLook({ id, numeric }: Column): string {
  if (id === 'name') return 'flex items-center gap-2.5'
  return `truncate leading-10 ${numeric ? 'text-right tabular-nums' : 'text-ink-soft'}`
}

/** A plain link, which its row follows, as of people. */
function Name({ company: { id, name } }: { company: Company }) {
  return (
    <>
      <Avatar name={name} square />
      <a href={`/companies/${id}`} tabIndex={-1} className="min-w-0 truncate font-medium outline-none hover:underline">
        {name}
      </a>
    </>
  )
}

interface EditorProps {
  column: Column
  row: Company
  onSave(began: Company, text: string): void
  onClose(next?: CellStep): void
}

function Editor({ column: { id, title }, row, onSave, onClose }: EditorProps) {
  // As it was in the beginning: another may change it meanwhile.
  const [began] = useState(row)
  const value = (id === 'domain' ? began.domain : began.name) ?? ''
  const control = useCell({ label: title, value, required: id === 'name', onSave: (text) => onSave(began, text), onClose })
  return <input {...control} key={id} defaultValue={value} maxLength={id === 'name' ? 300 : 253} onFocus={(event) => event.currentTarget.select()} />
}

function Face({ row: { name } }: { row: Company }) {
  return <Avatar name={name} size="lg" square />
}

function Lines({ row: { name, domain, contact_count, last_interaction_at } }: { row: Company }) {
  const m = useMessages()
  return (
    <RowLines name={name} at={last_interaction_at}>
      {[domain, m.people.total(contact_count)].filter(Boolean).join(' · ')}
    </RowLines>
  )
}
