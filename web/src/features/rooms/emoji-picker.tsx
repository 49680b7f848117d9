import { useState, type ReactNode } from 'react'
import { useMessages } from '@/messages/messages.tsx'
import { inputLook } from '@/ui/field.tsx'
import { Popover } from '@/ui/popover.tsx'
import { emoji, findEmoji } from './emoji.ts'

interface Props {
  /** What opens it. */
  trigger: ReactNode
  onPick(emoji: string): void
}

export function EmojiPicker({ trigger, onPick }: Props) {
  const { rooms: m } = useMessages()
  const [open, setOpen] = useState(false)
  const pick = (chosen: string) => {
    setOpen(false)
    onPick(chosen)
  }
  return (
    <Popover trigger={trigger} label={m.emoji} open={open} onOpenChange={setOpen} className="w-80 p-2">
      <Choice onPick={pick} />
    </Popover>
  )
}

function Choice({ onPick }: { onPick(emoji: string): void }) {
  const { rooms: m } = useMessages()
  const [query, setQuery] = useState('')
  const q = query.trim()
  const found = q ? findEmoji(q, 72) : emoji
  return (
    <>
      <input
        value={query}
        aria-label={m.find_emoji}
        placeholder={m.find_emoji}
        className={inputLook}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && found[0] && onPick(found[0].emoji)}
      />
      <div className="mt-2 grid h-56 grid-cols-8 content-start gap-0.5 overflow-y-auto">
        {found.map(({ emoji, name }) => (
          <button key={name} type="button" aria-label={name} title={`:${name}:`} className="flex aspect-square items-center justify-center rounded-md text-xl hover:bg-hover focus-visible:bg-hover" onClick={() => onPick(emoji)}>
            {emoji}
          </button>
        ))}
        {found.length === 0 && <p className="col-span-full py-6 text-center text-ink-soft">{m.no_emoji}</p>}
      </div>
    </>
  )
}
