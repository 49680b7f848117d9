// The rooms that somebody is in, beside the one that is open.

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { BellOff, Compass, Hash, MessageSquareText, Pencil, Plus } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useEffect, useRef } from 'react'
import { useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { classes } from '@/ui/classes.ts'
import { MenuItem, menuLook } from '@/ui/menu.tsx'
import { Failed, Late, SkeletonRows } from '@/ui/states.tsx'
import { historyQuery } from './history.ts'
import { RoomIcon, useRoomName } from './room-name.tsx'
import { concerning, inOrder, isMuted } from './room-order.ts'
import { roomsQuery, type Room } from './rooms-queries.ts'
import { threadsQuery, unreadAnswers } from './threads.ts'
import { UnreadBadge } from './unread-badge.tsx'

interface Props {
  onNew(dialog: 'channel' | 'message' | 'browse'): void
}

/** So many are read ahead: switching to them takes no time. */
const ahead = 8

export function RoomList({ onNew }: Props) {
  const { rooms: m } = useMessages()
  const { data: rooms, error, refetch } = useQuery(roomsQuery)
  useReadAhead(rooms)
  const { channels, direct } = inOrder(rooms ?? [])
  return (
    <>
      <header className="flex h-12 shrink-0 items-center justify-between pr-2 pl-4">
        <h2 className="text-lg font-semibold">{m.title}</h2>
        <div className="flex gap-0.5">
          <Button size="sm" look="quiet" aria-label={m.browse} title={m.browse} icon={<Compass size={16} />} onClick={() => onNew('browse')} />
          <DropdownMenu.Root>
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
          </DropdownMenu.Root>
        </div>
      </header>
      <nav aria-label={m.title} className="min-h-0 flex-1 overflow-y-auto px-2 pb-3">
        {error && !rooms && <Failed error={error} retry={() => void refetch()} />}
        {!rooms && !error && (
          <Late>
            <SkeletonRows rows={8} height={36} />
          </Late>
        )}
        {rooms && (
          <>
            <ThreadsLink />
            <Section title={m.channels} rooms={channels} empty={m.no_channels} onEmpty={() => onNew('browse')} />
            <Section title={m.direct} rooms={direct} empty={m.no_direct} onEmpty={() => onNew('message')} />
          </>
        )}
      </nav>
    </>
  )
}

function ThreadsLink() {
  const { rooms: m } = useMessages()
  const { data: unread = 0 } = useQuery({ ...threadsQuery, select: unreadAnswers })
  return (
    <Link to="/rooms/threads" className={classes(linkLook, 'mb-3', unread > 0 && 'font-semibold text-ink')}>
      <span className="flex w-6 shrink-0 justify-center">
        <MessageSquareText size={15} />
      </span>
      <span className="flex-1">{m.threads}</span>
      <UnreadBadge concerning={unread} unread={unread} />
    </Link>
  )
}

const linkLook = 'flex h-8 items-center gap-2 rounded-md px-2 text-sm text-ink-soft hover:bg-hover hover:text-ink max-lg:h-11 max-lg:text-base data-[status=active]:bg-selected data-[status=active]:text-ink'

function Section({ title, rooms, empty, onEmpty }: { title: string; rooms: Room[]; empty: string; onEmpty(): void }) {
  return (
    <section className="mb-4">
      <h3 className="px-2 py-1.5 text-xs font-semibold text-ink-faint">{title}</h3>
      {rooms.length === 0 && (
        <button type="button" className="w-full rounded-md px-2 py-1.5 text-left text-sm text-ink-faint hover:bg-hover hover:text-ink" onClick={onEmpty}>
          {empty}
        </button>
      )}
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-px">
        {rooms.map((room) => (
          <li key={room.id}>
            <RoomLink room={room} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function RoomLink({ room }: { room: Room }) {
  const { rooms: m } = useMessages()
  const client = useQueryClient()
  const name = useRoomName(room)
  const muted = isMuted(room)
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
      <span className="min-w-0 flex-1 truncate">{name}</span>
      {muted && <BellOff size={13} aria-label={m.muted} className="shrink-0" />}
      <UnreadBadge concerning={concerning(room)} unread={unread} quiet={muted} />
    </Link>
  )
}

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
