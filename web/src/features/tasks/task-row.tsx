import { Link } from '@tanstack/react-router'
import { useTaskMessages } from '@/messages/tasks.ts'
import { classes } from '@/ui/classes.ts'
import { DueLabel } from './due.tsx'
import { Labels } from './labels.tsx'
import { PriorityMark } from './priority-mark.tsx'
import { TaskCheck } from './task-check.tsx'
import { Assignees, Marks, PartOf } from './task-marks.tsx'
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
  choice?: { selected: boolean; isSelecting: boolean; onSelect(extend: boolean): void }
}

export function TaskRow({ task, rowIndex, active, open, height, start, onActivate, onTurn, choice }: Props) {
  const { tasks: m } = useTaskMessages()
  const { id, title, priority, labels } = task
  const isDone = !isOpen(task)
  return (
    <div
      id={taskRowId(id)}
      role="row"
      aria-rowindex={rowIndex}
      data-active={active || undefined}
      data-open={open || undefined}
      aria-selected={choice?.selected}
      onClick={(event) => {
        if (!choice) return onActivate()
        if (event.shiftKey || event.metaKey || event.ctrlKey || choice.isSelecting) {
          event.preventDefault()
          choice.onSelect(event.shiftKey)
        } else onActivate()
      }}
      className="group/row absolute inset-x-0 top-0 flex items-center gap-3 border-b border-line/70 px-4 text-sm select-none hover:bg-hover md:data-active:bg-hover data-open:bg-selected aria-selected:bg-selected"
      style={{ height, transform: `translateY(${start}px)` }}
    >
      {choice && (
        <span role="gridcell" className={choice.isSelecting ? 'flex' : 'absolute left-0 flex w-4 justify-center opacity-0 group-hover/row:opacity-100 max-md:hidden'}>
          <input type="checkbox" tabIndex={-1} aria-label={m.select_one(title)} checked={choice.selected} readOnly className="size-3.5 accent-accent" onClick={(event) => {
            event.stopPropagation()
            choice.onSelect(event.shiftKey)
          }} />
        </span>
      )}
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
        <span className="-mt-1 flex min-w-0 items-center gap-3 text-xs empty:hidden md:hidden">
          <DueLabel task={task} icon />
          <Marks task={task} />
          <PartOf task={task} />
        </span>
      </span>
      <span role="gridcell" className="hidden min-w-0 items-center gap-3 text-xs md:flex">
        {task.parent && <span className="hidden max-w-48 min-w-0 @4xl:flex"><PartOf task={task} /></span>}
        <Marks brief task={task} />
        {labels.length > 0 && (
          <span className="hidden min-w-0 gap-1 @3xl:flex">
            <Labels names={labels} />
          </span>
        )}
      </span>
      <span role="gridcell" className="hidden min-w-28 shrink-0 justify-end text-xs md:flex">
        <DueLabel task={task} />
      </span>
      <span role="gridcell" className="flex justify-end md:w-20">
        <Assignees ids={task.assignee_ids} none={m.nobody} />
      </span>
    </div>
  )
}
