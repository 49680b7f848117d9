// A line of a room: a message, one that is on its way, a day, where what is new begins.

import { CircleAlert, Clock, RotateCw, Trash2, X } from 'lucide-react'
import { memo, useEffect, useState, type ReactNode } from 'react'
import { useDraft, dropDraft } from '@/app/drafts.ts'
import { useMe } from '@/app/roles.ts'
import { StatusEmoji } from '@/features/presence/marks.tsx'
import { PersonCard } from '@/features/presence/person-card.tsx'
import { MessageTasks } from '@/features/tasks/message-tasks.tsx'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { nameOfDay } from '@/messages/name-of-day.ts'
import { Avatar } from '@/ui/avatar.tsx'
import { Button } from '@/ui/button.tsx'
import { classes } from '@/ui/classes.ts'
import { Popover } from '@/ui/popover.tsx'
import { toastProblem } from '@/ui/toasts.tsx'
import { changeMessage } from './message-actions.ts'
import { MessageBox } from './message-box.tsx'
import { MessageFiles } from './message-files.tsx'
import { MessageMarks } from './message-marks.tsx'
import { MessageText, PlainMessage } from './message-text.tsx'
import { MessageToolbar, type MessageActions } from './message-toolbar.tsx'
import { discard, sendAgain, type Pending } from './outbox.ts'
import type { Message, Room } from './rooms-queries.ts'
import { Urgency, UrgentMark } from './urgency.tsx'
import { fromMarkdown, toMarkdown } from './written.ts'

interface Props {
  room: Room
  message: Message
  follows: boolean
  /** Chosen by keyboard, or touched. */
  active: boolean
  editing: boolean
  /** It is what a link led to. */
  found: boolean
  mayRemove: boolean
  actions: MessageActions
}

export const MessageRow = memo(function MessageRow({ room, message, follows, active, editing, found, mayRemove, actions }: Props) {
  const { rooms: m, retention } = useMessages()
  const { time } = useFormats()
  const me = useMe().user?.id
  const isOwn = message.author.id === me
  // Of the buttons of all lines hardly one is ever pressed: they are made for a line to which somebody comes.
  const [wanted, setWanted] = useState(false)
  const concerns = !isOwn && (message.mentions.room || message.mentions.user_ids.includes(me!))
  if (message.deleted_at) {
    return (
      <Line follows={false} head={<span className="flex size-8 items-center justify-center text-ink-faint"><Trash2 size={14} /></span>}>
        <p className="py-1.5 text-sm text-ink-faint">{message.author.kind === 'system' ? retention.expired : m.was_removed(message.author.name ?? m.somebody)}</p>
      </Line>
    )
  }
  return (
    <Line
      follows={follows}
      onCome={() => setWanted(true)}
      className={classes(active && 'bg-hover', found && 'bg-accent-soft/60', concerns && 'bg-[color-mix(in_oklab,var(--warning)_9%,transparent)] shadow-[inset_2px_0_0_var(--warning)]', editing && 'bg-hover')}
      head={follows ? <time dateTime={message.created_at} className={classes('block text-center text-[10px] leading-5 whitespace-nowrap text-ink-faint tabular-nums group-hover/line:visible', !active && 'invisible')}>{time(message.created_at).replace(/\s?[AP]M$/i, '')}</time> : <Avatar name={message.author.name ?? '?'} size="md" />}
    >
      {!follows && <Author author={message.author} at={message.created_at} />}
      {editing ? (
        <Editor room={room} message={message} onDone={() => actions.edit(undefined)} />
      ) : (
        <>
          <MessageText message={message} />
          <Urgency room={room} message={message} />
          <MessageTasks message={message} />
          <MessageMarks room={room} message={message} actions={actions} />
        </>
      )}
      {!editing && (active || wanted) && <MessageToolbar room={room} message={message} shown={active} mayRemove={mayRemove} actions={actions} />}
    </Line>
  )
})

function Author({ author, at }: { author: Message['author']; at: string }) {
  const m = useMessages()
  const { time } = useFormats()
  const name = author.name ?? m.rooms.somebody
  const userId = author.kind === 'user' && author.id ? author.id : undefined
  return (
    <header className="flex items-baseline gap-2">
      {userId ? (
        <Popover label={m.presence.card_of(name)} trigger={<button type="button" tabIndex={-1} className="truncate rounded-sm font-semibold hover:underline">{name}</button>}>
          <PersonCard userId={userId} name={name} />
        </Popover>
      ) : (
        <span className="truncate font-semibold">{name}</span>
      )}
      <StatusEmoji userId={userId} className="text-sm" />
      <time dateTime={at} className="text-xs text-ink-faint tabular-nums">
        {time(at)}
      </time>
    </header>
  )
}

