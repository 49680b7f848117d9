// A message in other words, elsewhere: what was said, by whom, and the way there.

import { Command } from 'cmdk'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useMe } from '@/app/roles.ts'
import { useMessages } from '@/messages/messages.tsx'
import { inputLook } from '@/ui/field.tsx'
import { FormDialog } from '@/ui/form-dialog.tsx'
import { toast } from '@/ui/toasts.tsx'
import { fitsTo } from './completions.ts'
import { send } from './outbox.ts'
import { quoteOf } from './quote.ts'
import { nameOfRoom, RoomIcon } from './room-name.tsx'
import { inOrder } from './room-order.ts'
import { findRoom, roomsQuery, type Message, type Room } from './rooms-queries.ts'

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

function RoomChoice({ chosen, onChoose }: { chosen: string | undefined; onChoose(id: string): void }) {
  const { sharing: m, rooms } = useMessages()
  const me = useMe().user?.id
  const [text, setText] = useState('')
  const { data = [] } = useQuery(roomsQuery)
  const { channels, direct } = inOrder(data)
  const fits = fitsTo(text)
  const nameOf = (room: Room) => nameOfRoom(room, me, rooms.nobody)
  const offered = [...channels, ...direct].filter((room) => fits(nameOf(room)))
  return (
    <Command shouldFilter={false} label={m.where} loop>
      <span className="mb-1.5 block text-sm font-medium">{m.where}</span>
      <Command.Input value={text} onValueChange={setText} placeholder={m.find_room} className={inputLook} />
      <Command.List className="mt-1 h-40 overflow-y-auto">
        <Command.Empty className="px-2 py-6 text-center text-sm text-ink-soft">{m.no_room}</Command.Empty>
        {offered.map((room) => (
          <Command.Item
            key={room.id}
            value={room.id}
            onSelect={() => onChoose(room.id)}
            aria-checked={room.id === chosen}
            className={`flex h-9 cursor-pointer items-center gap-2.5 rounded-md px-2 text-sm data-[selected=true]:bg-hover ${room.id === chosen ? 'bg-selected! font-semibold' : ''}`}
          >
            <span className="flex w-6 shrink-0 justify-center text-ink-soft">
              <RoomIcon room={room} />
            </span>
            <span className="truncate">{nameOf(room)}</span>
          </Command.Item>
        ))}
      </Command.List>
    </Command>
  )
}
