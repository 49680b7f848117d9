import { Check, X } from 'lucide-react'
import { useTaskMessages } from '@/messages/tasks.ts'
import { classes } from '@/ui/classes.ts'
import { isOpen, type Category } from './tasks-queries.ts'

interface Props {
  task: { title: string; category: Category }
  /** Reached by the keys of the list it stands in. */
  inList?: boolean
  small?: boolean
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
export function TaskCheck({ task, inList, small, onTurn }: Props) {
  const { tasks: m } = useTaskMessages()
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
      className="group -m-1.5 shrink-0 rounded-full p-1.5 pointer-coarse:-m-3 pointer-coarse:p-3"
    >
      <CategoryMark category={category} small={small} />
    </button>
  )
}

/** `color` is that of its status. */
export function CategoryMark({ category, small, color }: { category: Category; small?: boolean; color?: string | null }) {
  const size = small ? 9 : 11
  const filled = color ? { backgroundColor: color } : undefined
  return (
    <span style={color ? { borderColor: color, ...(!isOpen({ category }) && filled) } : undefined} className={classes('flex shrink-0 items-center justify-center rounded-full border-[1.5px] transition-colors group-hover:border-accent', small ? 'size-3.5' : 'size-4.5', looks[category])}>
      {category === 'done' && <Check size={size} strokeWidth={3} />}
      {category === 'cancelled' && <X size={size} strokeWidth={3} />}
      {category === 'doing' && <span className={`rounded-full bg-accent ${small ? 'size-1.5' : 'size-2'}`} style={filled} />}
    </span>
  )
}
