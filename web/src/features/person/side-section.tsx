import { Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/ui/button.tsx'
import { RemoveButton } from '@/ui/remove-button.tsx'

interface Props {
  title: string
  add: string
  onAdd(): void
  children: ReactNode
}

/** A list beside the properties, with a button to add to it. */
export function SideSection({ title, add, onAdd, children }: Props) {
  return (
    <section aria-label={title} className="mt-5 border-t pt-3">
      <header className="mb-1 flex items-center justify-between">
        <h2 className="text-sm font-semibold">{title}</h2>
        <Button size="sm" look="quiet" icon={<Plus size={14} />} aria-label={add} title={add} onClick={onAdd} />
      </header>
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
