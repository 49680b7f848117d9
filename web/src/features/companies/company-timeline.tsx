// What passed with those who work there, newest first.

import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CalendarDays, Mail, NotebookPen, Phone } from 'lucide-react'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { Empty, Failed, Late, SkeletonRows } from '@/ui/states.tsx'
import { companyTimeline } from './companies-queries.ts'

const icons = { mail: Mail, meeting: CalendarDays, call: Phone, note: NotebookPen }

export function CompanyTimeline({ id }: { id: string }) {
  const m = useMessages()
  const { date } = useFormats()
  const { data, error, refetch, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(companyTimeline(id))
  if (error && !data) return <Failed error={error} retry={() => void refetch()} />
  if (isPending) return <Late><SkeletonRows rows={6} height={52} /></Late>
  const entries = data.pages.flatMap((page) => page.data)
  if (entries.length === 0) return <Empty icon={<Mail size={20} />} title={m.person.empty}>{m.person.empty_hint}</Empty>
  return (
    <div className="px-4 py-4 sm:px-6">
      <ol className="grid gap-1">
        {entries.map(({ id: entry, kind, subject, snippet, occurred_at, participants }) => {
          const Icon = icons[kind as keyof typeof icons] ?? Mail
          const contacts = participants.flatMap(({ contact_id, name, address }) => (contact_id ? [{ contact_id, name: name || address }] : []))
          return (
            <li key={entry} className="flex gap-3 rounded-lg px-2 py-2.5">
              <span className="mt-0.5 flex size-7 shrink-0 items-center justify-center rounded-full bg-canvas text-ink-soft">
                <Icon size={14} />
              </span>
              <div className="min-w-0 flex-1">
                <p className="flex items-baseline gap-2">
                  <span className="min-w-0 truncate font-medium">{subject || m.person.no_subject}</span>
                  <time dateTime={occurred_at} className="ml-auto shrink-0 text-xs text-ink-faint">
                    {date(occurred_at)}
                  </time>
                </p>
                <p className="flex min-w-0 gap-2 truncate text-xs text-ink-faint">
                  {contacts.slice(0, 4).map(({ contact_id, name }) => (
                    <Link key={contact_id} to="/people/$id" params={{ id: contact_id }} preload={false} className="hover:underline">
                      {name}
                    </Link>
                  ))}
                </p>
                {snippet && <p className="mt-0.5 line-clamp-2 text-sm text-ink-soft">{snippet}</p>}
              </div>
            </li>
          )
        })}
      </ol>
      {hasNextPage && (
        <div className="flex justify-center pt-4">
          <Button onClick={() => void fetchNextPage()} disabled={isFetchingNextPage}>
            {m.person.more}
          </Button>
        </div>
      )}
    </div>
  )
}
