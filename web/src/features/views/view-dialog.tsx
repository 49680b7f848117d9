import { useState, type FormEvent } from 'react'
import { useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { Dialog } from '@/ui/dialog.tsx'
import { Field } from '@/ui/field.tsx'

export interface Named {
  name: string
  shared: boolean
}

interface Props extends Named {
  title: string
  open: boolean
  onClose(): void
  onSave(named: Named): void
}

export function ViewDialog({ title, open, onClose, ...rest }: Props) {
  return (
    <Dialog title={title} open={open} onClose={onClose}>
      <Form {...rest} onClose={onClose} />
    </Dialog>
  )
}

function Form({ name, shared, onClose, onSave }: Omit<Props, 'title' | 'open'>) {
  const m = useMessages()
  const [draft, setDraft] = useState<Named>({ name, shared })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onClose()
    onSave({ ...draft, name: draft.name.trim() })
  }
  return (
    <form onSubmit={submit} className="grid gap-4">
      <Field label={m.views.name} autoFocus required maxLength={200} pattern=".*\S.*" value={draft.name} onChange={({ target }) => setDraft({ ...draft, name: target.value })} />
      <label className="flex items-center gap-2.5 text-sm">
        <input type="checkbox" className="size-4 accent-accent" checked={draft.shared} onChange={({ target }) => setDraft({ ...draft, shared: target.checked })} />
        {m.views.shared}
      </label>
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{m.actions.cancel}</Button>
        <Button type="submit" look="primary">
          {m.actions.save}
        </Button>
      </div>
    </form>
  )
}
