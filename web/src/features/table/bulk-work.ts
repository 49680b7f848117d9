// What is done with many rows at once is carried out by the server (beyond some hundreds by an operation), and taken back with one word.

import { useQueryClient } from '@tanstack/react-query'
import { api, body, type Schemas } from '@/api/client.ts'
import { isLive, onEvents } from '@/api/live.ts'
import { explainFailure } from '@/features/operations/operation.ts'
import { useMessages } from '@/messages/messages.tsx'
import { toast, toastProblem } from '@/ui/toasts.tsx'

type Bulk = Pick<Schemas['BulkChange'], 'id' | 'operation_id' | 'undo'>

interface BulkWork {
  begin(): Promise<Bulk>
  takeBack(id: string): Promise<Bulk>
  /** What is said meanwhile, where it takes a while, and when it is done. */
  under_way: string
  done: string
}

export function useBulkWork(): (work: BulkWork) => Promise<void> {
  const m = useMessages()
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ predicate: ({ queryKey }) => /^(people|person|compan|tags|dashboard|task)/.test(String(queryKey[0])) })
  const undo = async (id: string, takeBack: BulkWork['takeBack']) => {
    const { undo } = await takeBack(id)
    if (undo?.operation_id) await finished(undo.operation_id)
    if (!isLive()) await refresh()
    toast(m.people.undone)
  }
  return async ({ begin, takeBack, under_way, done }) => {
    try {
      const bulk = await begin()
      if (bulk.operation_id) {
        toast(under_way)
        await finished(bulk.operation_id)
      }
      toast(done, { undo: () => void undo(bulk.id, takeBack).catch(toastProblem) })
      if (!isLive()) await refresh()
    } catch (error) {
      toastProblem(error)
      await refresh()
    }
  }
}

/** Resolves when an operation has come to its end; throws what it failed with. */
async function finished(id: string): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<Schemas['Operation']>()
  const look = (operation: Schemas['Operation']) => isOver(operation) && resolve(operation)
  const stop = onEvents({
    events: (events) => {
      for (const { subject, data } of events) if (subject === `operation:${id}` && data.operation) look(data.operation as Schemas['Operation'])
    },
    reset: () => void ask(),
  })
  const ask = async () => look(await body(api.GET('/operations/{id}', { params: { path: { id } } })))
  try {
    await ask()
    const { status, error } = await promise
    if (status !== 'succeeded') throw new Error(error ? explainFailure(error) : status)
  } finally {
    stop()
  }
}

function isOver({ status }: { status: Schemas['Operation']['status'] }): boolean {
  return status === 'succeeded' || status === 'failed' || status === 'cancelled'
}
