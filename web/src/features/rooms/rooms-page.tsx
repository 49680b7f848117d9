// A page beside the list of rooms: its head, and what it lists.

import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { useRef, type ReactNode } from 'react'
import { useKeys } from '@/app/shortcuts.ts'
import { useTitle } from '@/app/title.ts'
import { useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { useScrollerName } from '@/ui/scroller-name.ts'
import { Failed, Late, SkeletonRows } from '@/ui/states.tsx'

interface PageProps {
  title: string
  /** At the end of its head. */
  end?: ReactNode
  children: ReactNode
}

export function RoomsPage({ title, end, children }: PageProps) {
  const { rooms: m } = useMessages()
  useTitle(title)
  return (
    <section className="flex h-full min-w-0 flex-1 flex-col">
      <header className="flex h-12 shrink-0 items-center gap-2 border-b px-3 md:px-5">
        <Link to="/rooms" search={{ list: true }} aria-label={m.back} className="-ml-1 flex size-8 shrink-0 items-center justify-center rounded-md text-ink-soft hover:bg-hover lg:hidden">
          <ArrowLeft size={18} />
        </Link>
        <h1 className="truncate text-lg font-semibold">{title}</h1>
        {end && <div className="ml-auto flex min-w-0 items-center gap-2">{end}</div>}
      </header>
      {children}
    </section>
  )
}

interface ListProps<Item> {
  list: Listing<Item>
  idOf(item: Item): string
  /** Where there are none. */
  empty: ReactNode
  children(item: Item): ReactNode
}

export interface Listing<Item> {
  /** Undefined while they are not known. */
  items: Item[] | undefined
  error: Error | null
  retry(): void
  /** Fetches the next page, where there is one. */
  more?(): void
}

/** Of pages of the API. */
export function listingOf<Item>({ data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage }: UseInfiniteQueryResult<InfiniteData<{ data: Item[] }>>): Listing<Item> {
  const more = hasNextPage && !isFetchingNextPage ? () => void fetchNextPage() : undefined
  return { items: data?.pages.flatMap((page) => page.data), error, retry: () => void refetch(), more }
}

/** `j` and `k` lead from one to the next. */
export function Listed<Item>({ list: { items, error, retry, more }, idOf, empty, children }: ListProps<Item>) {
  const scroller = useScrollerName('list')
  const { show_more } = useMessages()
  const list = useRef<HTMLUListElement>(null)
  const walk = (by: 1 | -1) => () => {
    const links = [...(list.current?.querySelectorAll('a') ?? [])]
    const at = links.indexOf(document.activeElement as HTMLAnchorElement)
    links[Math.max(0, Math.min(at + by, links.length - 1))]?.focus()
  }
  useKeys({ j: walk(1), k: walk(-1) })
  return (
    <div {...scroller} className="min-h-0 flex-1 overflow-y-auto pb-3 md:px-2">
      {error && !items && <Failed error={error} retry={retry} />}
      {!items && !error && (
        <Late>
          <SkeletonRows rows={6} height={72} />
        </Late>
      )}
      {items?.length === 0 && empty}
      <ul ref={list} className="grid max-w-4xl grid-cols-[minmax(0,1fr)] divide-y divide-line">
        {items?.map((item) => (
          <li key={idOf(item)}>{children(item)}</li>
        ))}
      </ul>
      {more && (
        <div className="flex justify-center py-3">
          <Button look="quiet" onClick={more}>
            {show_more}
          </Button>
        </div>
      )}
    </div>
  )
}
