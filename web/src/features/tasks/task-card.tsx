import type { Ref } from 'react'
import { useTaskMessages } from '@/messages/tasks.ts'
import { classes } from '@/ui/classes.ts'
import { CardLink, dragging } from './card-link.tsx'
import { DueLabel } from './due.tsx'
import { Labels } from './labels.tsx'
import { PriorityMark } from './priority-mark.tsx'
import { TaskCheck } from './task-check.tsx'
import { Assignees, Marks, PartOf } from './task-marks.tsx'
import { isOpen, type Task } from './tasks-queries.ts'

interface Props {
  ref: Ref<HTMLLIElement>
  task: Task
  index: number
  start: number
  active: boolean
  /** Its panel stands beside the board. */
  open: boolean
  isDragged: boolean
  onActivate(): void
  onTurn(): void
  onDrag(): void
  onDragEnd(): void
}

/** A task on the board. All of it leads to the task, and can be dragged. */
export function TaskCard({ ref, task, index, start, active, open, isDragged, onActivate, onTurn, onDrag, onDragEnd }: Props) {
  const { tasks: m } = useTaskMessages()
  const { priority, blocked, subtasks, labels, due_on, assignee_ids } = task
  const isDone = !isOpen(task)
  const hasFoot = priority !== 'none' || (blocked && !isDone) || subtasks.total > 0 || task.parent !== null || due_on !== null || labels.length > 0
  // Alone they need no line of their own.
  const people = assignee_ids.length > 0 && <Assignees ids={assignee_ids} none={m.nobody} />
  return (
    <li
      ref={ref}
      data-index={index}
      data-card
      {...dragging(task, { onDrag, onDragEnd })}
      onClick={onActivate}
      className={classes(
        'absolute inset-x-0 top-0 rounded-md p-2.5 text-sm ring-1 ring-inset',
        open ? 'bg-selected ring-accent' : 'bg-surface ring-line hover:ring-line-strong',
        isDragged && 'opacity-40',
      )}
      style={{ transform: `translateY(${start}px)` }}
    >
      <div className="flex items-start gap-2">
        <span className="relative z-10 flex">
          <TaskCheck inList task={task} onTurn={onTurn} />
        </span>
        <CardLink task={task} active={active} among="[data-card]" className={classes('line-clamp-3 wrap-anywhere', isDone ? 'text-ink-faint line-through' : 'font-medium')} />
        {!hasFoot && people}
      </div>
      {hasFoot && (
        <div className="mt-1.5 flex items-center gap-2.5 pl-6.5 text-xs">
          <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2.5 gap-y-1">
            {priority !== 'none' && <PriorityMark priority={priority} />}
            <DueLabel task={task} icon />
            <Marks task={task} />
            <PartOf task={task} />
            <Labels names={labels} />
          </span>
          {people}
        </div>
      )}
    </li>
  )
}
