// Long jobs, live and called by their file: where each is, how fast, what it could not take.

import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { api, body } from '@/api/client.ts'
import { Running } from '@/features/imports/figures.tsx'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { Failed, Late, SkeletonRows } from '@/ui/states.tsx'
import { explainFailure, hasEnded, stateOf, useOperationName, type Operation } from './operation.ts'
import { OperationControls, stateIcons } from './operation-controls.tsx'

/** Which ones, as the API takes it. */
interface Only {
  kind?: string
  dry_run?: boolean
}

const operationsQuery = (only: Only) =>
  infiniteQueryOptions({
    queryKey: ['operations', only],
    queryFn: ({ pageParam, signal }) => body(api.GET('/operations', { params: { query: { ...only, limit: 50, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  })

export function OperationList({ only = {}, empty }: { only?: Only; empty: ReactNode }) {
  const m = useMessages()
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(operationsQuery(only))
  if (error && !data) return <Failed error={error} retry={() => void refetch()} />
  if (!data) {
    return (
      <Late>
        <div className="overflow-clip rounded-lg ring-1 ring-line ring-inset">
          <SkeletonRows rows={4} height={60} avatar="size-4! rounded-full!" />
        </div>
      </Late>
    )
  }
  const operations = data.pages.flatMap((page) => page.data)
  if (operations.length === 0) return empty
  return (
    <div className="grid grid-cols-1 gap-4">
      <ul className="divide-y divide-line rounded-lg ring-1 ring-line ring-inset">
        {operations.map((operation) => (
          <li key={operation.id}>
            <Row operation={operation} />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button className="justify-self-center" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {m.operations.more}
        </Button>
      )}
    </div>
  )
}

function Row({ operation }: { operation: Operation }) {
  const { number, when, moment } = useFormats()
  const { operations: m } = useMessages()
  const { id, kind, filename, done, failed, error, created_at } = operation
  const ended = hasEnded(operation)
  const name = useOperationName(operation)
  const kinds: Record<string, string> = m.kinds
  const facts = [filename && kinds[kind], m.states[stateOf(operation)], ended && done > 0 && m.done(number(done), done)]
  return (
    <article className="grid grid-cols-[1rem_minmax(0,1fr)_auto] items-center gap-x-3 px-4 py-2.5 text-sm">
      {stateIcons[stateOf(operation)]}
      <h3 className="truncate font-medium" title={name}>
        {kind.startsWith('import.') ? (
          <Link to="/import/$id" params={{ id }} className="hover:underline">
            {name}
          </Link>
        ) : (
          name
        )}
      </h3>
      <span className="flex min-h-7 items-center gap-1">
        <time dateTime={created_at} title={moment(created_at)} className="text-xs text-ink-faint tabular-nums">
          {when(created_at)}
        </time>
        <OperationControls operation={operation} />
      </span>
      <div className="col-start-2 col-end-4 grid gap-2">
        <p className="text-xs text-ink-faint tabular-nums">
          {facts.filter(Boolean).join(' · ')}
          {ended && failed > 0 && <span className="text-danger"> · {m.failed(failed)}</span>}
        </p>
        {!ended && <Running operation={operation} name={name} />}
        {error && <p className="text-danger wrap-anywhere">{explainFailure(error)}</p>}
      </div>
    </article>
  )
}
