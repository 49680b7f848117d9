import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Group, Item } from '@/app/palette-items.tsx'
import { useMe } from '@/app/roles.ts'
import { useMessages } from '@/messages/messages.tsx'
import { nameOfRoom, RoomIcon } from './room-name.tsx'
import { inOrder } from './room-order.ts'
import { roomsQuery } from './rooms-queries.ts'

interface Props {
  fits(named: { label: string }): boolean
  then(action: () => void): () => void
}

const most = 6

/** In the palette, by name; nothing is asked for, they are here. */
export function PaletteRooms({ fits, then }: Props) {
  const { rooms: m } = useMessages()
  const me = useMe().user?.id
  const navigate = useNavigate()
  const { data = [] } = useQuery(roomsQuery)
  const { channels, direct } = inOrder(data)
  const found = [...channels, ...direct].map((room) => ({ room, label: nameOfRoom(room, me, m.nobody) })).filter(fits)
  if (found.length === 0) return null
  return (
    <Group heading={m.title}>
      {found.slice(0, most).map(({ room, label }) => (
        <Item key={room.id} value={`room ${room.id}`} icon={<RoomIcon room={room} />} onSelect={then(() => void navigate({ to: '/rooms/$id', params: { id: room.id } }))}>
          {label}
        </Item>
      ))}
    </Group>
  )
}
