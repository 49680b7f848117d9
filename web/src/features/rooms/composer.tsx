// What is written in a room next. It is kept as it is, for each room, until it is sent.

import { useEffect, useRef } from 'react'
import { AtSign, SendHorizontal, Smile } from 'lucide-react'
import { dropDraft, useDraft } from '@/app/drafts.ts'
import { useKeys } from '@/app/shortcuts.ts'
import { useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { useFoot } from '@/ui/foot.ts'
import { useMedia } from '@/ui/media.ts'
import { EmojiPicker } from './emoji-picker.tsx'
import type { Spot } from './history.ts'
import { MessageBox } from './message-box.tsx'
import { send } from './outbox.ts'
import type { Room } from './rooms-queries.ts'
import { useRoomName } from './room-name.tsx'
import { nothing, toMarkdown } from './written.ts'

interface Props {
  room: Room
  spot: Spot
  hasKeys: boolean
  /** It was sent: its end is to be seen. */
  onSent(): void
  onEscape(): void
  onEditLast(): void
}

export function Composer({ room, spot, hasKeys, onSent, onEscape, onEditLast }: Props) {
  useFoot()
  const { rooms: m } = useMessages()
  const name = useRoomName(room)
  const draft = spot.thread_id ? `thread:${spot.thread_id}` : `room:${room.id}`
  const label = spot.thread_id ? m.reply : m.write_to(name)
  const [written, change] = useDraft(draft, nothing)
  const area = useRef<HTMLTextAreaElement>(null)
  const hasKeyboard = useMedia('(hover: hover)')
  const isEmpty = written.text.trim() === ''
  useKeys({ n: () => area.current?.focus() }, hasKeys)
  useEffect(() => {
    if (hasKeyboard) area.current?.focus({ preventScroll: true })
  }, [hasKeyboard])
  const sendIt = () => {
    if (isEmpty) return
    send(spot, toMarkdown(written))
    change(nothing)
    dropDraft(draft)
    onSent()
    area.current?.focus()
  }
  /** Where the caret is; `spaced` from a word before it. */
  const insert = (text: string, spaced = false) => {
    const at = area.current!.selectionStart
    const before = written.text.slice(0, at)
    const inserted = spaced && /\S$/.test(before) ? ` ${text}` : text
    change({ ...written, text: before + inserted + written.text.slice(at) })
    requestAnimationFrame(() => {
      area.current!.focus()
      area.current!.setSelectionRange(at + inserted.length, at + inserted.length)
    })
  }
  return (
    <div className="shrink-0 px-3 pb-3 md:px-5 md:pb-4">
      <div className="rounded-lg bg-surface shadow-xs ring-1 ring-line-strong ring-inset focus-within:ring-accent">
        <MessageBox
          ref={area}
          room={room}
          label={label}
          placeholder={label}
          value={written}
          onChange={change}
          onSend={sendIt}
          onEscape={() => {
            area.current?.blur()
            onEscape()
          }}
          onUp={onEditLast}
        >
          <div className="flex items-center gap-0.5 px-1.5 pb-1.5">
            <Button size="sm" look="quiet" aria-label={m.mention} title={m.mention} icon={<AtSign size={15} />} onClick={() => insert('@', true)} />
            <EmojiPicker trigger={<Button size="sm" look="quiet" aria-label={m.emoji} title={m.emoji} icon={<Smile size={15} />} />} onPick={insert} />
            <span className="ml-2 flex-1 truncate text-xs text-ink-faint max-md:invisible">{written.text ? m.keys_hint : ''}</span>
            <Button size="sm" look={isEmpty ? 'quiet' : 'primary'} disabled={isEmpty} aria-label={m.send} title={m.send} icon={<SendHorizontal size={15} />} onClick={sendIt} />
          </div>
        </MessageBox>
      </div>
    </div>
  )
}
