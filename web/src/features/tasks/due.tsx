import { CalendarDays } from 'lucide-react'
import { useFormats } from '@/messages/messages.tsx'
import { classes } from '@/ui/classes.ts'
import { addDays, dayOf, dueDay } from './days.ts'
import { isOpen, type Task } from './tasks-queries.ts'

type Due = Pick<Task, 'due_on' | 'due_at' | 'category'>

export function isOverdue(task: Due): boolean {
  const day = dueDay(task)
  return isOpen(task) && day !== null && (task.due_at ? new Date(task.due_at) < new Date() : day < dayOf(new Date()))
}

/** So near that one counts the days. */
export function isNear(task: Due): boolean {
  const day = dueDay(task)
  const today = dayOf(new Date())
  return day !== null && day >= addDays(today, -6) && day <= addDays(today, 6)
}

/** When it is due, as somebody would say it; in red when that is over. */
export function DueLabel({ task, icon }: { task: Due; icon?: boolean }) {
  const { ago, when, time } = useFormats()
  const day = dueDay(task)
  if (day === null) return null
  const today = dayOf(new Date())
  const text = isNear(task) ? ago(`${day}T00:00`) : when(`${day}T00:00`)
  return (
    <span className={classes('inline-flex items-center gap-1 whitespace-nowrap tabular-nums', isOverdue(task) ? 'font-medium text-danger' : isOpen(task) && day === today ? 'font-medium text-accent' : 'text-ink-soft')}>
      {icon && <CalendarDays size={12} className="shrink-0" />}
      <span className="inline-block first-letter:uppercase">
        {text}
        {task.due_at && ` ${time(task.due_at)}`}
      </span>
    </span>
  )
}
