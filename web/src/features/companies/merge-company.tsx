// Two companies that are one: everybody of this one goes over to the other.

import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Command } from 'cmdk'
import { useDeferredValue, useState } from 'react'
import { api, body } from '@/api/client.ts'
import { rowPage } from '@/features/table/row-pages.ts'
import { useMessages } from '@/messages/messages.tsx'
import { Avatar } from '@/ui/avatar.tsx'
import { Dialog } from '@/ui/dialog.tsx'
import { toast, toastProblem } from '@/ui/toasts.tsx'
import { companies, type Company } from './companies-queries.ts'

export function MergeCompany({ company, open, onClose }: { company: Company; open: boolean; onClose(): void }) {
  const m = useMessages()
  return (
    <Dialog title={m.companies.merge_into(company.name)} open={open} onClose={onClose}>
      <Choices company={company} onClose={onClose} />
    </Dialog>
  )
}

function Choices({ company, onClose }: { company: Company; onClose(): void }) {
  const m = useMessages()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [text, setText] = useState('')
  const { data } = useQuery({ ...rowPage(companies, { q: useDeferredValue(text.trim()) || undefined, sort: 'name' }, 0), placeholderData: keepPreviousData })
  const others = (data?.data ?? []).filter(({ id }) => id !== company.id).slice(0, 8)
  const merge = useMutation({
    mutationFn: (into: Company) => body(api.POST('/companies/{id}/merge', { params: { path: { id: company.id } }, body: { into: into.id } })),
    async onSuccess(merged) {
      onClose()
      toast(m.companies.merged(company.name, merged.name))
      await navigate({ to: '/companies/$id', params: { id: merged.id } })
      await client.invalidateQueries()
    },
    onError: toastProblem,
  })
  return (
    <Command label={m.companies.merge_into(company.name)} shouldFilter={false}>
      <p className="mb-3 text-sm text-ink-soft">{m.companies.merge_hint}</p>
      <Command.Input autoFocus value={text} onValueChange={setText} maxLength={200} placeholder={m.companies.filter} className="h-9 w-full rounded-md bg-surface px-3 ring-1 ring-line-strong outline-none ring-inset focus:ring-2 focus:ring-accent" />
      <Command.List className="mt-2 h-72 overflow-y-auto">
        <Command.Empty className="px-3 py-6 text-center text-ink-soft">{m.companies.none}</Command.Empty>
        {others.map((other) => (
          <Command.Item key={other.id} value={other.id} disabled={merge.isPending} onSelect={() => merge.mutate(other)} className="flex h-9 cursor-pointer items-center gap-3 rounded-md px-2.5 data-[selected=true]:bg-hover">
            <Avatar name={other.name} square />
            <span className="flex-1 truncate">{other.name}</span>
            <span className="text-xs text-ink-faint">{m.people.total(other.contact_count)}</span>
          </Command.Item>
        ))}
      </Command.List>
    </Command>
  )
}
