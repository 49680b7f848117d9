import { X } from 'lucide-react'
import type { CSSProperties, ReactNode } from 'react'
import { classes } from './classes.ts'

const look = 'max-w-[min(12rem,100%)] rounded-full bg-surface px-2 text-xs text-ink-soft ring-1 ring-line-strong ring-inset'

interface Props {
  children: ReactNode
  /** Of a dot before it. */
  color?: string | null
  onRemove?: () => void
  removeLabel?: string
}

/** A word with a hairline around it: a tag, a filter. */
export function Chip({ children, color, onRemove, removeLabel }: Props) {
  const dot = color ? ({ '--dot': color } as CSSProperties) : undefined
  if (!onRemove) {
    return (
      <span className={classes(look, 'inline-block h-5.5 truncate leading-5.5', dot && 'dotted')} style={dot}>
        {children}
      </span>
    )
  }
  return (
    <span className={classes(look, 'inline-flex h-5.5 items-center gap-1', dot && 'dotted')} style={dot}>
      <span className="truncate">{children}</span>
      <button type="button" aria-label={removeLabel} className="relative -mr-1 rounded-full p-0.5 hover:bg-hover hover:text-ink pointer-coarse:after:absolute pointer-coarse:after:-inset-2.5" onClick={onRemove}>
        <X size={12} />
      </button>
    </span>
  )
}
