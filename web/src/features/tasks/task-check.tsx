import { Check, X } from 'lucide-react'
import { useMessages } from '@/messages/messages.tsx'
import { classes } from '@/ui/classes.ts'
import { isOpen, type Category } from './tasks-queries.ts'

interface Props {
  task: { title: string; category: Category }
  /** Reached by the keys of the list it stands in. */
  inList?: boolean
  onTurn(): void
}

const looks: Record<Category, string> = {
  backlog: 'border-dashed border-ink-faint',
  todo: 'border-ink-faint',
  doing: 'border-accent',
  done: 'border-accent bg-accent text-on-accent',
  cancelled: 'border-ink-faint bg-ink-faint text-surface',
}

/** How far a task is, and by a click done. */
export function TaskCheck({ task, inList, onTurn }: Props) {
  const { tasks: m } = useMessages()
  const { title, category } = task
  return (
    <button
      type="button"
      role="checkbox"
      aria-checked={!isOpen(task)}
      aria-label={`${title}: ${m.categories[category]}`}
      title={isOpen(task) ? `${m.complete} (x)` : `${m.reopen} (x)`}
      tabIndex={inList ? -1 : undefined}
      onClick={(event) => {
        event.stopPropagation()
        onTurn()
      }}
      className="group -m-1.5 shrink-0 rounded-full p-1.5"
    >
      <span className={classes('flex size-4.5 items-center justify-center rounded-full border-[1.5px] transition-colors group-hover:border-accent', looks[category])}>
        {category === 'done' && <Check size={11} strokeWidth={3} />}
        {category === 'cancelled' && <X size={11} strokeWidth={3} />}
        {category === 'doing' && <span className="size-2 rounded-full bg-accent" />}
      </span>
    </button>
  )
}
