// A message in other words, elsewhere: what was said, by whom, and the way there.

import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useMe } from '@/app/roles.ts'
import { useMessages } from '@/messages/messages.tsx'
import { inputLook } from '@/ui/field.tsx'
import { FormDialog } from '@/ui/form-dialog.tsx'
import { toast } from '@/ui/toasts.tsx'
import { send } from './outbox.ts'
import { quoteOf } from './quote.ts'
import { RoomChoice } from './room-choice.tsx'
import { nameOfRoom } from './room-name.tsx'
import { findRoom, type Message } from './rooms-queries.ts'

interface Props {
  message: Message | undefined
  onClose(): void
}

export function ShareDialog({ message, onClose }: Props) {
  const { sharing: m } = useMessages()
  const navigate = useNavigate()
  const me = useMe().user?.id
  const [roomId, setRoomId] = useState<string>()
  const target = roomId === undefined ? undefined : findRoom(roomId)
  const from = message && findRoom(message.room_id)
  const close = () => {
    setRoomId(undefined)
    onClose()
  }
  const share = (form: FormData) => {
    const comment = String(form.get('comment') ?? '').trim()
    send({ room_id: target!.id, thread_id: null }, [comment, quoteOf(message!, { linked: true })].filter(Boolean).join('\n\n'), { files: [] })
    toast(m.shared(nameOfRoom(target!, me, '')), { action: { label: m.open, run: () => void navigate({ to: '/rooms/$id', params: { id: target!.id } }) } })
    close()
  }
  return (
    <FormDialog title={m.title} open={message !== undefined} submit={m.share} disabled={!target} onClose={close} onSubmit={share}>
      {message && (
        <>
          <blockquote className="line-clamp-4 border-l-2 border-line-strong pl-3 text-sm wrap-anywhere text-ink-soft">
            <span className="font-semibold">{message.author.name}</span> {message.snippet}
          </blockquote>
          <RoomChoice chosen={roomId} onChoose={setRoomId} />
          <label className="grid gap-1.5 text-sm font-medium">
            {m.comment}
            <textarea name="comment" rows={2} maxLength={10_000} className={`${inputLook} h-auto! py-2`} />
          </label>
          {from?.visibility === 'private' && target && target.id !== from.id && <p className="text-sm text-warning">{m.from_private(nameOfRoom(target, me, ''))}</p>}
        </>
      )}
    </FormDialog>
  )
}
