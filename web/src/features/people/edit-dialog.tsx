// One field of many people, changed at once.

import { useState, type FormEvent } from 'react'
import { ValueInput } from '@/features/filter/value-input.tsx'
import { useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { Dialog } from '@/ui/dialog.tsx'
import { Select } from '@/ui/select.tsx'
import type { BulkContactChange } from './bulk.ts'
import { useColumns, type Column } from './columns.tsx'

interface Props {
  title: string
  open: boolean
  onClose(): void
  onApply(change: BulkContactChange): void
}

export function EditDialog({ title, open, onClose, onApply }: Props) {
  return (
    <Dialog title={title} open={open} onClose={onClose}>
      <Form onClose={onClose} onApply={onApply} />
    </Dialog>
  )
}

function Form({ onClose, onApply }: Pick<Props, 'onClose' | 'onApply'>) {
  const m = useMessages()
  const columns = [...useColumns().values()].filter(({ id, field }) => field || ['company', 'title', 'owner_id'].includes(id))
  const [id, setId] = useState('company')
  const [value, setValue] = useState('')
  const column = columns.find((each) => each.id === id)!
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onClose()
    onApply(toBulkChange(column, value.trim()))
  }
  return (
    <form onSubmit={submit} className="grid gap-4">
      <Select
        label={m.people.field}
        autoFocus
        value={id}
        options={columns.map((each) => [each.id, each.title])}
        onChange={({ target }) => {
          setId(target.value)
          setValue('')
        }}
      />
      <div className="grid gap-1.5 text-sm">
        <span className="font-medium">{m.people.new_value}</span>
        <ValueInput key={id} column={column} value={value} onChange={setValue} />
        <p className="text-ink-faint">{m.people.empty_takes_away}</p>
      </div>
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{m.actions.cancel}</Button>
        <Button type="submit" look="primary">
          {value.trim() === '' ? m.people.take_away : m.people.set}
        </Button>
      </div>
    </form>
  )
}

function toBulkChange({ id, kind, field }: Column, value: string): BulkContactChange {
  if (id === 'company') return { company: value ? { name: value } : null }
  if (!field) return { [id]: value || null }
  return { fields: { [field.key]: value === '' ? null : kind === 'boolean' ? value === 'true' : value } }
}
