// What stands below a message: that it was changed or pinned, reactions, and the thread that answers it.

import { useQuery } from '@tanstack/react-query'
import { ChevronRight, Pin, SmilePlus } from 'lucide-react'
import { api, body } from '@/api/client.ts'
import { useMe } from '@/app/roles.ts'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { Avatar } from '@/ui/avatar.tsx'
import { classes } from '@/ui/classes.ts'
import { Popover } from '@/ui/popover.tsx'
import { Failed } from '@/ui/states.tsx'
import { EmojiPicker } from './emoji-picker.tsx'
import { LinkPreviews } from './link-previews.tsx'
import { MessageFiles } from './message-files.tsx'
import type { MessageActions } from './message-toolbar.tsx'
import { useNamesIn } from './room-people.ts'
import type { Message, Room } from './rooms-queries.ts'
import { threadsQuery } from './threads.ts'

interface Props {
  room: Room
  message: Message
  actions: MessageActions
}

export function MessageMarks({ room, message, actions }: Props) {
  const { rooms: m } = useMessages()
  const { edited_at, pinned_at, reactions, thread } = message
  return (
    <>
      <MessageFiles files={message.files} />
      {message.previews.length > 0 && <LinkPreviews message={message} />}
      {(edited_at || pinned_at) && (
        <p className="flex items-center gap-2 text-[11px] text-ink-faint">
          {edited_at && <Edits message={message} />}
          {pinned_at && (
            <span className="inline-flex items-center gap-1">
              <Pin size={11} />
              {m.pinned}
            </span>
          )}
        </p>
      )}
      {reactions.length > 0 && <Reactions room={room} message={message} actions={actions} />}
      {thread && actions.reply && <ThreadLink message={message} onOpen={() => actions.reply!(message)} />}
    </>
  )
}

function Reactions({ room, message, actions }: Props) {
  const { rooms: m } = useMessages()
  const me = useMe().user?.id ?? ''
  const names = useNamesIn(room.id)
  const isOpen = room.membership !== null && room.archived_at === null
  return (
    <div className="mt-1 mb-0.5 flex flex-wrap gap-1">
      {message.reactions.map(({ emoji, user_ids }) => {
        const isMine = user_ids.includes(me)
        const who = user_ids.map((id) => names.get(id) ?? m.somebody).join(', ')
        return (
          <button
            key={emoji}
            type="button"
            disabled={!isOpen}
            aria-pressed={isMine}
            aria-label={`${emoji} ${user_ids.length}: ${who}`}
            title={who}
            className={classes('inline-flex h-6 items-center gap-1.5 rounded-full px-2 text-xs pointer-coarse:h-8 pointer-coarse:px-2.5 font-medium tabular-nums ring-1 ring-inset', isMine ? 'bg-accent-soft text-accent-strong ring-accent/50' : 'bg-surface text-ink-soft ring-line-strong hover:bg-hover')}
            onClick={() => actions.react(message, emoji)}
          >
            <span className="text-sm">{emoji}</span>
            {user_ids.length}
          </button>
        )
      })}
      {isOpen && (
        <EmojiPicker
          trigger={
            <button type="button" aria-label={m.react} title={m.react} className="inline-flex h-6 w-8 items-center pointer-coarse:h-8 pointer-coarse:w-10 justify-center rounded-full text-ink-faint ring-1 ring-line ring-inset hover:bg-hover hover:text-ink">
              <SmilePlus size={13} />
            </button>
          }
          onPick={(emoji) => actions.react(message, emoji)}
        />
      )}
    </div>
  )
}

function ThreadLink({ message: { id, room_id, thread }, onOpen }: { message: Message; onOpen(): void }) {
  const { rooms: m } = useMessages()
  const { when } = useFormats()
  const names = useNamesIn(room_id)
  const { data: unread = 0 } = useQuery({ ...threadsQuery, select: (threads) => threads.find(({ thread_id }) => thread_id === id)?.unread_count ?? 0 })
  if (!thread || thread.reply_count === 0) return null
  return (
    <button type="button" className="group/thread mt-1 -ml-1 flex h-8 max-w-full items-center gap-2 rounded-md px-1 text-sm hover:bg-surface hover:ring-1 hover:ring-line" onClick={onOpen}>
      <span className="flex gap-0.5">
        {thread.author_ids.slice(0, 3).map((author) => <Avatar key={author} name={names.get(author) ?? m.somebody} />)}
      </span>
      <span className="font-semibold text-accent">{m.replies(thread.reply_count)}</span>
      {unread > 0 && <span className="rounded-full bg-accent px-1.5 text-[11px] leading-[1.125rem] font-semibold text-on-accent">{m.new_replies(unread)}</span>}
      {thread.last_reply_at && <span className="truncate text-xs text-ink-faint">{m.last_reply(when(thread.last_reply_at))}</span>}
      <ChevronRight size={14} className="shrink-0 text-ink-faint" />
    </button>
  )
}

/** What it said before, on asking. */
function Edits({ message }: { message: Message }) {
  const { rooms: m } = useMessages()
  return (
    <Popover
      label={m.edits}
      className="max-h-96 w-96 overflow-y-auto p-3"
      trigger={
        <button type="button" className="rounded-sm hover:text-ink hover:underline">
          {m.edited}
        </button>
      }
    >
      <Before message={message} />
    </Popover>
  )
}

function Before({ message: { id, edited_at } }: { message: Message }) {
  const { rooms: m } = useMessages()
  const { moment } = useFormats()
  const { data, error, refetch } = useQuery({
    queryKey: ['message-edits', id, edited_at],
    queryFn: async ({ signal }) => (await body(api.GET('/messages/{id}/edits', { params: { path: { id } }, signal }))).data,
  })
  if (error) return <Failed error={error} retry={() => void refetch()} />
  return (
    <ol className="grid gap-3">
      {data?.map(({ html, until }) => (
        <li key={until}>
          <p className="text-xs text-ink-faint">{m.until(moment(until))}</p>
          {/* The server makes the HTML, of nothing but what Markdown can say. */}
          <div className="prose-note prose-message" dangerouslySetInnerHTML={{ __html: html }} />
        </li>
      ))}
    </ol>
  )
}
