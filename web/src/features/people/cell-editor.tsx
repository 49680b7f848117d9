// A cell of a person that is being written into.

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMessages } from '@/messages/messages.tsx'
import { useCell, type CellStep } from '@/ui/cell.ts'
import type { Column } from './columns.tsx'
import type { Contact } from './people-queries.ts'
import { membersQuery } from './references.ts'

interface Props {
  column: Column
  row: Contact
  onSave(began: Contact, text: string): void
  onClose(next?: CellStep): void
}

const types: Partial<Record<Column['kind'], string>> = { number: 'number', date: 'date', phone: 'tel' }

export function CellEditor({ column, row, onSave, onClose }: Props) {
  // Whom somebody began with: another may change, or come and go, in this place meanwhile.
  const [began] = useState(row)
  const value = String(column.value(began) ?? '')
  const control = useCell({ label: column.title, value, required: column.id === 'name', onSave: (text) => onSave(began, text), onClose })
  if (column.kind === 'owner') return <OwnerChoice value={value} control={control} />
  if (column.kind === 'boolean' || column.kind === 'select') return <Choice column={column} value={value} control={control} />
  return <input {...control} type={column.id === 'email' ? 'email' : (types[column.kind] ?? 'text')} step="any" defaultValue={value} onFocus={(event) => event.currentTarget.select()} />
}

function Choice({ column, value, control }: { column: Column; value: string; control: object }) {
  const m = useMessages()
  const options = column.kind === 'boolean' ? [{ key: 'true', label: m.people.yes }, { key: 'false', label: m.people.no }] : (column.field?.options ?? [])
  return (
    <select {...control} defaultValue={value}>
      <option value="" />
      {options.map(({ key, label }) => (
        <option key={key} value={key}>
          {label}
        </option>
      ))}
    </select>
  )
}

function OwnerChoice({ value, control }: { value: string; control: object }) {
  const { data: members = [] } = useQuery(membersQuery)
  return (
    <select {...control} key={members.length} defaultValue={value}>
      <option value="" />
      {members.map(({ user_id, name }) => (
        <option key={user_id} value={user_id}>
          {name}
        </option>
      ))}
    </select>
  )
}
