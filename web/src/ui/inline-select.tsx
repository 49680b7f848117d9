import { ChevronDown } from 'lucide-react'
import type { SelectHTMLAttributes } from 'react'
import { classes } from './classes.ts'

/** A choice that reads as text until somebody is at it, as `EditableText` does. Its first option, of no value, stands for nothing. */
export function InlineSelect({ className, children, ...rest }: SelectHTMLAttributes<HTMLSelectElement>) {
  return (
    <span className={classes('group relative inline-flex min-w-0 items-center', className)}>
      <select
        {...rest}
        className={classes(
          'h-7 w-full min-w-0 appearance-none truncate rounded-md bg-transparent pr-6 pl-1.5 hover:bg-hover focus-visible:ring-2 focus-visible:ring-accent focus-visible:outline-none [&>option]:bg-raised [&>option]:text-ink',
          rest.value === '' && 'text-ink-faint',
        )}
      >
        {children}
      </select>
      <ChevronDown size={13} className="pointer-events-none absolute right-1.5 text-ink-faint opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 max-md:opacity-100" />
    </span>
  )
}
