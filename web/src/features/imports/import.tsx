// An import: while it runs how far it is, then what came of it, what it could not take, and how to take it back.

import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { ArrowLeft, Download } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Problem, type Schemas } from '@/api/client.ts'
import { queryClient } from '@/app/query-client.ts'
import { useTitle } from '@/app/title.ts'
import { NotFound } from '@/app/route-states.tsx'
import { explainFailure, hasEnded, stateOf, useOperationName, type Operation } from '@/features/operations/operation.ts'
import { OperationControls, stateIcons } from '@/features/operations/operation-controls.tsx'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { Button, linkLook } from '@/ui/button.tsx'
import { useScrollerName } from '@/ui/scroller-name.ts'
import { Failed, Late, Skeleton } from '@/ui/states.tsx'
import { Figures, Progressing } from './figures.tsx'
import { importQuery, operationQuery, peopleFormats } from './import-queries.ts'
import { RejectionGrid } from './rejection-grid.tsx'
import { RejectionList } from './rejection-list.tsx'
import { UndoDialog } from './undo-dialog.tsx'

export function ImportPage() {
  const { id } = useParams({ from: '/shell/import/$id' })
  const found = useQuery(importQuery(id))
  const watched = useQuery(operationQuery(id))
  const status = watched.data?.status
  // Its columns are known, and its rejections all there, when it has ended.
  useEffect(() => {
    if (status !== undefined) for (const key of ['import', 'rejections']) void queryClient.invalidateQueries({ queryKey: [key, id] })
  }, [status, id])
  if (found.data && watched.data) return <Shown key={id} found={found.data} operation={watched.data} />
  const error = found.error ?? watched.error
  if (error instanceof Problem && error.status === 404) return <NotFound />
  if (error) return <Failed error={error} retry={() => void (found.refetch(), watched.refetch())} />
  return (
    <Late>
      <div className="mx-auto grid max-w-5xl gap-4 px-5 py-8">
        <Skeleton className="h-8 w-64" />
        <Skeleton className="h-24" />
      </div>
    </Late>
  )
}

interface Props {
  found: Schemas['Import']
  operation: Operation
}

function Shown({ found, operation }: Props) {
  const scroller = useScrollerName('import')
  const m = useMessages()
  const { when, moment } = useFormats()
  const name = useOperationName(operation)
  const [undoing, setUndoing] = useState(false)
  const { id, format, columns, dry_run, filename } = found
  const { status, error, result, failed, created_at } = operation
  const ended = hasEnded(operation)
  const hasStored = format !== 'undo' && !dry_run && operation.done > 0 && operation.undone_at === null
  const canMend = (format === 'csv' || format === 'xlsx') && columns && !dry_run
  useTitle(name)
  return (
    <div {...scroller} className="h-full overflow-y-auto">
      <div className="mx-auto grid max-w-5xl grid-cols-1 gap-6 px-5 py-6">
        <header className="grid gap-2">
          <Link to="/import" className="inline-flex items-center gap-1.5 justify-self-start text-sm text-ink-soft hover:text-ink">
            <ArrowLeft size={14} />
            {m.imports.title}
          </Link>
          <h1 className="min-w-0 text-xl font-semibold wrap-anywhere">{name}</h1>
          <div className="flex min-h-7 items-center gap-3 text-sm">
            <span className="flex items-center gap-1.5 text-ink-soft" role="status">
              {stateIcons[stateOf(operation)]}
              {m.operations.states[stateOf(operation)]}
            </span>
            <time dateTime={created_at} title={moment(created_at)} className="text-ink-faint">
              {when(created_at)}
            </time>
            <span className="ml-auto flex gap-1">
              <OperationControls operation={operation} labelled />
            </span>
          </div>
        </header>
        {error && (
          <div role="alert" className="grid gap-1 rounded-lg bg-danger-soft px-4 py-3 text-danger">
            <p className="font-medium">{explainFailure(error)}</p>
            {hasStored && <p className="text-sm text-ink-soft">{m.imports.stopped(m.imports.items(format, operation.done))}</p>}
          </div>
        )}
        {!ended && (
          <div className="grid gap-4">
            <Progressing operation={operation} name={name} />
            <p className="text-sm text-ink-soft">{status === 'paused' ? m.imports.paused : m.imports.leave}</p>
          </div>
        )}
        {status === 'cancelled' && hasStored && <p className="text-sm text-ink-soft">{m.imports.ended_early(m.imports.items(format, operation.done))}</p>}
        {ended && result && <Figures operation={operation} />}
        {ended && <Actions found={found} operation={operation} onUndo={() => setUndoing(true)} />}
        {failed > 0 && ended && (canMend ? <RejectionGrid id={id} headers={columns.map(({ header }) => header)} /> : <RejectionList id={id} />)}
      </div>
      <UndoDialog operation={operation} filename={filename} open={undoing} onClose={() => setUndoing(false)} />
    </div>
  )
}

/** Mail and calendars make people of whoever takes part. */
function hasMadePeople({ result }: Operation): boolean {
  return Number((result as { contacts_created?: number } | null)?.contacts_created ?? 0) > 0
}

/** What one can do once it has ended. */
function Actions({ found: { id, format, dry_run, undo_id }, operation, onUndo }: Props & { onUndo(): void }) {
  const { imports: m } = useMessages()
  const canUndo = format !== 'undo' && !dry_run
  const { data: undo } = useQuery({ ...operationQuery(undo_id ?? ''), enabled: undo_id !== null })
  // One that has stopped in the middle is gone on with by another.
  const hasStopped = undo?.status === 'failed' || undo?.status === 'cancelled'
  return (
    <div className="flex flex-wrap items-center gap-2">
      {canUndo && operation.undone_at === null && (peopleFormats.includes(format) || hasMadePeople(operation)) && (
        <Link to="/people" search={{ sort: '-created_at' }} className={linkLook}>
          {m.see_people}
        </Link>
      )}
      {canUndo && operation.undone_at === null && format === 'slack' && (
        <Link to="/rooms" search={{ list: true }} className={linkLook}>
          {m.see_rooms}
        </Link>
      )}
      {operation.failed > 0 && (
        <a href={`/api/v1/imports/${id}/rejects.csv`} className={linkLook}>
          <Download size={14} />
          {m.download_rejects}
        </a>
      )}
      {canUndo && (!undo_id || hasStopped) && <Button onClick={onUndo}>{m.undo}</Button>}
      {canUndo && undo_id && (
        <Link to="/import/$id" params={{ id: undo_id }} className="px-1 text-sm font-medium text-accent hover:underline">
          {operation.undone_at ? m.undone : hasStopped ? m.undo_stopped : m.undo_runs}
        </Link>
      )}
    </div>
  )
}
