import { useMutation } from '@tanstack/react-query'
import { CircleAlert, CircleCheck, CircleDashed, CirclePause, CircleX, LoaderCircle, Pause, Play, Undo2, X } from 'lucide-react'
import { useState } from 'react'
import { api, body } from '@/api/client.ts'
import { queryClient } from '@/app/query-client.ts'
import { useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { Dialog } from '@/ui/dialog.tsx'
import { toastProblem } from '@/ui/toasts.tsx'
import { hasEnded, useOperationName, type Operation } from './operation.ts'

export const stateIcons = {
  queued: <CircleDashed size={16} className="text-ink-faint" />,
  running: <LoaderCircle size={16} className="animate-spin text-accent" />,
  paused: <CirclePause size={16} className="text-warning" />,
  succeeded: <CircleCheck size={16} className="text-success" />,
  failed: <CircleAlert size={16} className="text-danger" />,
  cancelled: <CircleX size={16} className="text-ink-faint" />,
  undone: <Undo2 size={16} className="text-ink-faint" />,
}

/** To pause, to go on, to end: the last one is for good, and so asks first where something would be left half done. */
export function OperationControls({ operation, labelled }: { operation: Operation; labelled?: boolean }) {
  const { actions: m } = useMessages()
  const [asking, setAsking] = useState(false)
  const { id, status, dry_run } = operation
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
  return (
    <>
      {verbs.map((verb) => (
        <Button
          key={verb}
          look={labelled ? 'plain' : 'quiet'}
          size="sm"
          aria-label={m[verb]}
          title={m[verb]}
          icon={icons[verb]}
          disabled={act.isPending}
          onClick={() => (verb === 'cancel' && !dry_run ? setAsking(true) : act.mutate(verb))}
        >
          {labelled ? m[verb] : undefined}
        </Button>
      ))}
      <CancelDialog operation={operation} open={asking} onClose={() => setAsking(false)} onCancel={() => act.mutate('cancel')} />
    </>
  )
}

interface CancelProps {
  operation: Operation
  open: boolean
  onClose(): void
  onCancel(): void
}

function CancelDialog({ operation, open, onClose, onCancel }: CancelProps) {
  const { operations: m } = useMessages()
  const name = useOperationName(operation)
  const cancel = () => {
    onClose()
    onCancel()
  }
  return (
    <Dialog
      title={m.cancel_title(name)}
      open={open}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{m.keep_on}</Button>
          <Button look="danger" icon={<X size={14} />} onClick={cancel}>
            {m.cancel_it}
          </Button>
        </>
      }
    >
      <p className="text-ink-soft">{operation.kind.endsWith('undo') ? m.cancel_undo : operation.kind === 'contacts.erase' ? m.cancel_erasure : m.cancel_hint}</p>
    </Dialog>
  )
}
