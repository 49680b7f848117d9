// What could not be taken, and why, where there is nothing to mend.

import { useInfiniteQuery } from '@tanstack/react-query'
import { translate, useFormats, useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { rejectionsQuery } from './import-queries.ts'

export function RejectionList({ id }: { id: string }) {
  const m = useMessages()
  const { number } = useFormats()
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(rejectionsQuery(id))
  const rejections = data?.pages.flatMap((page) => page.data) ?? []
  if (rejections.length === 0) return null
  return (
    <div className="grid gap-2">
      <ul className="divide-y divide-line rounded-lg ring-1 ring-line ring-inset">
        {rejections.map(({ position, reason, excerpt }) => (
          <li key={position} className="grid grid-cols-[3rem_minmax(0,1fr)] gap-x-3 px-4 py-2 text-sm">
            <span className="text-ink-faint tabular-nums">{number(position)}</span>
            <span className="min-w-0">
              <span className="block text-danger">{translate(reason)}</span>
              <span className="block truncate text-ink-soft">{excerpt}</span>
            </span>
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button className="justify-self-center" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {m.imports.more}
        </Button>
      )}
    </div>
  )
}
