// A day of the calendar, with what is due on it.

import { CircleSlash, Plus } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useFormats } from '@/messages/messages.tsx'
import { useTaskMessages } from '@/messages/tasks.ts'
import { classes } from '@/ui/classes.ts'
import { CardLink, dragging } from './card-link.tsx'
import { isOverdue } from './due.tsx'
import { TaskCheck } from './task-check.tsx'
import { isOpen, type Task } from './tasks-queries.ts'

export interface DayHandlers {
  dragged: Task | undefined
  activeId: string | undefined
  openId: string | undefined
  onChoose(day: string): void
  onAdd(day: string): void
  onMore(day: string): void
  onActivate(task: Task): void
  onTurn(task: Task): void
  onDrag(task: Task): void
  onDragEnd(): void
  onOver(day: string | undefined): void
  onDrop(day: string): void
}

interface Props {
  day: string
  tasks: Task[]
  total: number
  isToday: boolean
  /** Of another month. */
  isOutside: boolean
  isChosen: boolean
  /** Something is dragged over it. */
  isOver: boolean
  /** `small`: how much it is; `stacked`: one day below the other. */
  look: 'month' | 'week' | 'small' | 'stacked'
  /** So many tasks have room. */
  lines: number
  handlers: DayHandlers
}

export function CalendarDay({ day, tasks, total, isToday, isOutside, isChosen, isOver, look, lines, handlers }: Props) {
  const { tasks: m } = useTaskMessages()
  const { day: fullDay, number } = useFormats()
  const cell = useRef<HTMLDivElement>(null)
  const { activeId, dragged, onChoose, onAdd, onMore, onOver, onDrop } = handlers
  const hasFocus = isChosen && !tasks.some(({ id }) => id === activeId)
  useEffect(() => {
    const { activeElement } = document
    if (hasFocus && (activeElement === document.body || activeElement?.closest('[role=gridcell]'))) cell.current?.focus()
  }, [hasFocus])
  const room = total > lines ? lines - 1 : lines
  const label = fullDay(`${day}T12:00`)
  return (
    <div
      ref={cell}
      role="gridcell"
      aria-current={isToday ? 'date' : undefined}
      aria-selected={isChosen}
      tabIndex={isChosen ? 0 : -1}
      onClick={(event) => event.target === event.currentTarget && onChoose(day)}
      onDragOver={(event) => {
        if (!dragged) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'move'
        if (!isOver) onOver(day)
      }}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget as Node | null)) onOver(undefined)
      }}
      onDrop={(event) => {
        if (!dragged) return
        event.preventDefault()
        onDrop(day)
      }}
      className={classes(
        'group/day relative flex min-w-0 flex-col outline-none focus-visible:ring-2 focus-visible:ring-accent focus-visible:ring-inset',
        look === 'month' && 'overflow-hidden border-r border-line/70 p-1 last:border-r-0',
        look === 'week' && 'gap-0.5 overflow-y-auto border-r border-line/70 p-1 last:border-r-0',
        look === 'stacked' && 'border-b border-line/70 px-3 py-2',
        look === 'small' && 'items-center justify-center gap-1',
        isOver ? 'bg-accent-soft' : isChosen ? (look === 'week' ? 'bg-selected/50' : 'bg-selected') : isOutside && 'bg-canvas',
      )}
    >
      <div className={classes('pointer-events-none flex shrink-0 items-center', look === 'small' ? 'justify-center' : 'h-6 justify-between pl-1')}>
        <span className={classes('flex h-5.5 items-center justify-center rounded-full text-xs tabular-nums', isToday && look === 'stacked' ? 'font-semibold text-accent' : isToday ? 'bg-accent px-1.5 font-semibold text-on-accent' : isOutside ? 'text-ink-faint' : 'font-medium text-ink-soft', look !== 'stacked' && 'min-w-5.5')}>
          <span className="sr-only">
            {label}: {m.due_count(total)}
          </span>
          <span aria-hidden>{look === 'stacked' ? label : Number(day.slice(8))}</span>
        </span>
        {look !== 'small' && (
          <button
            type="button"
            tabIndex={-1}
            aria-label={m.add_on(label)}
            title={`${m.add_on(label)} (n)`}
            onClick={() => onAdd(day)}
            className="pointer-events-auto rounded-md p-1 text-ink-faint hover:bg-hover hover:text-ink md:opacity-0 md:group-hover/day:opacity-100 md:group-focus/day:opacity-100"
          >
            <Plus size={14} />
          </button>
        )}
      </div>
      {look === 'small' ? (
        <span aria-hidden className="flex h-1.5 gap-0.5">
          {tasks.slice(0, 3).map((task) => <span key={task.id} className={`size-1.5 rounded-full ${isOpen(task) ? 'bg-accent' : 'bg-line-strong'}`} />)}
        </span>
      ) : (
        <>
          {tasks.length > 0 && (
            <ul aria-label={label}>
              {tasks.slice(0, room).map((task) => <DayTask key={task.id} task={task} look={look} handlers={handlers} />)}
            </ul>
          )}
          {total > Math.min(room, tasks.length) && (
            <button type="button" tabIndex={-1} onClick={() => onMore(day)} className="h-5.5 shrink-0 rounded-md px-1.5 text-left text-xs font-medium text-ink-faint hover:bg-hover hover:text-ink">
              {m.more_due(number(total - Math.min(room, tasks.length)))}
            </button>
          )}
        </>
      )}
    </div>
  )
}

function DayTask({ task, look, handlers }: { task: Task; look: Props['look']; handlers: DayHandlers }) {
  const { tasks: m } = useTaskMessages()
  const { time } = useFormats()
  const { activeId, openId, dragged, onActivate, onTurn, onDrag, onDragEnd } = handlers
  const { id, title, due_at, blocked } = task
  const large = look !== 'month'
  return (
    <li
      {...dragging(task, { onDrag: () => onDrag(task), onDragEnd })}
      onClick={() => onActivate(task)}
      className={classes('relative flex gap-1.5 rounded-md px-1.5', look === 'week' ? 'items-start' : 'items-center', large ? 'min-h-8 py-1 text-sm' : 'h-6 text-xs', id === openId ? 'bg-selected' : 'hover:bg-hover', dragged?.id === id && 'opacity-40')}
    >
      <span className="relative z-10 flex">
        <TaskCheck inList small={!large} task={task} onTurn={() => onTurn(task)} />
      </span>
      <CardLink
        task={task}
        active={id === activeId}
        among="[role=gridcell]"
        title={title}
        className={classes(look === 'week' ? 'line-clamp-3 wrap-anywhere' : large ? 'line-clamp-2 wrap-anywhere' : 'truncate', !isOpen(task) ? 'text-ink-faint line-through' : isOverdue(task) ? 'text-danger' : 'text-ink')}
      >
        {/* A column of a week is narrow. */}
        {due_at && look === 'week' && <span className="mt-0.5 block text-xs text-ink-faint tabular-nums">{time(due_at)}</span>}
      </CardLink>
      {blocked && isOpen(task) && (
        <span className="relative z-10 flex shrink-0" title={m.waits_for(task.blockers.filter(isOpen).map((blocker) => blocker.title))}>
          <CircleSlash size={12} aria-label={m.blocked} className="text-warning" />
        </span>
      )}
      {due_at && look !== 'week' && <span className="shrink-0 text-ink-faint tabular-nums">{time(due_at)}</span>}
    </li>
  )
}
