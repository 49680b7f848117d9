// The threads that somebody follows, wherever they are: the latest answers first.

import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ArrowLeft, MessagesSquare } from 'lucide-react'
import { useMe } from '@/app/roles.ts'
import { useTitle } from '@/app/title.ts'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { Avatar } from '@/ui/avatar.tsx'
import { Button } from '@/ui/button.tsx'
import { Empty, Failed, Late, SkeletonRows } from '@/ui/states.tsx'
import type { Schemas } from '@/api/client.ts'
import { nameOfRoom } from './room-name.tsx'
import { roomsQuery } from './rooms-queries.ts'
import { threadListQuery } from './threads.ts'
import { UnreadBadge } from './unread-badge.tsx'

export function ThreadsPage() {
  const { rooms: m, settings } = useMessages()
  useTitle(m.threads)
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(threadListQuery)
  const threads = data?.pages.flatMap((page) => page.data)
  return (
    <section className="flex h-full min-w-0 flex-1 flex-col">
      <header className="flex h-12 shrink-0 items-center gap-2 border-b px-3 md:px-5">
        <Link to="/rooms" search={{ list: true }} aria-label={m.back} className="-ml-1 flex size-8 shrink-0 items-center justify-center rounded-md text-ink-soft hover:bg-hover lg:hidden">
          <ArrowLeft size={18} />
        </Link>
        <h1 className="text-lg font-semibold">{m.threads}</h1>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto px-3 py-3 md:px-5">
        {error && !threads && <Failed error={error} retry={() => void refetch()} />}
        {!threads && !error && (
          <Late>
            <SkeletonRows rows={6} height={72} />
          </Late>
        )}
        {threads?.length === 0 && (
          <Empty icon={<MessagesSquare size={20} />} title={m.no_threads}>
            {m.no_threads_hint}
          </Empty>
        )}
        <ul className="grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-2">
          {threads?.map((thread) => (
            <li key={thread.message.id}>
              <OneThread thread={thread} />
            </li>
          ))}
        </ul>
        {hasNextPage && (
          <div className="flex justify-center py-3">
            <Button look="quiet" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {settings.show_more}
            </Button>
          </div>
        )}
      </div>
    </section>
  )
}

function OneThread({ thread: { message, last_reply, following } }: { thread: Schemas['ThreadEntry'] }) {
  const { rooms: m } = useMessages()
  const { when } = useFormats()
  const me = useMe().user?.id
  const { data: room } = useQuery({ ...roomsQuery, select: (rooms) => rooms.find(({ id }) => id === message.room_id) })
  return (
    <Link
      to="/rooms/$id"
      params={{ id: message.room_id }}
      search={{ thread: message.id }}
      className="block rounded-lg px-4 py-3 ring-1 ring-line ring-inset hover:bg-hover"
    >
      <p className="flex items-center gap-2 text-xs text-ink-faint">
        <span className="truncate font-medium">{room ? nameOfRoom(room, me, m.nobody) : ''}</span>
        <span className="ml-auto shrink-0">{m.replies(message.thread?.reply_count ?? 0)}</span>
        <UnreadBadge concerning={following.unread_count} unread={following.unread_count} />
      </p>
      <p className="mt-1 truncate">
        <span className="font-semibold">{message.author.name ?? m.somebody}</span> {message.deleted_at ? m.was_removed(message.author.name ?? m.somebody) : message.snippet}
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
