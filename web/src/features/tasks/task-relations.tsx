// What else a task has to do with: its parts, what it waits for, what waits for it.

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CircleSlash, CornerLeftUp } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTaskMessages } from '@/messages/tasks.ts'
import { Button } from '@/ui/button.tsx'
import { classes } from '@/ui/classes.ts'
import { LineButton } from '@/ui/line-button.tsx'
import { Popover } from '@/ui/popover.tsx'
import { AddButton, AddLine } from './add-line.tsx'
import { useAddTask, useChangeTask, useTurnTask } from './change-task.ts'
import { DueLabel } from './due.tsx'
import { RemoveButton } from '@/ui/remove-button.tsx'
import { TaskCheck } from './task-check.tsx'
import { Marks } from './task-marks.tsx'
import { TaskPicker } from './task-picker.tsx'
import { firstRelated, isOpen, relatedTasks, type Task } from './tasks-queries.ts'
import { longestTitle } from './too-long.tsx'

export function Parts({ task }: { task: Task }) {
  const { tasks: m } = useTaskMessages()
  const add = useAddTask()
  const changeTask = useChangeTask()
  const [wantsAll, setWantsAll] = useState(false)
  const { data: parts = [] } = useQuery(relatedTasks({ parent_id: task.id }, wantsAll))
  const turn = useTurnTask()
  return (
    <Section title={m.parts} end={task.subtasks.total > 0 && m.parts_done(task.subtasks.done, task.subtasks.total)}>
      {parts.map((part) => (
        <li key={part.id} className="group flex min-h-8 items-center gap-2.5">
          <TaskCheck task={part} onTurn={() => turn(part)} />
          <TaskLink task={part} />
          <span className="flex items-center gap-3 text-xs">
            <Marks brief task={part} />
            <DueLabel task={part} />
          </span>
          <LineButton label={m.promote(part.title)} icon={<CornerLeftUp size={13} />} onClick={() => changeTask(part, { parent_id: task.parent_id }, { parent: task.parent })} />
        </li>
      ))}
      {!wantsAll && parts.length === firstRelated && task.subtasks.total > parts.length && (
        <li>
          <Button size="sm" look="quiet" onClick={() => setWantsAll(true)}>
            {m.all_parts(task.subtasks.total)}
          </Button>
        </li>
      )}
      <li className="-ml-1.5 flex min-h-8 items-center">
        <AddLine label={m.add_part} maxLength={longestTitle} onAdd={(title) => add({ title, parent_id: task.id })} />
      </li>
    </Section>
  )
}

/** What it waits for, and why it is blocked. */
export function Blockers({ task }: { task: Task }) {
  const { tasks: m } = useTaskMessages()
  const changeTask = useChangeTask()
  const [open, setOpen] = useState(false)
  const waiting = task.blockers.filter(isOpen)
  const set = (blockers: Task['blockers']) => changeTask(task, { blocker_ids: blockers.map(({ id }) => id) }, { blockers, blocked: blockers.some(isOpen) })
  return (
    <Section title={m.blockers}>
      {waiting.length > 0 && isOpen(task) && (
        <li className="mb-1 flex gap-2 rounded-md bg-hover px-2.5 py-2 text-ink-soft">
          <CircleSlash size={14} className="mt-0.5 shrink-0 text-warning" />
          {m.blocked_by(waiting.length)}
        </li>
      )}
      {task.blockers.map((blocker) => (
        <li key={blocker.id} className="group flex min-h-8 items-center gap-2.5">
          <TaskLink task={blocker} />
          <span className="text-xs text-ink-faint">{m.categories[blocker.category]}</span>
          <RemoveButton label={m.unblock(blocker.title)} onClick={() => set(task.blockers.filter(({ id }) => id !== blocker.id))} />
        </li>
      ))}
      <li className="-ml-1.5 flex min-h-8 items-center">
        <Popover label={m.add_blocker} open={open} onOpenChange={setOpen} className="w-80 p-3" trigger={<AddButton label={m.add_blocker} />}>
          <TaskPicker
            label={m.add_blocker}
            except={[task.id, ...task.blockers.map(({ id }) => id)]}
            onPick={({ id, title, category }) => {
              setOpen(false)
              set([...task.blockers, { id, title, category }])
            }}
          />
        </Popover>
      </li>
    </Section>
  )
}

export function Waiters({ task }: { task: Task }) {
  const { tasks: m } = useTaskMessages()
  const { data: waiters = [] } = useQuery(relatedTasks({ blocker_id: task.id }))
  if (waiters.length === 0) return null
  return (
    <Section title={m.waiters}>
      {waiters.map((waiter) => (
        <li key={waiter.id} className="flex min-h-8 items-center gap-2.5">
          <TaskLink task={waiter} />
          <span className="text-xs text-ink-faint">{m.categories[waiter.category]}</span>
        </li>
      ))}
    </Section>
  )
}

function TaskLink({ task }: { task: Pick<Task, 'id' | 'title' | 'category'> }) {
  return (
    <Link to="/tasks/$id" params={{ id: task.id }} search={true} className={classes('min-w-0 flex-1 truncate hover:underline', !isOpen(task) && 'text-ink-faint line-through')}>
      {task.title}
    </Link>
  )
}

export function Section({ title, end, children }: { title: string; end?: ReactNode; children: ReactNode }) {
  return (
    <section aria-label={title} className="mt-5 border-t pt-3 text-sm">
      <h3 className="mb-1 flex items-baseline justify-between font-semibold">
        {title}
        {end && <span className="text-xs font-normal text-ink-faint tabular-nums">{end}</span>}
      </h3>
      <ul>{children}</ul>
    </section>
  )
}
