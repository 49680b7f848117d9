// The rooms that somebody is in, beside the one that is open.

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { AlarmClock, BellOff, Bookmark, Compass, Hash, MessageSquareText, Pencil, PenLine, Plus, TextSearch } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { memo, useEffect, useRef, useState, type ReactNode } from 'react'
import { GuestNotice } from '@/app/guest-notice.tsx'
import { isAtLeast, useMe } from '@/app/roles.ts'
import { StatusEmoji } from '@/features/presence/marks.tsx'
import { useMessages } from '@/messages/messages.tsx'
import { useTalkMessages } from '@/messages/talk.ts'
import { Button } from '@/ui/button.tsx'
import { classes } from '@/ui/classes.ts'
import { MenuItem, menuLook } from '@/ui/menu.tsx'
import { useScrollerName } from '@/ui/scroller-name.ts'
import { Failed, Late, SkeletonRows } from '@/ui/states.tsx'
import { useDrafts } from './drafts.ts'
import { historyQuery } from './history.ts'
import { countDue, remindersQuery } from './later/reminders.ts'
import { countUnsent, scheduledQuery } from './later/scheduled.ts'
import { RoomIcon, useCounterpart, useRoomName } from './room-name.tsx'
import { concerning, inOrder, isMuted } from './room-order.ts'
import { roomsQuery, type Room } from './rooms-queries.ts'
import { threadsQuery, unreadAnswers } from './threads.ts'
import { TypingMark } from './typing-line.tsx'
import { UnreadBadge } from './unread-badge.tsx'

interface Props {
  onNew(dialog: 'channel' | 'message' | 'browse'): void
}

/** So many are read ahead: switching to them takes no time. */
const ahead = 8
/** Of direct rooms, the latest. */
const fewDirect = 20

export function RoomList({ onNew }: Props) {
  const scroller = useScrollerName('rooms')
  const { rooms: m, message_search } = useMessages()
  const { data: rooms, error, refetch } = useQuery(roomsQuery)
  useReadAhead(rooms)
  const isGuest = !isAtLeast(useMe().role, 'member')
  const { channels, direct } = inOrder(rooms ?? [])
  const drafts = useDrafts()
  const begun = new Set(drafts.map(({ room_id }) => room_id))
  return (
    <>
      <header className="flex h-12 shrink-0 items-center justify-between pr-2 pl-4">
        <h2 className="text-lg font-semibold">{m.title}</h2>
        <div className="flex gap-0.5">
          <Link to="/rooms/search" aria-label={message_search.title} title={message_search.title} className="flex size-7 items-center justify-center rounded-md text-ink-soft hover:bg-hover hover:text-ink pointer-coarse:size-9">
            <TextSearch size={16} />
          </Link>
          {!isGuest && <Button size="sm" look="quiet" aria-label={m.browse} title={m.browse} icon={<Compass size={16} />} onClick={() => onNew('browse')} />}
          {!isGuest && <DropdownMenu.Root>
            <DropdownMenu.Trigger asChild>
              <Button size="sm" look="quiet" aria-label={m.new} title={m.new} icon={<Plus size={16} />} />
            </DropdownMenu.Trigger>
            <DropdownMenu.Portal>
              <DropdownMenu.Content align="end" sideOffset={6} className={menuLook}>
                <MenuItem icon={<Pencil size={15} />} onSelect={() => onNew('message')}>
                  {m.new_message}
                </MenuItem>
                <MenuItem icon={<Hash size={15} />} onSelect={() => onNew('channel')}>
                  {m.new_channel}
                </MenuItem>
              </DropdownMenu.Content>
            </DropdownMenu.Portal>
          </DropdownMenu.Root>}
        </div>
      </header>
      <nav {...scroller} aria-label={m.title} className="min-h-0 flex-1 overflow-y-auto px-2 pb-3">
        {error && !rooms && <Failed error={error} retry={() => void refetch()} />}
        {!rooms && !error && (
          <Late>
            <SkeletonRows rows={8} height={36} />
          </Late>
        )}
        {rooms?.length === 0 && isGuest && <div className="lg:hidden"><GuestNotice /></div>}
        {rooms && !(isGuest && rooms.length === 0) && (
          <>
            <OwnLinks drafts={drafts.length} />
            {(!isGuest || channels.length > 0) && <Section title={m.channels} rooms={channels} begun={begun} empty={m.no_channels} onEmpty={() => onNew('browse')} />}
            {(!isGuest || direct.length > 0) && <Section title={m.direct} rooms={direct} most={fewDirect} begun={begun} empty={m.no_direct} onEmpty={() => onNew('message')} />}
          </>
        )}
      </nav>
    </>
  )
}

/** What is one's own in all of them. */
function OwnLinks({ drafts }: { drafts: number }) {
  const { rooms: m, drafts: written, bookmarks, later } = useMessages()
  const { data: unread = 0 } = useQuery({ ...threadsQuery, select: unreadAnswers })
  const { data: reminded = 0 } = useQuery({ ...remindersQuery, select: countDue })
  const { data: unsent = 0 } = useQuery({ ...scheduledQuery, select: countUnsent })
  const due = reminded + unsent
  return (
    <ul className="mb-3 grid gap-px">
      <OwnLink to="/rooms/threads" icon={<MessageSquareText size={15} />} strong={unread > 0} end={<UnreadBadge concerning={unread} unread={unread} />}>
        {m.threads}
      </OwnLink>
      <OwnLink to="/rooms/later" icon={<AlarmClock size={15} />} strong={due > 0} end={due > 0 && <span role="img" aria-label={later.due(due)} className="flex h-4.5 min-w-4.5 items-center justify-center rounded-full bg-accent px-1.5 text-[11px] font-semibold text-on-accent tabular-nums">{due}</span>}>
        {later.title}
      </OwnLink>
      <OwnLink to="/rooms/bookmarks" icon={<Bookmark size={15} />}>
        {bookmarks.title}
      </OwnLink>
      {drafts > 0 && (
        <OwnLink to="/rooms/drafts" icon={<PenLine size={15} />} end={<span className="px-1.5 text-[11px] font-semibold tabular-nums">{drafts}</span>}>
          {written.title}
        </OwnLink>
      )}
    </ul>
  )
}

