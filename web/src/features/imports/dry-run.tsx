// A try: the whole file is gone through by the same code, and nothing is stored but what would come of it.

import { useMutation, useQuery } from '@tanstack/react-query'
import { FlaskConical } from 'lucide-react'
import { useState } from 'react'
import { queryClient } from '@/app/query-client.ts'
import { explainFailure, hasEnded, useOperationName, type Operation } from '@/features/operations/operation.ts'
import { useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { toastProblem } from '@/ui/toasts.tsx'
import type { ImportOptions } from './drafts.ts'
import { Figures, Running } from './figures.tsx'
import { operationQuery, startImport } from './import-queries.ts'
import { RejectionList } from './rejection-list.tsx'

export function DryRun({ options }: { options: ImportOptions }) {
  const { imports: m } = useMessages()
  const [id, setId] = useState<string>()
  const begin = useMutation({
    mutationFn: () => startImport({ ...options, dry_run: true }),
    onSuccess(operation) {
      queryClient.setQueryData(['operation', operation.id], operation)
      setId(operation.id)
    },
    onError: toastProblem,
  })
  return (
    <section aria-labelledby="try" className="grid gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <h2 id="try" className="text-lg font-semibold">
          {m.dry_run}
        </h2>
        <Button size="sm" icon={<FlaskConical size={14} />} disabled={begin.isPending} onClick={() => begin.mutate()}>
          {m.dry_run_start}
        </Button>
      </div>
      {id ? <Result id={id} /> : <p className="text-sm text-ink-soft">{m.dry_run_hint}</p>}
    </section>
  )
}

function Result({ id }: { id: string }) {
  const { data: operation } = useQuery(operationQuery(id))
  return operation ? <Outcome operation={operation} /> : null
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
