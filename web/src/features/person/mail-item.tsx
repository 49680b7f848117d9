// Mail on a timeline: a thread, folded to its newest message until somebody wants to read it.

import { useInfiniteQuery } from '@tanstack/react-query'
import { ArrowDownLeft, ArrowLeftRight, ArrowRight, ArrowUpRight, Mail, Paperclip } from 'lucide-react'
import { useState } from 'react'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { Late, Skeleton } from '@/ui/states.tsx'
import { ItemCard } from './item-card.tsx'
import { Message } from './message.tsx'
import { threadQuery, type Entry, type Item } from './timeline-queries.ts'

interface Props {
  item: Item
  /** Unfolded in the beginning, with this message of the thread. */
  isFound?: boolean
}

export function MailItem({ item: { entry, count }, isFound = false }: Props) {
  const m = useMessages()
  const [open, setOpen] = useState(isFound)
  const { subject, snippet, occurred_at, has_attachments, thread_id } = entry
  return (
    <ItemCard
      icon={<Mail size={14} />}
      title={subject || m.person.no_subject}
      marks={
        <>
          {count > 1 && <ThreadSize count={count} />}
          {has_attachments && <Paperclip size={13} aria-label={m.person.attachments} className="shrink-0 text-ink-faint" />}
        </>
      }
      line={<WhoToWhom entry={entry} />}
      snippet={snippet}
      at={occurred_at}
      open={open}
      onToggle={() => setOpen(!open)}
    >
      <Thread id={thread_id} found={isFound ? entry.id : undefined} />
    </ItemCard>
  )
}

/** Where there is little room, the number alone. */
function ThreadSize({ count }: { count: number }) {
  const { person: m } = useMessages()
  return (
    <span className="shrink-0 rounded-full bg-canvas px-1.5 text-xs text-ink-soft tabular-nums">
      <span aria-hidden className="sm:hidden">{count}</span>
      <span className="max-sm:sr-only">{m.thread(count)}</span>
    </span>
  )
}

function Thread({ id, found }: { id: string; found?: string }) {
  const m = useMessages()
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(threadQuery(id))
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set())
  if (!data) {
    return (
      <Late>
        <Skeleton className="m-4 h-24" />
      </Late>
    )
  }
  const entries = data.pages.flatMap((page) => page.data)
  const newest = hasNextPage ? undefined : entries.at(-1)?.id
  const toggle = (entry: string) => setToggled(toggled.has(entry) ? new Set([...toggled].filter((each) => each !== entry)) : new Set([...toggled, entry]))
  return (
    <ol className="divide-y divide-line">
      {entries.map((entry) => {
        const open = toggled.has(entry.id) !== (entry.id === newest || entry.id === found)
        return (
          <li key={entry.id}>
            {entries.length > 1 && <MessageLine entry={entry} open={open} onToggle={() => toggle(entry.id)} />}
            {open && <Message id={entry.id} />}
          </li>
        )
      })}
      {hasNextPage && (
        <li className="flex justify-center py-2">
          <Button size="sm" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {m.person.later}
          </Button>
        </li>
      )}
    </ol>
  )
}

function MessageLine({ entry, open, onToggle }: { entry: Entry; open: boolean; onToggle(): void }) {
  const { date, time } = useFormats()
  return (
    <button type="button" aria-expanded={open} onClick={onToggle} className="flex w-full min-w-0 items-center gap-2 px-4 py-2 text-left text-sm hover:bg-hover">
      <span className="flex min-w-0 shrink-0 items-center gap-1 font-medium">
        <People entry={entry} />
      </span>
      <span className="min-w-0 flex-1 truncate text-ink-faint">{!open && entry.snippet}</span>
      <time dateTime={entry.occurred_at} className="shrink-0 text-xs text-ink-faint">
        {`${date(entry.occurred_at)}, ${time(entry.occurred_at)}`}
      </time>
    </button>
  )
}

function WhoToWhom({ entry }: { entry: Entry }) {
  const { person: m } = useMessages()
  const [first, ...others] = entry.participants.filter(({ role }) => role === 'to')
  return (
    <>
      <People entry={entry} />
      {first && (
        <>
          <ArrowRight size={11} className="shrink-0" aria-label={m.roles.to} />
          <span className="truncate">{first.name || first.address}</span>
          {others.length > 0 && <span className="shrink-0">+{others.length}</span>}
        </>
      )}
    </>
  )
}

/** Who writes, and which way it went. */
function People({ entry: { direction, participants } }: { entry: Entry }) {
  const m = useMessages()
  const from = participants.find(({ role }) => role === 'from')
  const Direction = direction === 'out' ? ArrowUpRight : direction === 'in' ? ArrowDownLeft : ArrowLeftRight
  return (
    <>
      {direction && <Direction size={12} className="shrink-0" aria-label={{ in: m.person.received, out: m.person.sent, internal: m.person.internal }[direction]} />}
      <span className="truncate">{from?.name || from?.address}</span>
    </>
  )
}
