import { X } from 'lucide-react'
import type { ReactNode } from 'react'

const look = 'max-w-[min(12rem,100%)] rounded-full bg-surface px-2 text-xs text-ink-soft ring-1 ring-line-strong ring-inset'

/** A word with a hairline around it: a tag, a filter. */
export function Chip({ children, onRemove, removeLabel }: { children: ReactNode; onRemove?: () => void; removeLabel?: string }) {
  if (!onRemove) return <span className={`${look} inline-block h-5.5 truncate leading-5.5`}>{children}</span>
  return (
    <span className={`${look} inline-flex h-5.5 items-center gap-1`}>
      <span className="truncate">{children}</span>
      <button type="button" aria-label={removeLabel} className="-mr-1 rounded-full p-0.5 hover:bg-hover hover:text-ink" onClick={onRemove}>
        <X size={12} />
      </button>
    </span>
  )
}
