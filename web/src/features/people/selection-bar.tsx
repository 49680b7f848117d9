// What can be done with the selected people; at the foot of the table while there are any.

import { useMutation } from '@tanstack/react-query'
import { Trash2, X } from 'lucide-react'
import { api } from '@/api/client.ts'
import { queryClient } from '@/app/query-client.ts'
import { useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { toast, toastProblem } from '@/ui/toasts.tsx'

export function SelectionBar({ ids, onClear }: { ids: string[]; onClear(): void }) {
  const m = useMessages()
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['people'] })
  const restore = async () => {
    for (const id of ids) await api.POST('/contacts/{id}/restore', { params: { path: { id } } })
    await refresh()
    toast(m.people.restored)
  }
  const remove = useMutation({
    async mutationFn() {
      for (const id of ids) await api.DELETE('/contacts/{id}', { params: { path: { id } } })
    },
    onSuccess() {
      onClear()
      toast(m.people.deleted(ids.length), { action: { label: m.actions.undo, run: () => void restore().catch(toastProblem) } })
    },
    onError: toastProblem,
    onSettled: refresh,
  })
  return (
    <div role="toolbar" aria-label={m.people.selected(ids.length)} className="absolute inset-x-0 bottom-6 mx-auto flex w-fit animate-[appear_140ms_ease-out] items-center gap-3 rounded-lg bg-raised py-1.5 pr-2 pl-4 text-sm shadow-pop">
      <span className="font-medium">{m.people.selected(ids.length)}</span>
      <Button look="quiet" size="sm" icon={<Trash2 size={14} />} onClick={() => remove.mutate()}>
        {m.actions.remove}
      </Button>
      <Button look="quiet" size="sm" icon={<X size={14} />} shortcut="Esc" onClick={onClear}>
        {m.shortcuts.clear}
      </Button>
    </div>
  )
}
