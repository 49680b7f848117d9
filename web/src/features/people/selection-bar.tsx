// What can be done with the selected people; at the foot of the table while there are any.

import { X } from 'lucide-react'
import { useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'

export function SelectionBar({ ids, onClear }: { ids: string[]; onClear(): void }) {
  const m = useMessages()
  return (
    <div role="toolbar" aria-label={m.people.selected(ids.length)} className="absolute inset-x-0 bottom-6 mx-auto flex w-fit animate-[appear_140ms_ease-out] items-center gap-3 rounded-lg bg-raised py-1.5 pr-2 pl-4 text-sm shadow-pop">
      <span className="font-medium">{m.people.selected(ids.length)}</span>
      <Button look="quiet" size="sm" icon={<X size={14} />} shortcut="Esc" onClick={onClear}>
        {m.people.clear}
      </Button>
    </div>
  )
}
