import { AlarmClock, AtSign, BellOff, CalendarClock, Check, CircleCheck, CirclePlay, Clock, CornerUpLeft, MessageCircle, OctagonX, Reply, SendHorizontal, Siren, UserCheck, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { Avatar } from '@/ui/avatar.tsx'
import { Button } from '@/ui/button.tsx'
import { classes } from '@/ui/classes.ts'
import { tell } from './happened.ts'
import { isOfInbox, type Entry, type State } from './inbox-queries.ts'
import type { Line } from './lines.ts'
import { useSwipe } from './use-swipe.ts'

export const inboxRowId = (id: string) => `inbox-row-${id.replaceAll(/[:/]/g, '-')}`

const icons: Record<Entry['kind'], LucideIcon> = {
  urgent: Siren, mention: AtSign, direct_message: MessageCircle, reply: Reply, reminder: AlarmClock, not_sent: SendHorizontal, assigned: UserCheck, due_soon: CalendarClock, unblocked: CirclePlay, operation_finished: CircleCheck, operation_failed: OctagonX,
}

interface Props {
  line: Line
  state: State
  rowIndex: number
  active: boolean
  selected: boolean
  height: number
  start: number
  onOpen(): void
  onSelect(extend: boolean): void
  onDone(): void
  onSnooze(): void
  onMute(): void
}

export function InboxRow({ line, state, rowIndex, active, selected, height, start, onOpen, onSelect, onDone, onSnooze, onMute }: Props) {
  const m = useMessages()
  const { when } = useFormats()
  const { latest, unread } = line
  const { who, what, more } = tell(latest, m)
  const Icon = icons[latest.kind]
  const isUnread = unread > 0
  const isOfSomebody = latest.actor.name !== null && latest.kind !== 'reminder'
  const at = latest.snoozed_until ?? latest.happened_at
  const swipe = useSwipe({ onLeft: onDone, onRight: onSnooze })
  return (
    <div
      {...swipe.handlers}
      id={inboxRowId(line.id)}
      role="row"
      aria-rowindex={rowIndex}
      aria-selected={selected}
      data-active={active || undefined}
      onClick={onOpen}
      className={classes('group absolute inset-x-0 top-0 flex cursor-default touch-pan-y items-center gap-3 border-b border-line/70 pr-3 pl-1.5 text-sm hover:bg-hover md:data-active:bg-hover', selected && 'bg-selected!')}
      style={{ height, transform: `translate(${swipe.by}px, ${start}px)` }}
    >
      {swipe.by !== 0 && <Behind by={swipe.by} isFar={swipe.isFar} state={state} />}
      <span role="gridcell" className="flex items-center gap-1.5">
        <span className={classes('size-2 shrink-0 rounded-full', isUnread ? 'bg-accent' : 'bg-transparent')}>{isUnread && <span className="sr-only">{m.inbox.is_unread}</span>}</span>
        <button
          type="button"
          role="checkbox"
          aria-checked={selected}
          aria-label={m.inbox.select(who, what)}
          tabIndex={-1}
          className="relative flex size-8 items-center justify-center rounded-full max-md:size-10"
          onClick={(event) => {
            event.stopPropagation()
            onSelect(event.shiftKey)
          }}
        >
          {selected ? (
            <span className="flex size-6 items-center justify-center rounded-full bg-accent text-on-accent">
              <Check size={14} strokeWidth={2.5} />
            </span>
          ) : (
            <>
              {isOfSomebody ? <Avatar name={who} /> : <span className="flex size-6 items-center justify-center rounded-full bg-hover text-ink-soft"><Icon size={14} /></span>}
              {isOfSomebody && (
                <span className={classes('absolute -right-0.5 -bottom-0.5 flex size-3.5 max-md:right-0.5 max-md:bottom-0.5 items-center justify-center rounded-full bg-surface ring-1 ring-line', latest.kind === 'mention' ? 'text-accent' : 'text-ink-soft')}>
                  <Icon size={9} strokeWidth={2.5} />
                </span>
              )}
            </>
          )}
        </button>
      </span>
      <span role="gridcell" className="flex min-w-0 flex-1 flex-col md:flex-row md:items-baseline md:gap-3">
        <span className={classes('min-w-0 shrink-0 truncate md:w-40', isUnread ? 'font-semibold' : 'text-ink-soft')}>
          {who}
          {/* On a phone both are one line, where something else is below. */}
          {more && <span className="font-normal text-ink-soft md:hidden"> {what}</span>}
        </span>
        <span className="flex min-w-0 items-baseline gap-2.5 md:flex-1">
          <span className={classes('truncate md:max-w-[60%] md:shrink-0', more && 'max-md:hidden', isUnread ? 'font-medium' : 'text-ink-soft')}>{what}</span>
          <span className="min-w-0 truncate text-ink-faint">{more}</span>
        </span>
      </span>
      <span role="gridcell" className="flex shrink-0 items-center justify-end gap-2 md:w-32">
        {unread > 1 && <span className="rounded-full bg-line px-1.5 text-center text-[11px] leading-[1.125rem] font-semibold text-ink-soft tabular-nums md:group-hover:hidden">{Math.min(unread, 999)}</span>}
        <time dateTime={at} className={classes('min-w-12 text-right text-xs text-ink-faint tabular-nums md:group-hover:hidden', state === 'snoozed' && 'inline-flex items-center justify-end gap-1')}>
          {state === 'snoozed' && <Clock size={11} />}
          {when(at)}
        </time>
        <span className="hidden gap-0.5 md:group-hover:flex" onClick={(event) => event.stopPropagation()}>
          <RowAction label={`${m.inbox.mute} (m)`} icon={<BellOff size={15} />} onClick={onMute} />
          <RowAction label={`${m.inbox.snooze} (s)`} icon={<Clock size={15} />} onClick={onSnooze} />
          <RowAction label={`${isOfInbox(state) ? m.actions.done : m.inbox.put_back} (e)`} icon={isOfInbox(state) ? <Check size={16} /> : <CornerUpLeft size={15} />} onClick={onDone} />
        </span>
      </span>
    </div>
  )
}

/** What a line that a finger moves aside uncovers. */
function Behind({ by, isFar, state }: { by: number; isFar: boolean; state: State }) {
  const isLeft = by < 0
  const Icon = !isLeft ? Clock : isOfInbox(state) ? Check : CornerUpLeft
  return (
    <span aria-hidden className={classes('absolute inset-y-0 flex w-screen items-center px-6', isLeft ? 'left-full' : 'right-full justify-end', isFar ? 'bg-accent text-on-accent' : 'bg-hover text-ink-soft')}>
      <Icon size={18} />
    </span>
  )
}

/** For the pointer; by keyboard it is a letter. */
function RowAction({ label, icon, onClick }: { label: string; icon: ReactNode; onClick(): void }) {
  return <Button look="quiet" size="sm" tabIndex={-1} aria-label={label} title={label} icon={icon} onClick={onClick} />
}
