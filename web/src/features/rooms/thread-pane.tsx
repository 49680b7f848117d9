// The answers to a message, beside the room in which it stands.

import { useQuery } from '@tanstack/react-query'
import { Bell, BellOff, X } from 'lucide-react'
import { useMemo, useState, type ReactNode } from 'react'
import { api, body } from '@/api/client.ts'
import { useMe } from '@/app/roles.ts'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { Avatar } from '@/ui/avatar.tsx'
import { Button } from '@/ui/button.tsx'
import { classes } from '@/ui/classes.ts'
import { Failed, Late, Skeleton } from '@/ui/states.tsx'
import { toastProblem } from '@/ui/toasts.tsx'
import { Composer } from './composer.tsx'
import { FileDrop } from './file-drop.tsx'
import { historyQuery, type History } from './history.ts'
import { MessageFiles } from './message-files.tsx'
import { MessageList } from './message-list.tsx'
import { MessageText } from './message-text.tsx'
import { usePending } from './outbox.ts'
import { markThreadRead, markThreadUnread, useReading } from './reading.ts'
import { useRoomName } from './room-name.tsx'
import type { Message, Room } from './rooms-queries.ts'
import { dropThreads, followingQuery, putThread, threadRootQuery, threadsQuery, type FollowedThread } from './threads.ts'

interface Props {
  room: Room
  threadId: string
  /** What a link led to. */
  target?: string
  /** It stands in the place of its room, and not beside it. */
  fills?: boolean
  hasKeys?: boolean
  /** For whoever is not in the room, instead of where one writes. */
  outside?: ReactNode
  onClose(): void
}

export function ThreadPane({ room, threadId, target, fills, hasKeys = true, outside, onClose }: Props) {
  const { rooms: m, actions } = useMessages()
  const name = useRoomName(room)
  const root = useQuery(threadRootQuery(threadId))
  const replies = useQuery(historyQuery({ room_id: room.id, thread_id: threadId }))
  useQuery(followingQuery(threadId))
  const { data: following } = useQuery({ ...threadsQuery, select: (threads) => threads.find(({ thread_id }) => thread_id === threadId) })
  const error = root.error ?? replies.error
  return (
    <aside aria-label={m.thread} className={classes('flex min-w-0 flex-col', fills ? 'min-h-0 flex-1' : 'h-full max-xl:flex-1 xl:w-104 xl:shrink-0 xl:border-l')}>
      <header className="flex h-12 shrink-0 items-center gap-2 border-b pr-2 pl-4">
        <h2 className="font-semibold">{m.thread}</h2>
        <span className="min-w-0 flex-1 truncate text-sm text-ink-faint">{name}</span>
        {room.membership && <Follow threadId={threadId} following={following} />}
        <Button size="sm" look="quiet" aria-label={actions.close} icon={<X size={16} />} onClick={onClose} />
      </header>
      {error && !(root.data && replies.data) && <Failed error={error} retry={() => void Promise.all([root.refetch(), replies.refetch()])} />}
      {root.data && replies.data ? (
        <Replies room={room} root={root.data} history={replies.data} following={following} target={target} hasKeys={hasKeys} outside={outside} onClose={onClose} />
      ) : (
        !error && (
          <Late>
            <Skeleton className="m-4 h-24" />
          </Late>
        )
      )}
    </aside>
  )
}

interface RepliesProps {
  room: Room
  root: Message
  history: History
  following?: FollowedThread
  target?: string
  hasKeys: boolean
  outside?: ReactNode
  onClose(): void
}

function Replies({ room, root, history, following, target, hasKeys, outside, onClose }: RepliesProps) {
  const { rooms: m } = useMessages()
  const me = useMe().user?.id
  const spot = useMemo(() => ({ room_id: room.id, thread_id: root.id }), [room.id, root.id])
  const pending = usePending(spot)
  const [atEnd, setAtEnd] = useState(false)
  const [editing, setEditing] = useState<string>()
  const seq = history.messages.at(-1)?.seq ?? 0
  const { line, setLine, hold } = useReading({ counts: following, seq, atEnd, mark: (read) => void markThreadRead(root.id, read) })
  const sent = () => {
    hold(false)
    setLine(undefined)
  }
  const editLast = () => setEditing(history.messages.findLast(({ author, deleted_at }) => author.id === me && !deleted_at)?.id)
  const isOpen = room.membership !== null && room.archived_at === null
  return (
    <FileDrop spot={spot} name={m.thread} open={isOpen}>
      <MessageList
        room={room}
        spot={spot}
        history={history}
        beginning={<Root message={root} />}
        pending={pending}
        unread={following?.unread_count}
        line={line}
        target={target === root.id ? undefined : target}
        editing={editing}
        onEdit={setEditing}
        atEnd={atEnd}
        onAtEnd={setAtEnd}
        onUnreadFrom={({ seq: from }) => {
          hold(true)
          setLine(from - 1)
          void markThreadUnread(root.id, from)
        }}
        hasKeys={hasKeys}
        onEscape={onClose}
      />
      {isOpen ? (
        <Composer room={room} spot={spot} hasKeys={hasKeys} onSent={sent} onEscape={onClose} onEditLast={editLast} />
      ) : (
        (outside ?? <p className="px-4 pb-4 text-sm text-ink-soft">{room.archived_at ? m.is_archived : m.not_in}</p>)
      )}
    </FileDrop>
  )
}

function Root({ message }: { message: Message }) {
  const { rooms: m, retention } = useMessages()
  const { moment } = useFormats()
  const name = message.author.name ?? m.somebody
  return (
    <div className="mx-3 mb-2 border-b pt-4 pb-4 md:mx-5">
      <header className="mb-1.5 flex items-center gap-2.5">
        <Avatar name={name} size="md" />
        <div>
          <p className="leading-5 font-semibold">{name}</p>
          <time dateTime={message.created_at} className="block text-xs text-ink-faint">
            {moment(message.created_at)}
          </time>
        </div>
      </header>
      {message.deleted_at ? <p className="text-sm text-ink-faint">{message.author.kind === 'system' ? retention.expired : m.was_removed(name)}</p> : <MessageText message={message} />}
      <MessageFiles files={message.files} />
    </div>
  )
}

function Follow({ threadId, following }: { threadId: string; following?: FollowedThread }) {
  const { rooms: m } = useMessages()
  const params = { path: { id: threadId } }
  const turn = async () => {
    try {
      if (!following) return putThread(await body(api.PUT('/messages/{id}/following', { params })))
      await api.DELETE('/messages/{id}/following', { params })
      dropThreads(({ thread_id }) => thread_id === threadId)
    } catch (error) {
      toastProblem(error)
    }
  }
  const label = following ? m.unfollow : m.follow
  return <Button size="sm" look="quiet" aria-pressed={following !== undefined} aria-label={label} title={label} icon={following ? <Bell size={15} className="text-accent" /> : <BellOff size={15} />} onClick={() => void turn()} />
}
