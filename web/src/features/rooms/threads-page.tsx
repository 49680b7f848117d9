// The threads that somebody follows, wherever they are: the latest answers first.

import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { MessagesSquare } from 'lucide-react'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { Avatar } from '@/ui/avatar.tsx'
import { Empty } from '@/ui/states.tsx'
import type { Schemas } from '@/api/client.ts'
import { cardLook, RoomLine } from './message-card.tsx'
import { Listed, listingOf, RoomsPage } from './rooms-page.tsx'
import { threadListQuery } from './threads.ts'
import { UnreadBadge } from './unread-badge.tsx'

export function ThreadsPage() {
  const { rooms: m } = useMessages()
  const threads = useInfiniteQuery(threadListQuery)
  return (
    <RoomsPage title={m.threads}>
      <Listed list={listingOf(threads)} idOf={({ message }) => message.id} empty={<Empty icon={<MessagesSquare size={20} />} title={m.no_threads}>{m.no_threads_hint}</Empty>}>
        {(thread) => <OneThread thread={thread} />}
      </Listed>
    </RoomsPage>
  )
}

function OneThread({ thread: { message, last_reply, following } }: { thread: Schemas['ThreadEntry'] }) {
  const { rooms: m } = useMessages()
  const { when } = useFormats()
  return (
    <Link
      to="/rooms/$id"
      params={{ id: message.room_id }}
      search={{ thread: message.id }}
      className={cardLook}
    >
      <p className="flex items-center gap-2 text-xs text-ink-faint">
        <RoomLine id={message.room_id} />
        <span className="ml-auto shrink-0">{m.replies(message.thread?.reply_count ?? 0)}</span>
        <UnreadBadge concerning={following.unread_count} unread={following.unread_count} />
      </p>
      <p className="mt-1 truncate">
        {message.deleted_at ? m.was_removed(message.author.name ?? m.somebody) : <><span className="font-semibold">{message.author.name ?? m.somebody}</span> {message.snippet}</>}
      </p>
      {last_reply && (
        <p className="mt-1.5 flex items-center gap-2 text-sm text-ink-soft">
          <Avatar name={last_reply.author.name ?? m.somebody} />
          <span className="min-w-0 flex-1 truncate">{last_reply.deleted_at ? m.was_removed(last_reply.author.name ?? m.somebody) : last_reply.snippet}</span>
          <time dateTime={last_reply.created_at} className="shrink-0 text-xs text-ink-faint">
            {when(last_reply.created_at)}
          </time>
        </p>
      )}
    </Link>
  )
}
