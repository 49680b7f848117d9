import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { classes } from './classes.ts'

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: 'primary' | 'plain' | 'quiet' | 'danger'
  size?: 'sm' | 'md'
  icon?: ReactNode
  /** What is pressed for it, shown at its end. */
  shortcut?: string
}

const looks = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong disabled:opacity-50',
  plain: 'bg-surface text-ink ring-1 ring-line-strong ring-inset hover:bg-hover disabled:text-ink-faint',
  quiet: 'text-ink-soft hover:bg-hover hover:text-ink disabled:text-ink-faint',
  danger: 'bg-danger text-surface hover:opacity-90 disabled:opacity-50',
}

export function Button({ look = 'plain', size = 'md', icon, shortcut, className, children, type = 'button', ...rest }: Props) {
  const bare = children === undefined
  return (
    <button
      type={type}
      {...rest}
      className={classes(
        'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md font-medium whitespace-nowrap transition-colors select-none',
        size === 'sm' ? 'h-7 text-sm' : 'h-8 text-sm',
        'pointer-coarse:h-9',
        bare ? (size === 'sm' ? 'w-7 pointer-coarse:w-9' : 'w-8 pointer-coarse:w-9') : 'px-3',
        looks[look],
        className,
      )}
    >
      {icon}
      {children}
      {shortcut && <Kbd className="-mr-1 ml-1 max-md:hidden">{shortcut}</Kbd>}
    </button>
  )
}

/** Of a link that stands among buttons. */
export const linkLook = 'inline-flex h-8 items-center gap-1.5 rounded-md bg-surface px-3 text-sm font-medium ring-1 ring-line-strong ring-inset hover:bg-hover'

export function Kbd({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <kbd className={classes('inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-sm border border-current/20 px-1 font-sans text-[11px] leading-none', className)}>
      {children}
    </kbd>
  )
}
