import { Plus, RotateCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { RemoveButton } from '@/ui/remove-button.tsx'

interface Props {
  title: string
  add: string
  onAdd(): void
  /** Why it cannot be shown, and what asks again. */
  error?: Error | null
  retry?(): void
  children: ReactNode
}

/** A list beside the properties, with a button to add to it. */
export function SideSection({ title, add, onAdd, error, retry, children }: Props) {
  const m = useMessages()
  return (
    <section aria-label={title} className="mt-5 border-t pt-3">
      <header className="mb-1 flex items-center justify-between">
        <h2 className="text-sm font-semibold">{title}</h2>
        <Button size="sm" look="quiet" icon={<Plus size={14} />} aria-label={add} title={add} onClick={onAdd} />
      </header>
      {error && (
        <p role="alert" className="flex items-center gap-2 px-1.5 text-sm text-danger">
          <span className="flex-1">{error.message}</span>
          <Button size="sm" look="quiet" icon={<RotateCw size={13} />} aria-label={m.states.retry} title={m.states.retry} onClick={retry} />
        </p>
      )}
      <ul className="text-sm">{children}</ul>
    </section>
  )
}

/** A line of it, with what takes it away. */
export function SideLine({ remove, onRemove, children }: { remove: string; onRemove(): void; children: ReactNode }) {
  return (
    <li className="group flex min-h-8 items-center gap-2 rounded-md px-1.5 hover:bg-hover">
      <div className="min-w-0 flex-1">{children}</div>
      <RemoveButton label={remove} onClick={onRemove} />
    </li>
  )
}
