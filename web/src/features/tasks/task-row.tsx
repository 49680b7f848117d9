import { Link } from '@tanstack/react-router'
import { CircleSlash, ListTree } from 'lucide-react'
import { useMemberNames } from '@/features/people/members.ts'
import { useMessages } from '@/messages/messages.tsx'
import { Avatar } from '@/ui/avatar.tsx'
import { Chip } from '@/ui/chip.tsx'
import { classes } from '@/ui/classes.ts'
import { DueLabel } from './due.tsx'
import { PriorityMark } from './priority-mark.tsx'
import { TaskCheck } from './task-check.tsx'
import { isOpen, type Task } from './tasks-queries.ts'

export const taskRowId = (id: string) => `task-row-${id}`

interface Props {
  task: Task
  rowIndex: number
  active: boolean
  /** Its panel stands beside the list. */
  open: boolean
  height: number
  start: number
  onActivate(): void
  onTurn(): void
}

export function TaskRow({ task, rowIndex, active, open, height, start, onActivate, onTurn }: Props) {
  const { tasks: m } = useMessages()
  const { id, title, priority, blocked, subtasks, labels } = task
  const isDone = !isOpen(task)
  return (
    <div
      id={taskRowId(id)}
      role="row"
      aria-rowindex={rowIndex}
      data-active={active || undefined}
      data-open={open || undefined}
      onClick={onActivate}
      className="absolute inset-x-0 top-0 flex items-center gap-3 border-b border-line/70 px-4 text-sm hover:bg-hover md:data-active:bg-hover data-open:bg-selected"
      style={{ height, transform: `translateY(${start}px)` }}
    >
      <span role="gridcell" className="flex">
        <TaskCheck inList task={task} onTurn={onTurn} />
      </span>
      <span role="gridcell" className="flex max-md:hidden">
        <PriorityMark priority={priority} />
      </span>
      <span role="gridcell" className="flex min-w-0 flex-1 flex-col justify-center self-stretch">
        <Link to="/tasks/$id" params={{ id }} search={true} preload={false} tabIndex={-1} className={classes('min-w-0 truncate py-1 outline-none hover:underline', isDone ? 'text-ink-faint line-through' : 'font-medium')}>
          {title}
        </Link>
        <span className="-mt-1 flex items-center gap-3 text-xs empty:hidden md:hidden">
          <DueLabel task={task} icon />
          <Marks blocked={blocked && !isDone} subtasks={subtasks} />
        </span>
      </span>
      <span role="gridcell" className="hidden min-w-0 items-center gap-3 text-xs md:flex">
        <Marks blocked={blocked && !isDone} subtasks={subtasks} />
        {labels.length > 0 && (
          <span className="hidden min-w-0 gap-1 @3xl:flex">
            {labels.slice(0, 2).map((label) => (
              <Chip key={label}>{label}</Chip>
            ))}
            {labels.length > 2 && <span className="self-center text-ink-faint" title={labels.slice(2).join(', ')}>+{labels.length - 2}</span>}
          </span>
        )}
      </span>
      <span role="gridcell" className="hidden w-32 justify-end text-xs md:flex">
        <DueLabel task={task} />
      </span>
      <span role="gridcell" className="flex w-12 justify-end">
        <Assignees ids={task.assignee_ids} none={m.nobody} />
      </span>
    </div>
  )
}

function Marks({ blocked, subtasks }: { blocked: boolean; subtasks: Task['subtasks'] }) {
  const { tasks: m } = useMessages()
  return (
    <>
      {blocked && (
        <span className="inline-flex items-center gap-1 text-warning">
          <CircleSlash size={12} />
          {m.blocked}
        </span>
      )}
      {subtasks.total > 0 && (
        <span className="inline-flex items-center gap-1 text-ink-soft tabular-nums" title={m.parts_done(subtasks.done, subtasks.total)}>
          <ListTree size={12} />
          {subtasks.done}/{subtasks.total}
        </span>
      )}
    </>
  )
}

function Assignees({ ids, none }: { ids: string[]; none: string }) {
  const names = useMemberNames()
  const all = ids.map((id) => names.get(id) ?? '')
  return (
    <span title={all.join(', ') || none} className="flex -space-x-1.5">
      <span className="sr-only">{all.join(', ') || none}</span>
      {ids.slice(0, 2).map((id) => (
        <span key={id} className="flex rounded-full ring-2 ring-surface">
          <Avatar name={names.get(id) ?? '?'} />
        </span>
      ))}
      {ids.length > 2 && <span className="ml-2.5! self-center text-xs text-ink-faint">+{ids.length - 2}</span>}
    </span>
  )
}
