import { useMutation } from '@tanstack/react-query'
import { CircleAlert, CircleCheck, CircleDashed, CirclePause, CircleX, LoaderCircle, Pause, Play, X } from 'lucide-react'
import { api, body } from '@/api/client.ts'
import { queryClient } from '@/app/query-client.ts'
import { useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { toastProblem } from '@/ui/toasts.tsx'
import { hasEnded, type Operation } from './operation.ts'

export const statusIcons = {
  queued: <CircleDashed size={16} className="text-ink-faint" />,
  running: <LoaderCircle size={16} className="animate-spin text-accent" />,
  paused: <CirclePause size={16} className="text-warning" />,
  succeeded: <CircleCheck size={16} className="text-success" />,
  failed: <CircleAlert size={16} className="text-danger" />,
  cancelled: <CircleX size={16} className="text-ink-faint" />,
}

/** To pause, to go on, to end. */
export function OperationControls({ operation, labelled }: { operation: Operation; labelled?: boolean }) {
  const { actions: m } = useMessages()
  const { id, status } = operation
  const act = useMutation({
    mutationFn: (verb: 'pause' | 'resume' | 'cancel') => body(api.POST(`/operations/{id}/${verb}` as '/operations/{id}/pause', { params: { path: { id } } })),
    onSuccess(changed) {
      queryClient.setQueryData(['operation', id], changed)
      return queryClient.invalidateQueries({ queryKey: ['operations'] })
    },
    onError: toastProblem,
  })
  if (hasEnded(operation)) return null
  const verbs = [...(status === 'paused' ? (['resume'] as const) : (['pause'] as const)), 'cancel' as const]
  const icons = { pause: <Pause size={14} />, resume: <Play size={14} />, cancel: <X size={14} /> }
  return verbs.map((verb) => (
    <Button key={verb} look={labelled ? 'plain' : 'quiet'} size="sm" aria-label={m[verb]} title={m[verb]} icon={icons[verb]} disabled={act.isPending} onClick={() => act.mutate(verb)}>
      {labelled ? m[verb] : undefined}
    </Button>
  ))
}
