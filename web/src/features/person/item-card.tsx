// What all entries of a timeline look like: a sign of their kind, a line that unfolds, and what is below it.

import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { useFormats } from '@/messages/messages.tsx'
import { classes } from '@/ui/classes.ts'

interface Props {
  icon: ReactNode
  title: string
  /** Beside the title: how many, whether it is pinned. */
  marks?: ReactNode
  line?: ReactNode
  snippet?: string | null
  at: string
  /** Instead of the time of day. */
  when?: string
  open: boolean
  onToggle(): void
  /** Of somebody who may change it. */
  menu?: ReactNode
  children?: ReactNode
}

export function ItemCard({ icon, title, marks, line, snippet, at, when, open, onToggle, menu, children }: Props) {
  const { time } = useFormats()
  return (
    <article className={classes('rounded-lg ring-1 ring-line ring-inset', !open && 'hover:bg-hover/60')}>
      <div className="relative flex items-start gap-3 px-3 py-2.5">
        <span className="mt-0.5 flex size-7 shrink-0 items-center justify-center rounded-full bg-canvas text-ink-soft">{icon}</span>
        <div className="min-w-0 flex-1">
          <h3 className="flex items-center gap-2">
            {/* The whole head unfolds it, by the button that it holds. */}
            <button type="button" aria-expanded={open} onClick={onToggle} className="min-w-0 truncate text-left font-medium after:absolute after:inset-0 after:rounded-lg">
              {title}
            </button>
            {marks}
          </h3>
          {line && <p className="mt-0.5 flex min-w-0 items-center gap-1 text-xs text-ink-faint">{line}</p>}
          {!open && snippet && <p className="mt-1 line-clamp-2 text-sm text-ink-soft">{snippet}</p>}
        </div>
        <span className="flex shrink-0 items-center gap-1 text-xs text-ink-faint tabular-nums">
          <time dateTime={at}>{when ?? time(at)}</time>
          {menu && <span className="relative z-1">{menu}</span>}
          <ChevronRight size={14} className={classes('transition-transform', open && 'rotate-90')} />
        </span>
      </div>
      {open && <div className="border-t">{children}</div>}
    </article>
  )
}
