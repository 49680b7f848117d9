// One of the rooms that one is in.

import { Command } from 'cmdk'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMe } from '@/app/roles.ts'
import { useMessages } from '@/messages/messages.tsx'
import { inputLook } from '@/ui/field.tsx'
import { fitsTo } from './completions.ts'
import { nameOfRoom, RoomIcon } from './room-name.tsx'
import { inOrder } from './room-order.ts'
import { roomsQuery, type Room } from './rooms-queries.ts'

export function RoomChoice({ chosen, onChoose }: { chosen: string | undefined; onChoose(id: string): void }) {
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
