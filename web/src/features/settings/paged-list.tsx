// A list of the API, page by page, as the settings show it: rows in a panel, or what there is instead.

import { useInfiniteQuery } from '@tanstack/react-query'
import { Fragment, type ReactNode } from 'react'
import { useSettingsMessages } from '@/messages/settings.ts'
import { Button } from '@/ui/button.tsx'
import { Failed, Late, Skeleton } from '@/ui/states.tsx'
import { Panel } from './section.tsx'

interface Page<T> {
  data: T[]
  next_cursor: string | null
}

interface Props<T> {
  /** Of the query, beside `settings`. */
  name: readonly unknown[]
  read(cursor: string | undefined, signal: AbortSignal): Promise<Page<T>>
  idOf(row: T): string
  empty: ReactNode
  /** Of a row, among those that are shown. */
  children(row: T, rows: T[]): ReactNode
  /** Asks again by itself after so many ms, as long as this says so. */
  again?(rows: T[]): number | false
}

export function PagedList<T>({ name, read, idOf, empty, children, again }: Props<T>) {
  const m = useSettingsMessages()
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['settings', ...name],
    queryFn: ({ pageParam, signal }) => read(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    staleTime: 0,
    refetchInterval: ({ state }) => again?.(state.data?.pages.flatMap((page) => page.data) ?? []) ?? false,
  })
  if (!data && error) return <Failed error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  const rows = data.pages.flatMap((page) => page.data)
  if (rows.length === 0) return empty
  return (
    <>
      <Panel>
        {rows.map((row) => (
          <Fragment key={idOf(row)}>{children(row, rows)}</Fragment>
        ))}
      </Panel>
      {hasNextPage && (
        <div className="mt-3 flex justify-center">
          <Button look="quiet" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {m.show_more}
          </Button>
        </div>
      )}
    </>
  )
}

export function Loading() {
  return (
    <Late>
      <Panel>
        {[0, 1, 2].map((each) => (
          <div key={each} className="flex min-h-14 items-center gap-3 px-4">
            <Skeleton className="h-4 w-48" />
          </div>
        ))}
      </Panel>
    </Late>
  )
}

/** Instead of rows that are not there. */
export function Nothing({ children }: { children: ReactNode }) {
  return (
    <Panel>
      <p className="px-4 py-6 text-center text-ink-soft">{children}</p>
    </Panel>
  )
}
