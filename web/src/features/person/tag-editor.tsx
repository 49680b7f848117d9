import { Plus, Tag } from 'lucide-react'
import { useState } from 'react'
import { useCommands } from '@/app/commands.ts'
import { useKeys } from '@/app/shortcuts.ts'
import { useMessages } from '@/messages/messages.tsx'

interface Props {
  /** From a key or the palette: it may not be in sight. */
  onReveal(): void
  onAdd(tag: string): void
}

export function TagEditor({ onReveal, onAdd }: Props) {
  const m = useMessages()
  const [open, setOpen] = useState(false)
  const reveal = () => {
    onReveal()
    setOpen(true)
  }
  useKeys({ t: reveal })
  useCommands([{ label: m.person.add_tag, keys: 't', icon: <Tag size={16} />, run: reveal }])
  if (!open) {
    return (
      <button type="button" onClick={() => setOpen(true)} title="t" className="inline-flex h-5.5 items-center gap-1 rounded-full px-1.5 text-xs text-ink-faint hover:bg-hover hover:text-ink">
        <Plus size={12} />
        {m.person.add_tag}
      </button>
    )
  }
  return (
    <input
      autoFocus
      aria-label={m.person.add_tag}
      className="h-5.5 w-28 rounded-full bg-surface px-2 text-xs ring-1 ring-accent outline-none ring-inset"
      onBlur={() => setOpen(false)}
      onKeyDown={(event) => {
        const tag = event.currentTarget.value.trim()
        if (event.key === 'Escape') {
          event.stopPropagation()
          setOpen(false)
        }
        if (event.key !== 'Enter') return
        if (tag) onAdd(tag)
        event.currentTarget.value = ''
      }}
    />
  )
}
