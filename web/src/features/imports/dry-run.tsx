// A try: the whole file is gone through by the same code, and nothing is stored but what would come of it.

import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { queryClient } from '@/app/query-client.ts'
import { explainFailure, hasEnded, useOperationName, type Operation } from '@/features/operations/operation.ts'
import { useMessages } from '@/messages/messages.tsx'
import { toastProblem } from '@/ui/toasts.tsx'
import type { ImportOptions } from './drafts.ts'
import { Figures, Running } from './figures.tsx'
import { operationQuery, startImport } from './import-queries.ts'
import { RejectionList } from './rejection-list.tsx'

/** Begins one; what it says holds for these options, so others have none. */
export function useDryRun(options: ImportOptions) {
  const key = JSON.stringify(options)
  const [begun, setBegun] = useState<{ id: string; key: string }>()
  const { mutate, isPending } = useMutation({
    mutationFn: () => startImport({ ...options, dry_run: true }),
    onSuccess(operation) {
      queryClient.setQueryData(['operation', operation.id], operation)
      setBegun({ id: operation.id, key })
    },
    onError: toastProblem,
  })
  return { id: begun?.key === key ? begun.id : undefined, isPending, begin: () => mutate() }
}

export function DryRun({ id }: { id: string }) {
  const { imports: m } = useMessages()
  const { data: operation } = useQuery(operationQuery(id))
  const section = useRef<HTMLElement>(null)
  // It was asked for at the foot of the page, and may be far below what is in sight.
  useEffect(() => {
    section.current?.scrollIntoView({ block: 'nearest' })
  }, [operation?.status])
  return (
    <section ref={section} aria-labelledby="try" className="grid scroll-mb-8 gap-3 rounded-lg bg-canvas p-4 ring-1 ring-line ring-inset">
      <h2 id="try" className="text-lg font-semibold">
        {m.tried}
      </h2>
      {operation && <Outcome operation={operation} />}
    </section>
  )
}

function Outcome({ operation }: { operation: Operation }) {
  const { imports: m } = useMessages()
  const name = useOperationName(operation)
  if (!hasEnded(operation)) return <Running operation={operation} name={name} />
  if (operation.error) return <p role="alert" className="text-danger">{explainFailure(operation.error)}</p>
  return (
    <div role="status" className="grid gap-3">
      <p className="text-sm text-ink-soft">{m.dry_run_result}</p>
      <Figures operation={operation} />
      {operation.failed > 0 && <RejectionList id={operation.id} />}
    </div>
  )
}
