import { useState } from 'react'
import { useTaskMessages } from '@/messages/tasks.ts'
import { Field } from '@/ui/field.tsx'
import { useChangeTask, type TaskChange } from './change-task.ts'
import { DayChoice } from './day-choice.tsx'
import { dayOf } from './days.ts'
import { DueLabel, isNear } from './due.tsx'
import { zone, type Task } from './tasks-queries.ts'

/** Its day, and a time of that day: on the clocks of its zone, which is ours unless it had one. */
export function DueEditor({ task }: { task: Task }) {
  const { tasks: m } = useTaskMessages()
  const changeTask = useChangeTask()
  const { due_on, due_time, due_zone } = task
  const [open, setOpen] = useState(false)
  /** Saved when it is left: while a time is typed each digit makes another one. */
  const [time, setTime] = useState('')
  const begin = () => {
    setTime(due_time ?? '')
    setOpen(true)
  }
  const end = (day = due_on) => {
    setOpen(false)
    const change = toChange(day)
    if (Object.keys(change).length > 0) changeTask(task, change)
  }
  return (
    <DayChoice
      label={m.due}
      day={due_on}
      without={m.no_due}
      open={open}
      onOpenChange={(wanted) => (wanted ? begin() : end())}
      onChoose={end}
      more={
        <>
          {due_time && <span className="tabular-nums">{due_time}</span>}
          {due_zone && due_zone !== zone && <span className="text-xs text-ink-faint">{due_zone}</span>}
          {isNear(task) && (
            <span className="text-xs">
              <DueLabel task={{ ...task, due_at: null }} />
            </span>
          )}
        </>
      }
    >
      <Field
        label={m.due_time}
        type="time"
        className="mt-2 grid-cols-[1fr_auto] items-center border-t px-2 pt-2"
        defaultValue={due_time ?? ''}
        onChange={({ target }) => !target.validity.badInput && setTime(target.value)}
        onKeyDown={(event) => event.key === 'Enter' && end()}
      />
    </DayChoice>
  )

  function toChange(day: string | null): TaskChange {
    // Who takes the day away takes the time away.
    if (day === null && due_on !== null) return { due_on: null }
    // A time without a day is one of today.
    const on = day ?? (time ? dayOf(new Date()) : null)
    return {
      ...(on !== due_on && { due_on: on }),
      ...(time !== (due_time ?? '') && (time ? { due_time: time, due_zone: due_zone ?? zone } : { due_time: null })),
    }
  }
}
