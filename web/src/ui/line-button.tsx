import type { ReactNode } from 'react'
import { classes } from './classes.ts'

/** Does something with a line; where there is a mouse, seen when it is over the line (`group`). */
export function LineButton({ label, icon, danger, onClick }: { label: string; icon: ReactNode; danger?: boolean; onClick(): void }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onClick}
      className={classes('rounded-md p-1 text-ink-faint opacity-0 pointer-coarse:p-2.5 pointer-coarse:opacity-100 group-focus-within:opacity-100 group-hover:opacity-100 focus-visible:opacity-100 max-md:opacity-100', danger ? 'hover:text-danger' : 'hover:text-ink')}
    >
      {icon}
    </button>
  )
}
