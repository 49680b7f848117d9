// What has just been done, with its undo; and what went wrong. Read out by screen readers, gone by itself. It stands at the
// foot, above what a screen has there (`useFoot`).

import { X } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { useMessages } from '@/messages/messages.tsx'
import { Button } from './button.tsx'
import { classes } from './classes.ts'

interface Toast {
  id: number
  text: string
  tone: 'plain' | 'danger'
  /** Takes back what was done: by Ctrl+Z as well, and by `key` where there is one. */
  undo?(): void
  key?: string
  /** Where one may go from there. */
  action?: { label: string; run(): void }
}

let toasts: Toast[] = []
let nextId = 1
const watchers = new Set<() => void>()

export function toast(text: string, { tone = 'plain', ...rest }: Partial<Omit<Toast, 'id' | 'text'>> = {}) {
  const id = nextId++
  set([...toasts.slice(-2), { id, text, tone, ...rest }])
  setTimeout(() => dismiss(id), rest.undo || rest.action || tone === 'danger' ? 9_000 : 4_000)
}

/** Says what a failed action says. */
export function toastProblem(error: unknown) {
  toast(error instanceof Error ? error.message : String(error), { tone: 'danger' })
}

/** Takes back what was done last, while it is still said. */
export function undoLatest() {
  const latest = toasts.findLast(({ undo }) => undo)
  if (!latest) return
  dismiss(latest.id)
  latest.undo!()
}

function dismiss(id: number) {
  set(toasts.filter((each) => each.id !== id))
}

function set(next: Toast[]) {
  toasts = next
  for (const watch of watchers) watch()
}

export function Toasts() {
  const m = useMessages()
  const shown = useSyncExternalStore(
    (watch) => {
      watchers.add(watch)
      return () => void watchers.delete(watch)
    },
    () => toasts,
  )
  return (
    <div aria-live="polite" className="pointer-events-none fixed inset-x-4 bottom-20 z-50 flex flex-col items-center gap-2 md:bottom-5 in-data-foot:bottom-33 md:in-data-foot:bottom-19">
      {shown.map(({ id, text, tone, undo, key, action }) => (
        <div
          key={id}
          className="pointer-events-auto flex max-w-md animate-[appear_160ms_ease-out] items-center gap-2 rounded-lg bg-ink py-1.5 pr-1.5 pl-4 text-sm text-surface shadow-pop"
        >
          <span className={classes('line-clamp-4 min-w-0 py-1 wrap-anywhere', tone === 'danger' && 'font-medium')}>{text}</span>
          {[action, undo && { label: key ? `${m.actions.undo} (${key})` : m.actions.undo, run: undo }].map(
            (offer) =>
              offer && (
                <button
                  key={offer.label}
                  type="button"
                  className="shrink-0 rounded-md px-2 py-1 font-semibold text-accent-soft hover:bg-white/10 dark:hover:bg-black/10"
                  onClick={() => {
                    dismiss(id)
                    offer.run()
                  }}
                >
                  {offer.label}
                </button>
              ),
          )}
          <Button look="quiet" size="sm" aria-label={m.actions.dismiss} className="text-surface/70 hover:bg-white/10 hover:text-surface" icon={<X size={14} />} onClick={() => dismiss(id)} />
        </div>
      ))}
    </div>
  )
}
