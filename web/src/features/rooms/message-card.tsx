// A message out of its room: where it was said, by whom and when; it leads there.

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useMe } from '@/app/roles.ts'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { Avatar } from '@/ui/avatar.tsx'
import { nameOfRoom, RoomIcon } from './room-name.tsx'
import { roomQuery, roomsQuery, type Message, type Room } from './rooms-queries.ts'

/** A line of a list, which is divided by hairlines. */
export const cardLook = 'block px-3 py-3 -outline-offset-2 hover:bg-hover'

interface Props {
  message: Message
  /** What is shown of it. */
  children: ReactNode
}

export function MessageCard({ message, children }: Props) {
  const { rooms: m } = useMessages()
  const { when } = useFormats()
  const { id, room_id, thread_id, author, created_at } = message
  const name = author.name ?? m.somebody
  return (
    <Link to="/rooms/$id" params={{ id: room_id }} search={{ message: id, thread: thread_id ?? undefined }} className={cardLook}>
      <p className="flex items-center gap-2 text-xs text-ink-faint">
        <RoomLine id={room_id} />
        {thread_id && <span className="shrink-0">· {m.thread}</span>}
        <time dateTime={created_at} className="ml-auto shrink-0">
          {when(created_at)}
        </time>
      </p>
      <div className="mt-1.5 flex items-baseline gap-2">
        <span className="shrink-0 self-start">
          <Avatar name={name} />
        </span>
        <p className="line-clamp-3 min-w-0 wrap-anywhere">
          <span className="font-semibold">{name}</span> {message.deleted_at ? m.was_removed(name) : children}
        </p>
      </div>
    </Link>
  )
}

/** What a room is called, also one that somebody is not in. */
export function RoomLine({ id }: { id: string }) {
  const { rooms: m } = useMessages()
  const me = useMe().user?.id
  const room = useRoom(id)
  if (!room) return null
  return (
    <span className="flex min-w-0 items-center gap-1.5 font-medium">
      <span className="shrink-0">
        <RoomIcon room={room} size={13} />
      </span>
      <span className="truncate">{nameOfRoom(room, me, m.nobody)}</span>
    </span>
  )
}

function useRoom(id: string): Room | undefined {
  const own = useQuery({ ...roomsQuery, select: (rooms) => rooms.find((room) => room.id === id) })
  const other = useQuery({ ...roomQuery(id), enabled: own.isSuccess && !own.data, staleTime: 60_000 })
  return own.data ?? other.data
}
