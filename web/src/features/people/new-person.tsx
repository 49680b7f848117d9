import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { FormEvent } from 'react'
import { api, body, type Schemas } from '@/api/client.ts'
import { useDraft } from '@/app/drafts.ts'
import { useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { Dialog } from '@/ui/dialog.tsx'
import { Field } from '@/ui/field.tsx'
import { toast } from '@/ui/toasts.tsx'
import { personQuery } from './people-queries.ts'

interface Props {
  open: boolean
  onClose(): void
  /** Where they work, unless it is said otherwise. */
  company?: string
}

export function NewPerson({ open, onClose, company = '' }: Props) {
  const m = useMessages()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const begun = { ...empty, company }
  const [draft, setDraft] = useDraft<Draft>(company ? `${name}:${company}` : name, begun)
  const create = useMutation({
    mutationFn: (given: Draft) => body(api.POST('/contacts', { body: toContact(given) })),
    onSuccess(person) {
      queries.setQueryData(personQuery(person.id).queryKey, person)
      setDraft(begun)
      onClose()
      toast(m.people.created(person.name))
      void navigate({ to: '/people/$id', params: { id: person.id } })
    },
  })
  const line = (property: keyof Draft) => ({
    value: draft[property],
    onChange: ({ target }: { target: HTMLInputElement }) => setDraft({ ...draft, [property]: target.value }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    create.mutate(draft)
  }
  return (
    <Dialog title={m.people.new} open={open} onClose={onClose}>
      <form id="new-person" onSubmit={submit} className="grid gap-4">
        <div className="grid grid-cols-2 gap-3">
          <Field label={m.people.first_name} autoFocus autoComplete="off" {...line('given_name')} />
          <Field label={m.people.last_name} autoComplete="off" {...line('family_name')} />
        </div>
        <Field label={m.people.email} type="email" autoComplete="off" {...line('email')} />
        <div className="grid grid-cols-2 gap-3">
          <Field label={m.people.company} autoComplete="off" {...line('company')} />
          <Field label={m.people.job} autoComplete="off" {...line('title')} />
        </div>
        {create.error && (
          <p role="alert" className="text-sm text-danger">
            {create.error.message}
          </p>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{m.actions.cancel}</Button>
          <Button type="submit" look="primary" disabled={create.isPending}>
            {m.actions.create}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** Under which it is kept until it is created. */
const name = 'new-person'
const empty = { given_name: '', family_name: '', email: '', company: '', title: '' }
type Draft = typeof empty

function toContact({ given_name, family_name, email, company, title }: Draft): Schemas['NewContact'] {
  return {
    given_name: given_name.trim() || undefined,
    family_name: family_name.trim() || undefined,
    title: title.trim() || undefined,
    emails: email.trim() ? [{ address: email.trim() }] : [],
    company: company.trim() ? { name: company.trim() } : undefined,
  }
}
