import { useState } from 'react'
import { useMessages } from '@/messages/messages.tsx'
import { Field } from '@/ui/field.tsx'
import { FormDialog } from '@/ui/form-dialog.tsx'
import { toLocal } from './times.ts'

interface Props {
  title: string
  submit: string
  /** Where it begins; in an hour, unless given. */
  at?: string
  onChoose(at: string): void
  onClose(): void
}

/** Another time than those that are offered. */
export function TimeDialog({ title, submit, at, onChoose, onClose }: Props) {
  const { later: m } = useMessages()
  const [value, setValue] = useState(() => toLocal(at ? new Date(at) : new Date(Date.now() + 3_600_000)))
  const time = new Date(value)
  const isOver = value !== '' && time.getTime() <= Date.now()
  return (
    <FormDialog
      title={title}
      open
      submit={submit}
      disabled={value === '' || isOver}
      onClose={onClose}
      onSubmit={() => {
        onClose()
        onChoose(time.toISOString())
      }}
    >
      <Field label={m.time} type="datetime-local" required value={value} error={isOver ? m.is_over : undefined} onChange={({ target }) => setValue(target.value)} />
    </FormDialog>
  )
}
