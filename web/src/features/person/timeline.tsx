// What passed between us and a person, newest first, under the days on which it did.

import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query'
import { ArrowDownLeft, ArrowLeftRight, ArrowUpRight, CalendarDays, Mail, Paperclip } from 'lucide-react'
import { api, body, type Schemas } from '@/api/client.ts'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { Empty, Failed, Late, Skeleton } from '@/ui/states.tsx'

type Entry = Schemas['TimelineEntry']

function timelineOf(id: string) {
  return infiniteQueryOptions({
    queryKey: ['timeline', id],
    queryFn: ({ pageParam, signal }) =>
      body(api.GET('/contacts/{id}/timeline', { params: { path: { id }, query: { limit: 50, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  })
}

export function Timeline({ id }: { id: string }) {
  const m = useMessages()
  const { day } = useFormats()
  const { data, error, refetch, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(timelineOf(id))
  if (error) return <Failed error={error} retry={() => void refetch()} />
  if (isPending) {
    return (
      <Late>
        <div className="grid gap-6 px-6 py-6">
          {[1, 2, 3, 4].map((row) => (
            <Skeleton key={row} className="h-16" />
          ))}
        </div>
      </Late>
    )
  }
  const entries = data.pages.flatMap((page) => page.data)
  if (entries.length === 0) {
    return (
      <Empty icon={<Mail size={20} />} title={m.person.empty}>
        {m.person.empty_hint}
      </Empty>
    )
  }
  const days = Map.groupBy(entries, ({ occurred_at }) => new Date(occurred_at).toDateString())
  return (
    <div className="px-4 pb-10 sm:px-6">
      {[...days].map(([key, ofDay]) => (
        <section key={key}>
          <h2 className="sticky top-0 z-10 bg-surface/95 py-3 text-xs font-semibold text-ink-faint backdrop-blur-sm">{nameOfDay(key, m.person) ?? day(key)}</h2>
          <ol className="grid gap-2">
            {ofDay.map((entry) => (
              <li key={entry.id}>
                <Item entry={entry} />
              </li>
            ))}
          </ol>
        </section>
      ))}
      {hasNextPage && (
        <div className="flex justify-center pt-6">
          <Button onClick={() => void fetchNextPage()} disabled={isFetchingNextPage}>
            {m.person.more}
          </Button>
        </div>
      )}
    </div>
  )
}

function Item({ entry }: { entry: Entry }) {
  const m = useMessages()
  const { time } = useFormats()
  const { kind, direction, subject, snippet, occurred_at, participants, has_attachments } = entry
  const from = participants.find(({ role }) => role === 'from') ?? participants[0]
  const Direction = direction === 'out' ? ArrowUpRight : direction === 'in' ? ArrowDownLeft : ArrowLeftRight
  const Kind = kind === 'mail' ? Mail : CalendarDays
  return (
    <article className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 rounded-lg px-3 py-2.5 ring-1 ring-line ring-inset">
      <span className="mt-0.5 flex size-7 items-center justify-center rounded-full bg-canvas text-ink-soft">
        <Kind size={14} />
      </span>
      <div className="min-w-0">
        <header className="flex items-baseline gap-2">
          <h3 className="min-w-0 truncate font-medium">{subject || m.person.no_subject}</h3>
          {has_attachments && <Paperclip size={13} className="shrink-0 self-center text-ink-faint" />}
          <time dateTime={occurred_at} className="ml-auto shrink-0 text-xs text-ink-faint tabular-nums">
            {time(occurred_at)}
          </time>
        </header>
        <p className="mt-0.5 flex items-center gap-1 truncate text-xs text-ink-faint">
          {direction && <Direction size={12} aria-label={{ in: m.person.received, out: m.person.sent, internal: m.person.internal }[direction]} />}
          {from && (from.name || from.address)}
        </p>
        {snippet && <p className="mt-1 line-clamp-2 text-sm text-ink-soft">{snippet}</p>}
      </div>
    </article>
  )
}

function nameOfDay(day: string, m: { today: string; yesterday: string }): string | undefined {
  const now = new Date()
  if (day === now.toDateString()) return m.today
  now.setDate(now.getDate() - 1)
  return day === now.toDateString() ? m.yesterday : undefined
}
