// Long jobs, live and called by their file: where each is, how fast, what it could not take.

import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { api, body } from '@/api/client.ts'
import { Running } from '@/features/imports/figures.tsx'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { Failed, Late, Skeleton } from '@/ui/states.tsx'
import { OperationControls, statusIcons, type Operation } from './operation-controls.tsx'

const operationsQuery = infiniteQueryOptions({
  queryKey: ['operations'],
  queryFn: ({ pageParam, signal }) => body(api.GET('/operations', { params: { query: { limit: 50, cursor: pageParam } }, signal })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next_cursor ?? undefined,
})

export function OperationList({ prefix = '', empty }: { prefix?: string; empty: ReactNode }) {
  const m = useMessages()
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(operationsQuery)
  if (error) return <Failed error={error} retry={() => void refetch()} />
  if (!data) {
    return (
      <Late>
        <Skeleton className="h-40" />
      </Late>
    )
  }
  // A try is part of its draft, not something that was done.
  const operations = data.pages.flatMap((page) => page.data).filter(({ kind, result }) => kind.startsWith(prefix) && !result?.dry_run)
  if (operations.length === 0 && !hasNextPage) return empty
  return (
    <div className="grid gap-4">
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
  const m = useMessages()
  const { number, ago } = useFormats()
  const { id, kind, filename, status, done, failed, error, created_at } = operation
  const active = status === 'running' || status === 'queued' || status === 'paused'
  const kinds: Record<string, string> = m.operations.kinds
  const name = filename ?? kinds[kind] ?? kind
  return (
    <article className="grid gap-2 px-4 py-2.5">
      <header className="flex min-h-7 items-center gap-2.5 text-sm">
        <span title={m.operations.status[status]}>{statusIcons[status]}</span>
        <h3 className="min-w-0 truncate font-medium">
          {kind.startsWith('import.') ? (
            <Link to="/import/$id" params={{ id }} className="hover:underline">
              {name}
            </Link>
          ) : (
            name
          )}
        </h3>
        <span className="shrink-0 text-xs text-ink-faint">{[filename && kinds[kind], m.operations.status[status]].filter(Boolean).join(' · ')}</span>
        <span className="ml-auto flex shrink-0 items-center gap-1 text-xs text-ink-faint tabular-nums">
          {!active && failed > 0 && <span className="text-danger">{m.operations.failed(failed)}</span>}
          {!active && done > 0 && <span className="ml-2 max-sm:hidden">{m.operations.done(number(done), done)}</span>}
          <time dateTime={created_at} className="ml-2">
            {ago(created_at)}
          </time>
          <OperationControls operation={operation} />
        </span>
      </header>
      {active && <Running operation={operation} />}
      {error && <p className="text-sm text-danger">{error.message}</p>}
    </article>
  )
}
