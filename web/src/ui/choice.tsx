import { ChevronDown } from 'lucide-react'
import type { SelectHTMLAttributes } from 'react'
import { classes } from './classes.ts'

export interface ChoiceProps extends SelectHTMLAttributes<HTMLSelectElement> {
  /** Among others like it, as wide as what is chosen, and without a frame until one points at it. */
  quiet?: boolean
  /** (of a quiet one) Something is chosen that is not usual: that stands out. */
  isSet?: boolean
}

const frame = 'w-full bg-surface pr-7 pl-2.5 text-ink ring-1 ring-line-strong ring-inset hover:bg-hover'
const quietLook = 'field-sizing-content max-w-full pr-6 pl-2'

/** As high as the lines of a form among which it stands. */
export const formLook = '[&_select]:h-9 [&_select]:pl-3 [&_select]:text-base'

/** The platform's own menu: by keyboard and on phones as people know it. */
export function Choice({ className, children, quiet, isSet, ...rest }: ChoiceProps) {
  return (
    <span className={classes('relative inline-flex min-w-0 items-center', quiet && 'w-fit max-w-full', className)}>
      <select
        {...rest}
        className={classes(
          'h-8 min-w-0 appearance-none pointer-coarse:h-9 truncate rounded-md text-sm focus-visible:ring-2 focus-visible:ring-accent focus-visible:outline-none',
          !quiet ? `font-normal ${frame}` : isSet ? `bg-accent-soft font-medium text-accent-strong ${quietLook}` : `bg-transparent text-ink hover:bg-hover ${quietLook}`,
        )}
      >
        {children}
      </select>
      <ChevronDown size={14} className={classes('pointer-events-none absolute', quiet ? 'right-1.5' : 'right-2', isSet ? 'text-accent-strong' : 'text-ink-faint')} />
    </span>
  )
}
