// A cell that is being written into. Enter and Tab save, Escape takes back; leaving it saves too.

import { useQuery } from '@tanstack/react-query'
import { useRef, type KeyboardEvent } from 'react'
import { useMessages } from '@/messages/messages.tsx'
import type { Column } from './columns.tsx'
import { membersQuery } from './references.ts'

interface Props {
  column: Column
  value: string
  onSave(text: string): void
  /** It is over; `next` is where the hand goes on. */
  onClose(next?: 'right' | 'left' | 'stay'): void
}

const types: Partial<Record<Column['kind'], string>> = { number: 'number', date: 'date', phone: 'tel' }

export function CellEditor({ column, value, onSave, onClose }: Props) {
  const closed = useRef(false)
  const finish = (text: string, next?: 'right' | 'left' | 'stay') => {
    if (closed.current) return
    closed.current = true
    // A name is kept when it is emptied.
    if (text.trim() !== value && (column.id !== 'name' || text.trim() !== '')) onSave(text)
    onClose(next)
  }
  const common = {
    autoFocus: true,
    'aria-label': column.title,
    className: 'absolute inset-0 min-w-0 rounded-sm bg-raised px-2 text-sm text-ink ring-2 ring-accent outline-none ring-inset',
    onClick: (event: React.MouseEvent) => event.stopPropagation(),
    onBlur: (event: React.FocusEvent<HTMLInputElement | HTMLSelectElement>) => finish(event.currentTarget.value),
    onKeyDown(event: KeyboardEvent<HTMLInputElement | HTMLSelectElement>) {
      if (event.nativeEvent.isComposing) return
      const next = event.key === 'Tab' ? (event.shiftKey ? 'left' : 'right') : event.key === 'Enter' ? 'stay' : undefined
      event.stopPropagation()
      if (next) {
        event.preventDefault()
        finish(event.currentTarget.value, next)
      }
      if (event.key === 'Escape') finish(value, 'stay')
    },
  }
  if (column.kind === 'owner') return <OwnerChoice value={value} common={common} />
  if (column.kind === 'boolean' || column.kind === 'select') return <Choice column={column} value={value} common={common} />
  return <input {...common} type={column.id === 'email' ? 'email' : (types[column.kind] ?? 'text')} step="any" defaultValue={value} onFocus={(event) => event.currentTarget.select()} />
}

function Choice({ column, value, common }: { column: Column; value: string; common: object }) {
  const m = useMessages()
  const options = column.kind === 'boolean' ? [{ key: 'true', label: m.people.yes }, { key: 'false', label: m.people.no }] : (column.field?.options ?? [])
  return (
    <select {...common} defaultValue={value}>
      <option value="" />
      {options.map(({ key, label }) => (
        <option key={key} value={key}>
          {label}
        </option>
      ))}
    </select>
  )
}

function OwnerChoice({ value, common }: { value: string; common: object }) {
  const { data: members = [] } = useQuery(membersQuery)
  return (
    <select {...common} key={members.length} defaultValue={value}>
      <option value="" />
      {members.map(({ user_id, name }) => (
        <option key={user_id} value={user_id}>
          {name}
        </option>
      ))}
    </select>
  )
}
