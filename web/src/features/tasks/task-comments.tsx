// What is said about a task: a room like any other, made when somebody first has something to say.

import { useMutation, useQuery } from '@tanstack/react-query'
import { MessageSquare } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { api, body } from '@/api/client.ts'
import { useMe } from '@/app/roles.ts'
import { Composer } from '@/features/rooms/composer.tsx'
import { historyQuery, type History } from '@/features/rooms/history.ts'
import { MessageList } from '@/features/rooms/message-list.tsx'
import { usePending } from '@/features/rooms/outbox.ts'
import { markRead, markUnread, useReading } from '@/features/rooms/reading.ts'
import { putRoom, roomQuery, type Room } from '@/features/rooms/rooms-queries.ts'
import { ThreadPane } from '@/features/rooms/thread-pane.tsx'
import { threadRootQuery } from '@/features/rooms/threads.ts'
import { useTaskMessages } from '@/messages/tasks.ts'
import { Button } from '@/ui/button.tsx'
import { Empty, Failed, Late, Skeleton } from '@/ui/states.tsx'
import { toastProblem } from '@/ui/toasts.tsx'
import type { Task } from './tasks-queries.ts'

interface Props {
  task: Task
  /** What a link led to. */
  target?: string
  /** The comment whose answers are read. */
  thread?: string
  onThread(id: string | undefined): void
  onEscape(): void
}

export function TaskComments(props: Props) {
  const { task } = props
  const room = useQuery({ ...roomQuery(task.comments_room_id ?? ''), enabled: task.comments_room_id !== null, staleTime: Infinity })
  const history = useQuery({ ...historyQuery({ room_id: task.comments_room_id ?? '', thread_id: null }), enabled: task.comments_room_id !== null })
  if (task.comments_room_id === null) return <Beginning task={task} />
  const error = room.error ?? history.error
  if (error && !(room.data && history.data)) return <Failed error={error} retry={() => void Promise.all([room.refetch(), history.refetch()])} />
  if (!room.data || !history.data) {
    return (
      <Late>
        <Skeleton className="m-4 h-24" />
      </Late>
    )
  }
  return props.thread ? (
    <Answers key={props.thread} {...props} threadId={props.thread} room={room.data} />
  ) : (
    <Comments key={room.data.id} {...props} room={room.data} history={history.data} />
  )
}

/** Who wants to say something is in the room from then on, and told of what others say. */
function useEnter(task: Task) {
  const { mutate, isPending } = useMutation({
    mutationFn: () => body(api.PUT('/tasks/{id}/room', { params: { path: { id: task.id } } })),
    onSuccess: putRoom,
    onError: toastProblem,
  })
  return { enter: () => mutate(), isPending }
}

function Beginning({ task }: { task: Task }) {
  const { tasks: m } = useTaskMessages()
  const { enter, isPending } = useEnter(task)
  return (
    <Empty icon={<MessageSquare size={20} />} title={m.no_comments} action={<Button look="primary" disabled={isPending} onClick={enter}>{m.comment}</Button>}>
      {m.no_comments_hint}
    </Empty>
  )
}

/** To a comment, in its place. */
function Answers({ task, room, threadId, target, onThread }: Props & { room: Room; threadId: string }) {
  // Whoever goes from task to task takes what the address says along.
  const { data: root } = useQuery(threadRootQuery(threadId))
  const isElsewhere = root !== undefined && root.room_id !== room.id
  useEffect(() => {
    if (isElsewhere) onThread(undefined)
  })
  if (isElsewhere) return null
  // The keys j and k go from task to task.
  return <ThreadPane room={room} threadId={threadId} target={target} fills hasKeys={false} outside={<Enter task={task} />} onClose={() => onThread(undefined)} />
}

function Enter({ task }: { task: Task }) {
  const { tasks: m } = useTaskMessages()
  const { enter, isPending } = useEnter(task)
  return (
    <div className="p-3">
      <Button look="primary" className="w-full" disabled={isPending} onClick={enter}>
        {m.comment}
      </Button>
    </div>
  )
}

function Comments({ task, room, history, target, onThread, onEscape }: Props & { room: Room; history: History }) {
  const { tasks: m } = useTaskMessages()
  const me = useMe().user?.id
  const spot = useMemo(() => ({ room_id: room.id, thread_id: null }), [room.id])
  const pending = usePending(spot)
  const [atEnd, setAtEnd] = useState(false)
  const [editing, setEditing] = useState<string>()
  const seq = history.messages.at(-1)?.seq ?? 0
  const { line, setLine, hold } = useReading({ counts: room.membership ?? undefined, seq, atEnd, mark: (read) => void markRead(room.id, read) })
  const sent = () => {
    hold(false)
    setLine(undefined)
    void markRead(room.id, room.last_seq)
  }
  return (
    <>
      <MessageList
        room={room}
        spot={spot}
        history={history}
        beginning={<p className="px-3 pt-4 pb-2 text-sm text-ink-faint md:px-5">{m.comments_begin}</p>}
        pending={pending}
        unread={room.membership?.unread_count}
        line={line}
        target={target}
        editing={editing}
        onEdit={setEditing}
        atEnd={atEnd}
        onAtEnd={setAtEnd}
        onUnreadFrom={(message) => {
          hold(true)
          setLine(message.seq - 1)
          void markUnread(room.id, message.seq)
        }}
        onReply={({ id }) => onThread(id)}
        hasKeys={false}
        onEscape={onEscape}
      />
      {room.membership ? (
        <Composer room={room} spot={spot} hasKeys={false} onSent={sent} onEscape={onEscape} onEditLast={() => setEditing(history.messages.findLast(({ author, deleted_at }) => author.id === me && !deleted_at)?.id)} />
      ) : (
        <Enter task={task} />
      )}
    </>
  )
}
