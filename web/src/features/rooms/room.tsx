// A room: its head, what was said, and what is said next.

import { useQuery } from '@tanstack/react-query'
import { Navigate, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { MessagesSquare } from 'lucide-react'
import { useMemo, useState } from 'react'
import { GuestNotice } from '@/app/guest-notice.tsx'
import { keepText } from '@/app/kept.ts'
import { personalKey } from '@/app/personal-key.ts'
import { useMe } from '@/app/roles.ts'
import { useTitle } from '@/app/title.ts'
import { useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { classes } from '@/ui/classes.ts'
import { useFoot } from '@/ui/foot.ts'
import { Empty, Failed, Late, Skeleton } from '@/ui/states.tsx'
import { toastProblem } from '@/ui/toasts.tsx'
import { Composer } from './composer.tsx'
import { FileDrop } from './file-drop.tsx'
import { historyQuery, type History } from './history.ts'
import { MessageList } from './message-list.tsx'
import { usePending } from './outbox.ts'
import { markRead, markUnread, useReading } from './reading.ts'
import { joinRoom } from './room-actions.ts'
import { RoomBeginning } from './room-beginning.tsx'
import { RoomHeader } from './room-header.tsx'
import { useRoomName } from './room-name.tsx'
import { roomQuery, roomsQuery, type Message, type Room as Entry } from './rooms-queries.ts'
import { ThreadPane } from './thread-pane.tsx'

export function RoomPage() {
  const { id } = useParams({ from: '/shell/rooms/$id' })
  const own = useQuery({ ...roomsQuery, select: (rooms) => rooms.find((room) => room.id === id) })
  const other = useQuery({ ...roomQuery(id), enabled: own.isSuccess && !own.data })
  // Of a room that one is not in nobody tells what is said meanwhile.
  const history = useQuery({ ...historyQuery({ room_id: id, thread_id: null }), staleTime: own.data ? Infinity : 0 })
  const room = own.data ?? other.data
  const error = own.error ?? other.error ?? history.error
  const retry = () => void Promise.all([own, other, history].flatMap((query) => (query.error ? query.refetch() : [])))
  if (error && !(room && history.data)) return <Failed error={error} retry={retry} />
  if (!room) return null
  if (room.kind === 'task') return <ToTask id={room.task_id!} />
  return <OneRoom key={id} room={room} history={history.data} />
}

/** Comments are read beside their task. */
function ToTask({ id }: { id: string }) {
  const { message, thread } = useSearch({ from: '/shell/rooms/$id' })
  return <Navigate to="/tasks/$id" params={{ id }} search={{ show: 'all', tab: 'comments', message, thread }} replace />
}

function OneRoom({ room, history }: { room: Entry; history?: History }) {
  useTitle(useRoomName(room))
  useVisitedRoom(room.id)
  const navigate = useNavigate()
  const { thread, message } = useSearch({ from: '/shell/rooms/$id' })
  const open = (id?: string) => void navigate({ to: '/rooms/$id', params: { id: room.id }, search: id ? { thread: id } : {} })
  return (
    <>
      <section className={classes('flex h-full min-w-0 flex-1 flex-col', thread && 'max-xl:hidden')}>
        <RoomHeader room={room} />
        {history ? <Conversation room={room} history={history} target={thread ?? message} hasKeys={!thread} onReply={({ id }) => open(id)} /> : <Waiting />}
      </section>
      {thread && <ThreadPane key={thread} room={room} threadId={thread} target={message} onClose={() => open()} />}
    </>
  )
}

interface ConversationProps {
  room: Entry
  history: History
  /** What a link led to. */
  target?: string
  hasKeys: boolean
  onReply(message: Message): void
}

function Conversation({ room, history, target, hasKeys, onReply }: ConversationProps) {
  const me = useMe().user?.id
  const spot = useMemo(() => ({ room_id: room.id, thread_id: null }), [room.id])
  const name = useRoomName(room)
  const pending = usePending(spot)
  const [atEnd, setAtEnd] = useState(false)
  const [editing, setEditing] = useState<string>()
  const seq = history.messages.at(-1)?.seq ?? 0
  const { line, setLine, hold } = useReading({ counts: room.membership ?? undefined, seq, atEnd, mark: (read) => void markRead(room.id, read) })
  const readAll = () => {
    hold(false)
    setLine(undefined)
    void markRead(room.id, room.last_seq)
  }
  const editLast = () => setEditing(history.messages.findLast(({ author, deleted_at }) => author.id === me && !deleted_at)?.id)
  const isOpen = room.membership !== null && room.archived_at === null
  return (
    <FileDrop spot={spot} name={name} open={isOpen}>
      <MessageList
        room={room}
        spot={spot}
        history={history}
        beginning={<RoomBeginning room={room} />}
        pending={pending}
        unread={room.membership?.unread_count}
        line={line}
        target={target}
        editing={editing}
        onEdit={setEditing}
        atEnd={atEnd}
        onAtEnd={setAtEnd}
        onUnreadFrom={({ seq }) => {
          hold(true)
          setLine(seq - 1)
          void markUnread(room.id, seq)
        }}
        onReply={onReply}
        hasKeys={hasKeys}
        onEscape={readAll}
      />
      {isOpen ? <Composer room={room} spot={spot} hasKeys={hasKeys} onSent={readAll} onEscape={readAll} onEditLast={editLast} /> : <Outside room={room} />}
    </FileDrop>
  )
}

/** Instead of a place to write. */
function Outside({ room }: { room: Entry }) {
  useFoot()
  const { rooms: m } = useMessages()
  const join = async () => {
    try {
      await joinRoom(room.id)
    } catch (error) {
      toastProblem(error)
    }
  }
  return (
    <div className="mx-3 mb-3 flex min-h-12 shrink-0 items-center justify-between gap-3 rounded-lg bg-canvas px-4 text-sm text-ink-soft ring-1 ring-line ring-inset md:mx-5 md:mb-4">
      {room.archived_at ? m.is_archived : m.not_in}
      {!room.archived_at && (
        <Button look="primary" size="sm" onClick={() => void join()}>
          {m.join}
        </Button>
      )}
    </div>
  )
}

function Waiting() {
  return (
    <div className="flex min-h-0 flex-1 flex-col justify-end gap-4 overflow-hidden px-5 pb-24">
      <Late>
        {['w-2/3', 'w-1/2', 'w-3/4', 'w-2/5', 'w-3/5'].map((width) => (
          <div key={width} className="flex gap-3">
            <Skeleton className="size-8 shrink-0 rounded-full!" />
            <div className="grid flex-1 gap-2">
              <Skeleton className="h-3.5 w-32" />
              <Skeleton className={`h-3.5 ${width}`} />
            </div>
          </div>
        ))}
      </Late>
    </div>
  )
}

/** Where no room is chosen, beside the list. */
export function NoRoom() {
  const { rooms: m } = useMessages()
  const isGuest = useMe().role === 'guest'
  const { data: rooms } = useQuery(roomsQuery)
  return (
    <div className="flex flex-1 items-center justify-center max-lg:hidden">
      {isGuest && rooms?.length === 0 ? (
        <GuestNotice />
      ) : (
        <Empty icon={<MessagesSquare size={20} />} title={m.none_chosen}>
          {isGuest ? undefined : m.none_chosen_hint}
        </Empty>
      )}
    </div>
  )
}

/** The one to come back to. */
export function visitedRoom(): string | null {
  return localStorage.getItem(personalKey('room'))
}

function useVisitedRoom(id: string) {
  const key = personalKey('room')
  if (localStorage.getItem(key) !== id) keepText(key, id)
}
