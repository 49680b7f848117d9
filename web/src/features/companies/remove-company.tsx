// Deleting a company is asked for once more, since it touches all who work there; it comes back from the toast.

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api, body } from '@/api/client.ts'
import { useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { Dialog } from '@/ui/dialog.tsx'
import { toast, toastProblem } from '@/ui/toasts.tsx'
import type { Company } from './companies-queries.ts'

export function RemoveCompany({ company, open, onClose }: { company: Company; open: boolean; onClose(): void }) {
  const m = useMessages()
  const navigate = useNavigate()
  const client = useQueryClient()
  const remove = useMutation({
    mutationFn: () => api.DELETE('/companies/{id}', { params: { path: { id: company.id } } }),
    async onSuccess() {
      onClose()
      toast(m.companies.removed(company.name), { undo: () => restore.mutate() })
      await navigate({ to: '/companies' })
      client.removeQueries({ queryKey: ['company', company.id] })
      await client.invalidateQueries()
    },
    onError: toastProblem,
  })
  const restore = useMutation({
    mutationFn: () => body(api.POST('/companies/{id}/restore', { params: { path: { id: company.id } } })),
    async onSuccess() {
      toast(m.people.restored)
      await client.invalidateQueries()
    },
    onError: toastProblem,
  })
  return (
    <Dialog
      title={m.companies.remove}
      open={open}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{m.actions.cancel}</Button>
          <Button look="danger" data-first disabled={remove.isPending} onClick={() => remove.mutate()}>
            {m.actions.remove}
          </Button>
        </>
      }
    >
      <p className="text-sm text-ink-soft">{m.companies.remove_hint(company.name, company.contact_count)}</p>
    </Dialog>
  )
}
