// An import: while it runs how far it is, then what came of it, what it could not take, and how to take it back.

import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { ArrowLeft, Download } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Problem, type Schemas } from '@/api/client.ts'
import { queryClient } from '@/app/query-client.ts'
import { NotFound } from '@/app/route-states.tsx'
import { OperationControls, statusIcons } from '@/features/operations/operation-controls.tsx'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { Button, linkLook } from '@/ui/button.tsx'
import { Failed, Late, Skeleton } from '@/ui/states.tsx'
import { Figures, Running } from './figures.tsx'
import { hasEnded, importQuery, operationQuery, peopleFormats, type Operation } from './import-queries.ts'
import { RejectionGrid } from './rejection-grid.tsx'
import { RejectionList } from './rejection-list.tsx'
import { UndoDialog } from './undo-dialog.tsx'

export function ImportPage() {
  const m = useMessages()
  const { ago } = useFormats()
  const { id } = useParams({ from: '/shell/import/$id' })
  const found = useQuery(importQuery(id))
  const watched = useQuery(operationQuery(id))
  const [undoing, setUndoing] = useState(false)
  const operation = watched.data
  const status = operation?.status
  // Its columns are known, and its rejections all there, when it has ended.
  useEffect(() => {
    if (status !== undefined) for (const key of ['import', 'rejections']) void queryClient.invalidateQueries({ queryKey: [key, id] })
  }, [status, id])
  const error = found.error ?? watched.error
  if (error) return error instanceof Problem && error.status === 404 ? <NotFound /> : <Failed error={error} retry={() => void (found.refetch(), watched.refetch())} />
  if (!found.data || !operation) {
    return (
      <Late>
        <div className="mx-auto grid max-w-5xl gap-4 px-5 py-8">
          <Skeleton className="h-8 w-64" />
          <Skeleton className="h-24" />
        </div>
      </Late>
    )
  }
  const { filename, format, columns, dry_run } = found.data
  const isUndo = format === 'undo'
  const ended = hasEnded(operation)
  const canMend = (format === 'csv' || format === 'xlsx') && columns && !dry_run
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto grid max-w-5xl gap-6 px-5 py-6">
        <header className="grid gap-2">
          <Link to="/import" className="inline-flex items-center gap-1.5 justify-self-start text-sm text-ink-soft hover:text-ink">
            <ArrowLeft size={14} />
            {m.imports.title}
          </Link>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
            <h1 className="min-w-0 text-2xl font-semibold break-words">{isUndo ? m.imports.undo_of(filename) : filename}</h1>
            <span className="flex items-center gap-1.5 text-sm text-ink-soft" role="status">
              {statusIcons[operation.status]}
              {dry_run ? `${m.imports.dry_run}: ` : ''}
              {m.operations.status[operation.status]}
            </span>
            <time dateTime={operation.created_at} className="text-sm text-ink-faint">
              {ago(operation.created_at)}
            </time>
            <span className="ml-auto flex gap-1">
              <OperationControls operation={operation} />
            </span>
          </div>
        </header>
        {operation.error && (
          <p role="alert" className="rounded-lg bg-danger-soft px-4 py-3 text-danger">
            {operation.error.message}
          </p>
        )}
        {!ended && <Running operation={operation} />}
        {!ended && <p className="text-sm text-ink-soft">{m.imports.leave}</p>}
        {ended && operation.result && <Figures operation={operation} />}
        {ended && <Actions found={found.data} operation={operation} onUndo={() => setUndoing(true)} />}
        {operation.failed > 0 && ended && (canMend ? <RejectionGrid key={id} id={id} headers={columns.map(({ header }) => header)} /> : <RejectionList id={id} />)}
      </div>
      <UndoDialog operation={operation} filename={filename} open={undoing} onClose={() => setUndoing(false)} />
    </div>
  )
}

/** What one can do once it has ended. */
function Actions({ found: { id, format, dry_run, undo_id }, operation, onUndo }: { found: Schemas['Import']; operation: Operation; onUndo(): void }) {
  const { imports: m } = useMessages()
  const canUndo = format !== 'undo' && !dry_run
  return (
    <div className="flex flex-wrap items-center gap-2">
      {canUndo && peopleFormats.includes(format) && (
        <Link to="/people" search={{ sort: '-created_at' }} className={linkLook}>
          {m.see_people}
        </Link>
      )}
      {operation.failed > 0 && (
        <a href={`/api/v1/imports/${id}/rejects.csv`} className={linkLook}>
          <Download size={14} />
          {m.download_rejects}
        </a>
      )}
      {canUndo && !undo_id && <Button onClick={onUndo}>{m.undo}</Button>}
      {canUndo && undo_id && (
        <Link to="/import/$id" params={{ id: undo_id }} className="px-1 text-sm font-medium text-accent hover:underline">
          {m.undone}
        </Link>
      )}
    </div>
  )
}
