import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { FormEvent } from 'react'
import { api, body } from '@/api/client.ts'
import { dropDraft, useDraft } from '@/app/drafts.ts'
import { useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { Dialog } from '@/ui/dialog.tsx'
import { Field } from '@/ui/field.tsx'

export function NewCompany({ open, onClose }: { open: boolean; onClose(): void }) {
  const m = useMessages()
  return (
    <Dialog title={m.companies.new} open={open} onClose={onClose}>
      <Form onClose={onClose} />
    </Dialog>
  )
}

function Form({ onClose }: { onClose(): void }) {
  const m = useMessages()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [draft, setDraft] = useDraft('new-company', { name: '', domain: '' })
  const create = useMutation({
    mutationFn: () => body(api.POST('/companies', { body: { name: draft.name.trim(), domain: draft.domain.trim() || null } })),
    async onSuccess({ id }) {
      dropDraft('new-company')
      onClose()
      void client.invalidateQueries({ queryKey: ['companies'] })
      await navigate({ to: '/companies/$id', params: { id } })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    create.mutate()
  }
  return (
    <form onSubmit={submit} className="grid gap-4">
      <Field label={m.people.name} autoFocus required maxLength={300} autoComplete="off" value={draft.name} onChange={({ target }) => setDraft({ ...draft, name: target.value })} />
      <Field label={m.companies.domain} placeholder="example.org" autoComplete="off" value={draft.domain} onChange={({ target }) => setDraft({ ...draft, domain: target.value })} />
      {create.error && (
        <p role="alert" className="text-sm text-danger">
          {create.error.message}
        </p>
      )}
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{m.actions.cancel}</Button>
        <Button type="submit" look="primary" disabled={create.isPending || draft.name.trim() === ''}>
          {m.actions.create}
        </Button>
      </div>
    </form>
  )
}
