// The inbox: what somebody is to hear of, a line for each thing, triaged by keyboard.

import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { BellRing, CheckCheck, Clock, Inbox as InboxIcon, Settings2 } from 'lucide-react'
import { useEffect } from 'react'
import { useCommands } from '@/app/commands.ts'
import { useKeys } from '@/app/shortcuts.ts'
import { useMessages } from '@/messages/messages.tsx'
import { Button, linkLook } from '@/ui/button.tsx'
import { classes } from '@/ui/classes.ts'
import { Empty, Failed, Late, SkeletonRows } from '@/ui/states.tsx'
import { undoLatest } from '@/ui/toasts.tsx'
import './inbox-events.ts'
import { markAllDone } from './change-entries.ts'
import { InboxList } from './inbox-list.tsx'
import { inboxQuery, states, type State } from './inbox-queries.ts'
import { toLines } from './lines.ts'

export function Inbox() {
  const { inbox: m, nav } = useMessages()
  const { show: state = 'open' } = useSearch({ from: '/shell/inbox' })
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(inboxQuery(state))
  const entries = data?.pages.flatMap((page) => page.data)
  const [latest] = state === 'open' ? (entries ?? []) : []
  const allDone = () => latest && void markAllDone(latest)
  useKeys({ E: () => void allDone(), u: undoLatest })
  useCommands(latest ? [{ label: m.mark_all_done, keys: '⇧ E', icon: <CheckCheck size={16} />, run: () => void allDone() }] : [])
  // What was done takes away a page before its end was seen.
  const isShort = hasNextPage && !isFetchingNextPage && entries!.length < 60
  useEffect(() => {
    if (isShort) void fetchNextPage()
  }, [isShort, fetchNextPage])
  return (
    <div className="relative flex h-full flex-col">
      <header className="flex h-13 shrink-0 items-center gap-3 border-b px-4 sm:gap-5">
        <h1 className="text-lg font-semibold max-sm:sr-only">{nav.inbox}</h1>
        <nav aria-label={nav.inbox} className="flex h-full min-w-0 gap-3.5 sm:gap-5">
          {states.map((each) => (
            <StateLink key={each} state={each} isShown={each === state} />
          ))}
        </nav>
        <div className="ml-auto flex items-center gap-1.5">
          {latest && (
            <Button size="sm" look="quiet" icon={<CheckCheck size={15} />} title="⇧E" aria-label={m.mark_all_done} onClick={allDone} className="max-md:w-8 max-md:px-0">
              <span className="max-md:hidden">{m.mark_all_done}</span>
            </Button>
          )}
          <Link to="/settings/notifications" aria-label={m.choices} title={m.choices} className="flex size-7 items-center justify-center rounded-md text-ink-soft hover:bg-hover hover:text-ink pointer-coarse:size-9">
            <Settings2 size={15} />
          </Link>
        </div>
      </header>
      {error && !entries ? (
        <Failed error={error} retry={() => void refetch()} />
      ) : !entries ? (
        <Late>
          <SkeletonRows height={44} />
        </Late>
      ) : entries.length > 0 ? (
        <InboxList key={state} state={state} lines={toLines(entries)} more={hasNextPage && !isFetchingNextPage ? () => void fetchNextPage() : undefined} />
      ) : (
        <Nothing state={state} />
      )}
    </div>
  )
}

function StateLink({ state, isShown }: { state: State; isShown: boolean }) {
  const { inbox: m } = useMessages()
  return (
    <Link
      to="/inbox"
      search={{ show: state === 'open' ? undefined : state }}
      aria-current={isShown ? 'page' : undefined}
      className={classes('flex h-full items-center border-b-2 text-sm font-medium -outline-offset-2', isShown ? 'border-accent text-ink' : 'border-transparent text-ink-faint hover:text-ink')}
    >
      {m.states[state]}
    </Link>
  )
}

function Nothing({ state }: { state: State }) {
  const { inbox: m } = useMessages()
  if (state === 'snoozed') return <Empty icon={<Clock size={20} />} title={m.none_snoozed}>{m.none_snoozed_hint}</Empty>
  if (state === 'unread') return <Empty icon={<CheckCheck size={20} />} title={m.none_unread}>{m.none_unread_hint}</Empty>
  if (state === 'done') return <Empty icon={<CheckCheck size={20} />} title={m.none_done}>{m.none_done_hint}</Empty>
  return (
    <Empty
      icon={<InboxIcon size={20} />}
      title={m.empty}
      action={
        <Link to="/settings/notifications" className={linkLook}>
          <BellRing size={14} />
          {m.choose}
        </Link>
      }
    >
      {m.empty_hint}
    </Empty>
  )
}