interface OwnLinkProps {
  to: '/rooms/threads' | '/rooms/later' | '/rooms/bookmarks' | '/rooms/drafts'
  icon: ReactNode
  strong?: boolean
  end?: ReactNode
  children: ReactNode
}

function OwnLink({ to, icon, strong, end, children }: OwnLinkProps) {
  return (
    <li>
      <Link to={to} className={classes(linkLook, strong && 'font-semibold text-ink')}>
        <span className="flex w-6 shrink-0 justify-center">{icon}</span>
        <span className="flex-1">{children}</span>
        {end}
      </Link>
    </li>
  )
}

const linkLook = 'flex h-8 items-center gap-2 rounded-md px-2 text-sm text-ink-soft hover:bg-hover hover:text-ink max-lg:h-11 max-lg:text-base data-[status=active]:bg-selected data-[status=active]:text-ink'

interface SectionProps {
  title: string
  rooms: Room[]
  /** More are shown on asking; but for those that are unread, begun or open. */
  most?: number
  begun: Set<string>
  empty: string
  onEmpty(): void
}

function Section({ title, rooms, most = Infinity, begun, empty, onEmpty }: SectionProps) {
  const { talk } = useTalkMessages()
  const { id: open } = useParams({ strict: false })
  const [all, setAll] = useState(false)
  const isWanted = ({ id, membership }: Room) => id === open || begun.has(id) || (membership?.unread_count ?? 0) > 0
  const shown = all ? rooms : rooms.filter((room, place) => place < most || isWanted(room))
  return (
    <section className="mb-4">
      <h3 className="px-2 py-1.5 text-xs font-semibold text-ink-faint">{title}</h3>
      {rooms.length === 0 && (
        <button type="button" className="w-full rounded-md px-2 py-1.5 text-left text-sm text-ink-faint hover:bg-hover hover:text-ink" onClick={onEmpty}>
          {empty}
        </button>
      )}
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-px">
        {shown.map((room) => (
          <li key={room.id}>
            <RoomLink room={room} muted={isMuted(room)} hasDraft={begun.has(room.id)} />
          </li>
        ))}
      </ul>
      {shown.length < rooms.length && (
        <button type="button" className="w-full rounded-md px-2 py-1.5 text-left text-sm text-ink-faint hover:bg-hover hover:text-ink" onClick={() => setAll(true)}>
          {talk.show_all(rooms.length)}
        </button>
      )}
    </section>
  )
}

/** Drawn anew when it is another: each message changes one of hundreds. */
const RoomLink = memo(function RoomLink({ room, muted, hasDraft }: { room: Room; muted: boolean; hasDraft: boolean }) {
  const { rooms: m, drafts } = useMessages()
  const client = useQueryClient()
  const name = useRoomName(room)
  const counterpart = useCounterpart(room)
  const unread = room.membership?.unread_count ?? 0
  const prefetch = () => void client.prefetchQuery(historyQuery({ room_id: room.id, thread_id: null }))
  return (
    <Link
      to="/rooms/$id"
      params={{ id: room.id }}
      onPointerEnter={prefetch}
      onFocus={prefetch}
      className={classes(
        linkLook,
        unread > 0 && !muted && 'font-semibold text-ink',
        muted && 'text-ink-faint',
      )}
    >
      <span className="flex w-6 shrink-0 justify-center">
        <RoomIcon room={room} />
      </span>
      <span className="flex min-w-0 flex-1 gap-1.5">
        <span className="truncate">{name}</span>
        <StatusEmoji userId={counterpart} />
        {room.kind === 'direct' && <TypingMark room={room} />}
      </span>
      {hasDraft && <PenLine size={13} aria-label={drafts.mark} className="shrink-0 text-ink-faint" />}
      {muted && <BellOff size={13} aria-label={m.muted} className="shrink-0" />}
      <UnreadBadge concerning={concerning(room)} unread={unread} quiet={muted} />
    </Link>
  )
})

/** What is unread, and what was talked in last, once there is time. */
function useReadAhead(rooms: Room[] | undefined) {
  const client = useQueryClient()
  const done = useRef(false)
  useEffect(() => {
    if (!rooms || done.current) return
    done.current = true
    const at = ({ last_message }: Room) => last_message?.created_at ?? ''
    const wanted = rooms.toSorted((one, other) => Number((other.membership?.unread_count ?? 0) > 0) - Number((one.membership?.unread_count ?? 0) > 0) || at(other).localeCompare(at(one)))
    const whenIdle = window.requestIdleCallback ?? setTimeout
    whenIdle(async () => {
      for (const { id } of wanted.slice(0, ahead)) await client.prefetchQuery(historyQuery({ room_id: id, thread_id: null }))
    })
  }, [rooms, client])
}
