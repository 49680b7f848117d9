import { useQuery } from '@tanstack/react-query'
import { useMessages } from '@/messages/messages.tsx'
import { ManyChoice } from './many-choice.tsx'
import { RoomIcon } from './room-name.tsx'
import { roomsQuery } from './rooms-queries.ts'

interface Props {
  label: string
  chosen: string[]
  onChange(roomIds: string[]): void
}

/** Several of the channels that one is in; nothing where one is in none. */
export function ChannelChoice(props: Props) {
  const { rooms: m, sharing } = useMessages()
  const { data: rooms = [] } = useQuery(roomsQuery)
  const choices = rooms.filter(({ kind }) => kind === 'channel').map((room) => ({
    id: room.id, name: room.name!, icon: <span className="flex w-6 shrink-0 justify-center text-ink-soft"><RoomIcon room={room} /></span>,
  }))
  return choices.length > 0 && <ManyChoice {...props} choices={choices} placeholder={m.find_channel} empty={sharing.no_room} without={m.without} className="h-32" />
}