function Line({ follows, head, className, onCome, children }: { follows: boolean; head: ReactNode; className?: string; onCome?(): void; children: ReactNode }) {
  return (
    <div
      onPointerEnter={onCome}
      onFocus={onCome}
      className={classes('group/line relative grid grid-cols-[2rem_minmax(0,1fr)] gap-x-3 px-3 hover:bg-hover/60 md:px-5', follows ? 'py-0.5' : 'pt-2 pb-0.5', className)}
    >
      <div className={classes(!follows && 'pt-0.5')}>{head}</div>
      {/* What is done with it stands at the end of its words, and on a wide screen not far away. */}
      <div className="relative max-w-4xl min-w-0">{children}</div>
    </div>
  )
}

function Editor({ room, message, onDone }: { room: Room; message: Message; onDone(): void }) {
  const m = useMessages()
  const draft = `message:${message.id}`
  const [written, change] = useDraft(draft, fromMarkdown(message.text))
  const [busy, setBusy] = useState(false)
  // Whoever came to their last message by the arrow goes on with the next one.
  const [before] = useState(() => document.activeElement)
  const leave = () => {
    dropDraft(draft)
    onDone()
    if (before instanceof HTMLElement) before.focus({ preventScroll: true })
  }
  const save = async () => {
    const text = toMarkdown(written)
    if (text === '' || busy) return
    setBusy(true)
    try {
      if (text !== message.text) await changeMessage(message, text)
      leave()
    } catch (error) {
      setBusy(false)
      toastProblem(error)
    }
  }
  return (
    <div className="my-1 rounded-lg bg-surface ring-1 ring-line-strong ring-inset focus-within:ring-accent">
      <MessageBox room={room} autoFocus label={m.rooms.edit} value={written} onChange={change} onSend={() => void save()} onEscape={leave}>
        <div className="flex justify-end gap-2 px-2 pb-2">
          <Button size="sm" look="quiet" shortcut="Esc" onClick={leave}>
            {m.actions.cancel}
          </Button>
          <Button size="sm" look="primary" shortcut="↵" disabled={busy || written.text.trim() === ''} onClick={() => void save()}>
            {m.actions.save}
          </Button>
        </div>
      </MessageBox>
    </div>
  )
}

/** As the message will look, and what keeps it. */
export function PendingRow({ pending, follows }: { pending: Pending; follows: boolean }) {
  const m = useMessages()
  const me = useMe().user
  const name = me?.name ?? ''
  const isLate = useLate()
  const { problem, client_id } = pending
  return (
    <Line follows={follows} head={follows ? null : <Avatar name={name} size="md" />}>
      {!follows && <Author author={{ kind: 'user', id: me?.id ?? null, name }} at={pending.created_at} />}
      <div className={classes(!problem && isLate && 'text-ink-soft')}>
        <PlainMessage text={fromMarkdown(pending.text).text} />
        <MessageFiles files={pending.files} />
        {pending.urgent && <UrgentMark />}
      </div>
      {problem ? (
        <p role="alert" className="flex flex-wrap items-center gap-x-2 text-sm text-danger">
          <CircleAlert size={14} />
          <span>{problem}</span>
          <Button size="sm" look="quiet" icon={<RotateCw size={13} />} onClick={() => sendAgain(client_id)}>
            {m.states.retry}
          </Button>
          <Button size="sm" look="quiet" icon={<X size={13} />} onClick={() => discard(client_id)}>
            {m.rooms.discard}
          </Button>
        </p>
      ) : (
        isLate && (
          <p className="flex items-center gap-1.5 text-xs text-ink-soft">
            <Clock size={12} />
            {m.rooms.waiting}
          </p>
        )
      )}
    </Line>
  )
}

/** What takes no longer needs no word. */
function useLate(): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 1_500)
    return () => clearTimeout(timer)
  }, [])
  return late
}

export function DayRow({ at }: { at: string }) {
  const { day } = useFormats()
  const { person } = useMessages()
  return (
    <div className="flex items-center gap-3 px-3 pt-4 pb-1 md:px-5">
      <span className="h-px flex-1 bg-line" />
      <h3 className="text-xs font-semibold text-ink-faint">{nameOfDay(at, person) ?? day(at)}</h3>
      <span className="h-px flex-1 bg-line" />
    </div>
  )
}

export function NewRow() {
  const { rooms: m } = useMessages()
  return (
    <div role="separator" aria-label={m.new_line} className="flex items-center gap-2 px-3 py-1.5 md:px-5">
      <span className="h-px flex-1 bg-danger/60" />
      <span className="text-[11px] font-semibold text-danger">{m.new_line}</span>
    </div>
  )
}
