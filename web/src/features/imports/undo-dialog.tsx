// Before an import is taken back: what goes, what is set back, what stays.

import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Undo2 } from 'lucide-react'
import { api, body } from '@/api/client.ts'
import { queryClient } from '@/app/query-client.ts'
import type { Operation } from '@/features/operations/operation.ts'
import { useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { Dialog } from '@/ui/dialog.tsx'
import { toastProblem } from '@/ui/toasts.tsx'

interface Props {
  operation: Operation
  filename: string
  open: boolean
  onClose(): void
}

export function UndoDialog({ operation: { id, kind, result }, filename, open, onClose }: Props) {
  const m = useMessages()
  const navigate = useNavigate()
  const undo = useMutation({
    mutationFn: () => body(api.DELETE('/imports/{id}', { params: { path: { id } } })),
    onSuccess(operation) {
      onClose()
      queryClient.setQueryData(['operation', operation.id], operation)
      void queryClient.invalidateQueries({ queryKey: ['import', id] })
      void navigate({ to: '/import/$id', params: { id: operation.id } })
    },
    onError: toastProblem,
  })
  const isSlack = kind === 'import.slack'
  const count = (name: string) => (typeof result?.[name] === 'number' ? (result[name] as number) : 0)
  const people = kind === 'import.contacts' ? count('created') : count('contacts_created')
  const entries = kind === 'import.contacts' ? 0 : count('created')
  const account = [
    people > 0 && m.imports.undo_people(people),
    entries > 0 && (isSlack ? m.imports.undo_slack(entries) : m.imports.undo_entries(kind, entries)),
    count('updated') > 0 && m.imports.undo_updated(count('updated')),
    // One that did not come to its end has no account.
    !result && m.imports.undo_all,
    isSlack ? m.imports.undo_slack_stays : m.imports.undo_stays,
    !isSlack && m.imports.undo_until,
  ]
  return (
    <Dialog
      title={m.imports.undo_title(filename)}
      open={open}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{m.actions.cancel}</Button>
          <Button look="danger" icon={<Undo2 size={14} />} disabled={undo.isPending} onClick={() => undo.mutate()}>
            {m.imports.undo}
          </Button>
        </>
      }
    >
      <ul className="grid list-disc gap-1.5 pl-5 text-ink-soft">
        {account.filter(Boolean).map((line) => (
          <li key={String(line)}>{line}</li>
        ))}
      </ul>
    </Dialog>
  )
}
