import { ChevronDown } from 'lucide-react'
import type { SelectHTMLAttributes } from 'react'
import { classes } from './classes.ts'

/** The platform's own menu: by keyboard and on phones as people know it. */
export function Choice({ className, children, ...rest }: SelectHTMLAttributes<HTMLSelectElement>) {
  return (
    <span className={classes('relative inline-flex min-w-0 items-center', className)}>
      <select
        {...rest}
        className="h-8 w-full min-w-0 appearance-none truncate rounded-md bg-surface pr-7 font-normal pl-2.5 text-sm text-ink ring-1 ring-line-strong ring-inset hover:bg-hover focus-visible:ring-2 focus-visible:ring-accent focus-visible:outline-none"
      >
        {children}
      </select>
      <ChevronDown size={14} className="pointer-events-none absolute right-2 text-ink-faint" />
    </span>
  )
}
