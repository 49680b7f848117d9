import { X } from 'lucide-react'
import type { ReactNode } from 'react'

/** A word with a hairline around it: a tag, a filter. */
export function Chip({ children, onRemove, removeLabel }: { children: ReactNode; onRemove?: () => void; removeLabel?: string }) {
  return (
    <span className="inline-flex h-5.5 max-w-48 items-center gap-1 rounded-full bg-surface px-2 text-xs text-ink-soft ring-1 ring-line-strong ring-inset">
      <span className="truncate">{children}</span>
      {onRemove && (
        <button type="button" aria-label={removeLabel} className="-mr-1 rounded-full p-0.5 hover:bg-hover hover:text-ink" onClick={onRemove}>
          <X size={12} />
        </button>
      )}
    </span>
  )
}
