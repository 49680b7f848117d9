import { useMutation } from '@tanstack/react-query'
import { CircleAlert, CircleCheck, CircleDashed, CirclePause, CircleX, LoaderCircle, Pause, Play, X } from 'lucide-react'
import { api, body, type Schemas } from '@/api/client.ts'
import { queryClient } from '@/app/query-client.ts'
import { useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { toastProblem } from '@/ui/toasts.tsx'

export type Operation = Schemas['Operation']

export const statusIcons = {
  queued: <CircleDashed size={16} className="text-ink-faint" />,
  running: <LoaderCircle size={16} className="animate-spin text-accent" />,
  paused: <CirclePause size={16} className="text-warning" />,
  succeeded: <CircleCheck size={16} className="text-success" />,
  failed: <CircleAlert size={16} className="text-danger" />,
  cancelled: <CircleX size={16} className="text-ink-faint" />,
}

/** To pause, to go on, to end. */
export function OperationControls({ operation: { id, status } }: { operation: Operation }) {
  const { actions: m } = useMessages()
  const act = useMutation({
    mutationFn: (verb: 'pause' | 'resume' | 'cancel') => body(api.POST(`/operations/{id}/${verb}` as '/operations/{id}/pause', { params: { path: { id } } })),
    onSuccess(operation) {
      queryClient.setQueryData(['operation', id], operation)
      return queryClient.invalidateQueries({ queryKey: ['operations'] })
    },
    onError: toastProblem,
  })
  const running = status === 'running' || status === 'queued'
  return (
    <>
      {running && <Button look="quiet" size="sm" aria-label={m.pause} title={m.pause} icon={<Pause size={14} />} onClick={() => act.mutate('pause')} />}
      {status === 'paused' && <Button look="quiet" size="sm" aria-label={m.resume} title={m.resume} icon={<Play size={14} />} onClick={() => act.mutate('resume')} />}
      {(running || status === 'paused') && <Button look="quiet" size="sm" aria-label={m.cancel} title={m.cancel} icon={<X size={14} />} onClick={() => act.mutate('cancel')} />}
    </>
  )
}
