// Long jobs, live: where each is, how fast, what it could not take; to pause, to resume, to stop.

import { useMutation, useQuery } from '@tanstack/react-query'
import { CircleAlert, CircleCheck, CircleDashed, CirclePause, CircleX, LoaderCircle, Pause, Play, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { api, body, type Schemas } from '@/api/client.ts'
import { queryClient } from '@/app/query-client.ts'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { Progress } from '@/ui/progress.tsx'
import { Failed } from '@/ui/states.tsx'
import { toastProblem } from '@/ui/toasts.tsx'

type Operation = Schemas['Operation']

export function OperationList({ prefix = '', empty }: { prefix?: string; empty: ReactNode }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['operations'],
    queryFn: ({ signal }) => body(api.GET('/operations', { params: { query: { limit: 50 } }, signal })),
  })
  if (error) return <Failed error={error} retry={() => void refetch()} />
  if (!data) return null
  const operations = data.data.filter(({ kind }) => kind.startsWith(prefix))
  if (operations.length === 0) return empty
  return (
    <ul className="grid gap-2">
      {operations.map((operation) => (
        <li key={operation.id}>
          <Card operation={operation} />
        </li>
      ))}
    </ul>
  )
}

const icons = {
  queued: <CircleDashed size={16} className="text-ink-faint" />,
  running: <LoaderCircle size={16} className="animate-spin text-accent" />,
  paused: <CirclePause size={16} className="text-warning" />,
  succeeded: <CircleCheck size={16} className="text-success" />,
  failed: <CircleAlert size={16} className="text-danger" />,
  cancelled: <CircleX size={16} className="text-ink-faint" />,
}

function Card({ operation }: { operation: Operation }) {
  const m = useMessages()
  const { number, ago, duration } = useFormats()
  const { id, kind, status, done, total, failed, rate, error, created_at, result } = operation
  const active = status === 'running' || status === 'queued' || status === 'paused'
  const act = useMutation({
    mutationFn: (verb: 'pause' | 'resume' | 'cancel') => body(api.POST(`/operations/{id}/${verb}` as '/operations/{id}/pause', { params: { path: { id } } })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['operations'] }),
    onError: toastProblem,
  })
  const left = rate && total && status === 'running' ? (total - done) / rate : undefined
  return (
    <article className="grid gap-2 rounded-lg px-4 py-3 ring-1 ring-line ring-inset">
      <header className="flex min-h-7 items-center gap-2.5 text-sm">
        {icons[status]}
        <h3 className="truncate font-medium">{nameOf(operation) ?? kind}</h3>
        <span className="text-ink-faint">{m.operations.status[status]}</span>
        <time dateTime={created_at} className="ml-auto text-xs text-ink-faint">
          {ago(created_at)}
        </time>
        {status === 'running' && <Button look="quiet" size="sm" aria-label={m.actions.pause} icon={<Pause size={14} />} onClick={() => act.mutate('pause')} />}
        {status === 'paused' && <Button look="quiet" size="sm" aria-label={m.actions.resume} icon={<Play size={14} />} onClick={() => act.mutate('resume')} />}
        {active && <Button look="quiet" size="sm" aria-label={m.actions.cancel} icon={<X size={14} />} onClick={() => act.mutate('cancel')} />}
      </header>
      {active && <Progress done={done} total={total} label={kind} />}
      <p className="flex flex-wrap gap-x-4 text-xs text-ink-soft tabular-nums">
        <span>{total !== null && active ? `${number(done)} / ${number(total)}` : m.imports.summary(done)}</span>
        {status === 'running' && rate !== null && <span>{m.operations.rate(rate)}</span>}
        {left !== undefined && <span>{m.operations.left(duration(left))}</span>}
        {Object.entries(result ?? {}).map(([name, value]) => typeof value === 'number' && value > 0 && <span key={name}>{`${number(value)} ${name.replaceAll('_', ' ')}`}</span>)}
        {failed > 0 && (
          <a href={`/api/v1/imports/${id}/rejects.csv`} className="font-medium text-danger hover:underline">
            {m.operations.failed(failed)}
          </a>
        )}
      </p>
      {error && <p className="text-sm text-danger">{error.message}</p>}
    </article>
  )
}

function nameOf(operation: Operation): string | undefined {
  return (operation as { filename?: string }).filename
}
