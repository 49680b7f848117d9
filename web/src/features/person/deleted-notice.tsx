import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { api, body } from '@/api/client.ts'
import { personQuery, type Contact } from '@/features/people/people-queries.ts'
import { useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { toast, toastProblem } from '@/ui/toasts.tsx'

/** Somebody has deleted them, maybe while they were being looked at. */
export function DeletedNotice({ person }: { person: Contact }) {
  const m = useMessages()
  const client = useQueryClient()
  const restore = useMutation({
    mutationFn: () => body(api.POST('/contacts/{id}/restore', { params: { path: { id: person.id } } })),
    onSuccess(restored) {
      client.setQueryData(personQuery(person.id).queryKey, restored)
      toast(m.people.restored)
    },
    onError: toastProblem,
  })
  return (
    <p role="status" className="flex shrink-0 items-center gap-3 border-b bg-danger-soft px-4 py-2 text-sm text-danger">
      <Trash2 size={15} className="shrink-0" />
      <span className="flex-1">{m.person.is_deleted(person.name)}</span>
      <Button size="sm" disabled={restore.isPending} onClick={() => restore.mutate()}>
        {m.actions.restore}
      </Button>
    </p>
  )
}
