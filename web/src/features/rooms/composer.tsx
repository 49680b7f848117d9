// What is written in a room or thread next. It is kept as it is until it is sent, on all of one's devices.

import { useEffect, useRef, useState } from 'react'
import { AtSign, Paperclip, SendHorizontal, Siren, Smile } from 'lucide-react'
import { isAtLeast, useMe } from '@/app/roles.ts'
import { useKeys } from '@/app/shortcuts.ts'
import { useFormats } from '@/messages/messages.tsx'
import { useTalkMessages } from '@/messages/talk.ts'
import { Button } from '@/ui/button.tsx'
import { useFoot } from '@/ui/foot.ts'
import { useMedia } from '@/ui/media.ts'
import { toast } from '@/ui/toasts.tsx'
import { AttachedFiles } from './attached-files.tsx'
import { attach, detach, takeAttachments, useAttachments } from './attachments.ts'
import { dropMessageDraft, useMessageDraft } from './drafts.ts'
import { EmojiPicker } from './emoji-picker.tsx'
import type { Spot } from './history.ts'
import { schedule } from './later/scheduled.ts'
import { SendLater } from './later/send-later.tsx'
import { WaitingHere } from './later/waiting-here.tsx'
import { MessageBox } from './message-box.tsx'
import { send } from './outbox.ts'
import { findOutsiders } from './outsiders.ts'
import { useRoomName } from './room-name.tsx'
import type { Room } from './rooms-queries.ts'
import { doneTyping, sayTyping } from './typing.ts'
import { TypingLine } from './typing-line.tsx'
import { toMarkdown } from './written.ts'

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
  const { rooms: m, later, talk } = useTalkMessages()
  const { moment } = useFormats()
  const name = useRoomName(room)
  const label = spot.thread_id ? m.reply : room.kind === 'task' ? m.write_comment : m.write_to(room.kind === 'channel' ? `#${name}` : name)
  const [written, change] = useMessageDraft(spot)
  const attachments = useAttachments(spot)
  const [urgent, setUrgent] = useState(false)
  const picker = useRef<HTMLInputElement>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  const mayBeUrgent = isAtLeast(useMe().role, 'member')
  const hasKeyboard = useMedia('(hover: hover)')
  const isReady = attachments.every(({ file }) => file)
  const isEmpty = (written.text.trim() === '' && attachments.length === 0) || !isReady
  // Whoever looks at a task may not want to say anything; whoever opens a thread does.
  const takesFocus = room.kind !== 'task' || spot.thread_id !== null
  useKeys({ n: () => area.current?.focus() }, hasKeys)
  useEffect(() => {
    if (hasKeyboard && takesFocus) area.current?.focus({ preventScroll: true })
  }, [hasKeyboard, takesFocus])
  const sendIt = () => {
    if (isEmpty) return
    const markdown = toMarkdown(written)
    send(spot, markdown, { files: takeAttachments(spot), urgent })
    const outsiders = findOutsiders(room, markdown)
    if (outsiders.length > 0) toast(talk.outsiders(outsiders.join(', ')))
    setUrgent(false)
    dropMessageDraft(spot)
    doneTyping(spot)
    onSent()
    area.current?.focus()
  }
  const sendLater = async (at: string) => {
    const markdown = toMarkdown(written)
    if (!(await schedule(spot, { text: markdown, send_at: at, files: attachments.flatMap(({ file }) => file ?? []), urgent }))) return
    for (const { id } of attachments) detach(spot, id)
    setUrgent(false)
    dropMessageDraft(spot, markdown)
    doneTyping(spot)
    toast(later.is_scheduled(moment(at)))
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
    <div data-composer={spot.thread_id ?? room.id} className="relative shrink-0 px-3 pb-5 md:px-5">
      <WaitingHere spot={spot} />
      <div className="max-w-[58.75rem] rounded-lg bg-surface shadow-xs ring-1 ring-line-strong ring-inset focus-within:ring-accent">
        <AttachedFiles spot={spot} attachments={attachments} />
        <MessageBox
          ref={area}
          room={room}
          label={label}
          placeholder={label}
          value={written}
          onChange={(next) => {
            change(next)
            if (next.text) sayTyping(spot)
          }}
          onSend={sendIt}
          onEscape={() => {
            area.current?.blur()
            onEscape()
          }}
          onUp={onEditLast}
          onFiles={(chosen) => attach(spot, chosen)}
        >
          <div className="flex items-center gap-0.5 px-1.5 pb-1.5">
            <Button size="sm" look="quiet" aria-label={m.attach} title={m.attach} icon={<Paperclip size={15} />} onClick={() => picker.current?.click()} />
            <input
              ref={picker}
              type="file"
              multiple
              hidden
              onChange={({ target }) => {
                attach(spot, [...(target.files ?? [])])
                target.value = ''
              }}
            />
            <Button size="sm" look="quiet" aria-label={m.mention} title={m.mention} icon={<AtSign size={15} />} onClick={() => insert('@', true)} />
            <EmojiPicker trigger={<Button size="sm" look="quiet" aria-label={m.emoji} title={m.emoji} icon={<Smile size={15} />} />} onPick={insert} />
            {mayBeUrgent && <Button size="sm" look="quiet" aria-pressed={urgent} aria-label={m.urgent_hint} title={m.urgent_hint} className={urgent ? 'bg-danger-soft! text-danger!' : ''} icon={<Siren size={15} />} onClick={() => setUrgent(!urgent)} />}
            <span className="ml-2 flex-1 truncate text-xs text-ink-faint max-md:invisible">{written.text ? m.keys_hint : ''}</span>
            <Button size="sm" look={isEmpty ? 'quiet' : 'primary'} className="rounded-r-none" disabled={isEmpty} aria-label={m.send} title={m.send} icon={<SendHorizontal size={15} />} onClick={sendIt} />
            <SendLater look={isEmpty ? 'quiet' : 'primary'} disabled={isEmpty} onChoose={(at) => void sendLater(at)} />
          </div>
        </MessageBox>
      </div>
      <TypingLine spot={spot} />
    </div>
  )
}
