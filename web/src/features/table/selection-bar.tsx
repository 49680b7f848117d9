// What can be done with what is selected; at the foot of the table while there are any.

import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { useFoot } from '@/ui/foot.ts'

interface Props {
  size: number
  total: number
  onAll(): void
  onClear(): void
  /** A `SelectionAction` for each. */
  children: ReactNode
}

export function SelectionBar({ size, total, onAll, onClear, children }: Props) {
  const m = useMessages()
  useFoot()
  return (
    <div role="toolbar" aria-label={m.people.selected(size)} className="absolute inset-x-0 bottom-5 z-20 mx-auto flex w-fit max-w-[calc(100%-1rem)] animate-[appear_140ms_ease-out] items-center gap-1 rounded-lg bg-raised py-1.5 pr-1.5 pl-3.5 text-sm shadow-pop">
      <span role="status" className="font-medium whitespace-nowrap tabular-nums">
        {m.people.selected(size)}
      </span>
      {size < total && (
        <button type="button" onClick={onAll} className="mr-1 min-w-0 truncate rounded-md px-1.5 py-1 font-medium text-accent hover:bg-hover">
          {m.people.select_everybody(total)}
        </button>
      )}
      {children}
      <Button look="quiet" size="sm" aria-label={m.shortcuts.clear} title={`${m.shortcuts.clear} (Esc)`} icon={<X size={15} />} onClick={onClear} />
    </div>
  )
}

/** Its word where there is room for it. */
export function SelectionAction({ icon, label, keys, onClick }: { icon: ReactNode; label: string; keys: string; onClick(): void }) {
  return (
    <Button look="quiet" size="sm" icon={icon} aria-label={label} title={`${label} (${keys})`} onClick={onClick} className="max-md:w-9 max-md:px-0">
      <span className="max-md:hidden">{label}</span>
    </Button>
  )
}
