// Several companies that are one: which of them stays is chosen, and everybody of the others goes over to it.

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { api, body } from '@/api/client.ts'
import { useMessages } from '@/messages/messages.tsx'
import { Avatar } from '@/ui/avatar.tsx'
import { Button } from '@/ui/button.tsx'
import { Dialog } from '@/ui/dialog.tsx'
import { toast, toastProblem } from '@/ui/toasts.tsx'
import type { Company } from './companies-queries.ts'

interface Props {
  companies: Company[]
  open: boolean
  onClose(): void
  onMerged(): void
}

export function MergeSelected({ companies, open, onClose, onMerged }: Props) {
  const m = useMessages()
  return (
    <Dialog title={m.companies.merge_many(companies.length)} open={open} onClose={onClose}>
      <Choice companies={companies} onClose={onClose} onMerged={onMerged} />
    </Dialog>
  )
}

function Choice({ companies, onClose, onMerged }: Omit<Props, 'open'>) {
  const m = useMessages()
  const client = useQueryClient()
  const largest = companies.toSorted((a, b) => b.contact_count - a.contact_count)[0]
  const [kept, setKept] = useState(largest?.id)
  const merge = useMutation({
    async mutationFn(into: Company) {
      const others = companies.filter(({ id }) => id !== into.id)
      for (const { id } of others) await body(api.POST('/companies/{id}/merge', { params: { path: { id } }, body: { into: into.id } }))
    },
    onSuccess(_nothing, into) {
      onClose()
      onMerged()
      toast(m.companies.merged_many(companies.length, into.name))
    },
    onError: toastProblem,
    // Also where one of them failed: those before are merged.
    onSettled: () => client.invalidateQueries(),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const into = companies.find(({ id }) => id === kept)
    if (into) merge.mutate(into)
  }
  return (
    <form onSubmit={submit} className="grid gap-4">
      <fieldset>
        <legend className="mb-2 text-sm text-ink-soft">{m.companies.merge_many_hint}</legend>
        <ul className="max-h-80 overflow-y-auto">
          {companies.map(({ id, name, domain, contact_count }) => (
            <li key={id}>
              <label className="flex min-h-11 cursor-pointer items-center gap-3 rounded-md px-2.5 hover:bg-hover">
                <input type="radio" name="kept" autoFocus={id === kept} className="accent-accent" checked={id === kept} onChange={() => setKept(id)} />
                <Avatar name={name} square />
                <span className="min-w-0 flex-1">
                  <span className="block truncate">{name}</span>
                  {domain && <span className="block truncate text-xs text-ink-faint">{domain}</span>}
                </span>
                <span className="shrink-0 text-xs text-ink-faint">{m.people.total(contact_count)}</span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{m.actions.cancel}</Button>
        <Button type="submit" look="primary" disabled={merge.isPending}>
          {m.companies.merge_them}
        </Button>
      </div>
    </form>
  )
}
