// A question with its answer: the fields of a form, one button that does it, one that does not.

import { useCallback, type FormEvent, type ReactNode } from 'react'
import { useMessages } from '@/messages/messages.tsx'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

/** What keeps a form that was begun. */
export interface FormDraft {
  begin(form: HTMLFormElement): void
  keep(form: HTMLFormElement): void
}

interface Props {
  title: string
  open: boolean
  onClose(): void
  onSubmit(form: FormData): void
  /** What the button does. */
  submit: string
  danger?: boolean
  pending?: boolean
  disabled?: boolean
  error?: Error | null
  className?: string
  draft?: FormDraft
  children?: ReactNode
}

export function FormDialog({ title, open, onClose, onSubmit, submit, danger, pending, disabled, error, className, draft, children }: Props) {
  const m = useMessages()
  const begin = useCallback((form: HTMLFormElement | null) => {
    if (form) draft?.begin(form)
  }, [draft])
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    onSubmit(new FormData(event.currentTarget))
  }
  return (
    <Dialog title={title} open={open} onClose={onClose} className={className}>
      <form ref={begin} onSubmit={send} onInput={({ currentTarget }) => draft?.keep(currentTarget)} className="grid gap-4">
        {children}
        {error && (
          <p role="alert" className="text-sm text-danger">
            {error.message}
          </p>
        )}
        <div className="mt-1 flex justify-end gap-2">
          <Button onClick={onClose}>{m.actions.cancel}</Button>
          <Button type="submit" look={danger ? 'danger' : 'primary'} disabled={pending || disabled}>
            {submit}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
