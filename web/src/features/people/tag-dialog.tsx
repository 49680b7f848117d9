// Tags of one person or of many: what all have is taken away, everything else is added.

import { useQuery } from '@tanstack/react-query'
import { Command } from 'cmdk'
import { Check, Plus, Tag } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { useMessages } from '@/messages/messages.tsx'
import { Dialog } from '@/ui/dialog.tsx'
import { tagsQuery } from './references.ts'

interface Props {
  title: string
  open: boolean
  onClose(): void
  /** What all of them have. */
  common: string[]
  onChoose(tag: string, on: boolean): void
}

export function TagDialog({ title, open, onClose, common, onChoose }: Props) {
  return (
    <Dialog title={title} open={open} onClose={onClose} bare className="mt-[12vh] max-md:mt-3 w-[min(28rem,calc(100vw-2rem))]">
      <Choices
        title={title}
        common={common}
        onChoose={(tag, on) => {
          onClose()
          onChoose(tag, on)
        }}
      />
    </Dialog>
  )
}

function Choices({ title, common, onChoose }: Omit<Props, 'open' | 'onClose'>) {
  const m = useMessages()
  const [text, setText] = useState('')
  const q = useDeferredValue(text.trim())
  const { data: found = [] } = useQuery(tagsQuery(q))
  const isNew = q !== '' && !found.some(({ name }) => name.toLowerCase() === q.toLowerCase())
  const matches = found.filter(({ name }) => name.toLowerCase().includes(q.toLowerCase()))
  const look = 'flex h-9 cursor-pointer items-center gap-3 rounded-md px-2.5 data-[selected=true]:bg-hover'
  return (
    <Command label={title} shouldFilter={false} className="flex max-h-[60vh] flex-col">
      <div className="flex items-center gap-3 border-b px-4">
        <Tag size={15} className="text-ink-faint" />
        <Command.Input autoFocus value={text} onValueChange={setText} maxLength={100} placeholder={title} className="h-12 min-w-0 flex-1 bg-transparent text-lg outline-none placeholder:text-ink-faint" />
      </div>
      <Command.List className="overflow-y-auto p-1.5">
        {matches.map(({ id, name, color, contact_count }) => (
          <Command.Item key={id} value={id} onSelect={() => onChoose(name, !common.includes(name))} className={look}>
            <span className="size-2.5 rounded-full bg-line-strong" style={color ? { backgroundColor: color } : undefined} />
            <span className="flex-1 truncate">{name}</span>
            {common.includes(name) ? <Check size={15} aria-label={m.people.has_tag} className="text-accent" /> : <span className="text-xs text-ink-faint">{m.people.total(contact_count)}</span>}
          </Command.Item>
        ))}
        {isNew && (
          <Command.Item value="new" onSelect={() => onChoose(q, true)} className={look}>
            <Plus size={15} className="text-ink-faint" />
            <span className="truncate">{m.people.new_tag(q)}</span>
          </Command.Item>
        )}
      </Command.List>
    </Command>
  )
}
