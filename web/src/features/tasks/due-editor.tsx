import { useTaskMessages } from '@/messages/tasks.ts'
import { classes } from '@/ui/classes.ts'
import { useChangeTask } from './change-task.ts'
import { DueLabel } from './due.tsx'
import { RemoveButton } from '@/ui/remove-button.tsx'
import { zone, type Task } from './tasks-queries.ts'

/** A field that has no frame until one points at it. */
export function quietField(isSet: boolean): string {
  return classes('h-8 min-w-0 rounded-md bg-transparent px-2 text-sm hover:bg-hover focus-visible:bg-surface focus-visible:text-ink focus-visible:ring-2 focus-visible:ring-accent focus-visible:outline-none', isSet ? 'text-ink' : 'text-ink-faint')
}

/** Its day, and a time of that day: on the clocks of its zone, which is ours unless it had one. */
export function DueEditor({ task }: { task: Task }) {
  const { tasks: m } = useTaskMessages()
  const changeTask = useChangeTask()
  const { due_on, due_time, due_zone } = task
  return (
    <div className="group grid gap-1">
      <div className="-ml-2 flex flex-wrap items-center gap-x-0.5">
        {/* Saved when it is left: while a day is typed each digit makes another one. */}
        <input
          key={`day ${due_on}`}
          type="date"
          aria-label={m.due}
          defaultValue={due_on ?? ''}
          className={quietField(due_on !== null)}
          onBlur={({ target }) => target.value !== (due_on ?? '') && target.validity.valid && changeTask(task, { due_on: target.value || null })}
        />
        {due_on && (
          <input
            key={`time ${due_time}`}
            type="time"
            aria-label={m.due_time}
            defaultValue={due_time ?? ''}
            className={quietField(due_time !== null)}
            onBlur={({ target }) => target.value !== (due_time ?? '') && target.validity.valid && changeTask(task, target.value ? { due_time: target.value, due_zone: due_zone ?? zone } : { due_time: null })}
          />
        )}
        {due_on && <RemoveButton label={m.no_due} onClick={() => changeTask(task, { due_on: null })} />}
      </div>
      {due_on && (
        <p className="text-xs">
          <DueLabel task={task} />
          {due_zone && due_zone !== zone && <span className="ml-2 text-ink-faint">{due_zone}</span>}
        </p>
      )}
    </div>
  )
}
