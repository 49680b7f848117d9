// The domain of many companies, changed at once.

import { useState, type FormEvent } from 'react'
import { useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { Dialog } from '@/ui/dialog.tsx'
import { Field } from '@/ui/field.tsx'

interface Props {
  size: number
  open: boolean
  onClose(): void
  onApply(domain: string | null): void
}

export function EditCompanies({ size, open, onClose, onApply }: Props) {
  const m = useMessages()
  return (
    <Dialog title={m.companies.edit_many(size)} open={open} onClose={onClose}>
      <Form onClose={onClose} onApply={onApply} />
    </Dialog>
  )
}

function Form({ onClose, onApply }: Pick<Props, 'onClose' | 'onApply'>) {
  const m = useMessages()
  const [domain, setDomain] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onClose()
    onApply(domain.trim() || null)
  }
  return (
    <form onSubmit={submit} className="grid gap-4">
      <div className="grid gap-1.5">
        <Field label={m.companies.domain} placeholder="example.org" autoFocus autoComplete="off" maxLength={253} value={domain} onChange={({ target }) => setDomain(target.value)} />
        <p className="text-sm text-ink-faint">{m.people.empty_takes_away}</p>
      </div>
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{m.actions.cancel}</Button>
        <Button type="submit" look="primary">
          {domain.trim() === '' ? m.people.take_away : m.people.set}
        </Button>
      </div>
    </form>
  )
}
