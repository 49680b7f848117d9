import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Lock } from 'lucide-react'
import { RoomIcon, useRoomName } from '@/features/rooms/room-name.tsx'
import { roomQuery, roomsQuery, type Room } from '@/features/rooms/rooms-queries.ts'
import { useTaskMessages } from '@/messages/tasks.ts'
import { RemoveButton } from '@/ui/remove-button.tsx'

/** A room that a task is about: by its name, where one sees it. */
export function AboutRoom({ id, onRemove }: { id: string; onRemove(): void }) {
  const { tasks: m } = useTaskMessages()
  const own = useQuery({ ...roomsQuery, select: (rooms) => rooms.find((room) => room.id === id) })
  const other = useQuery({ ...roomQuery(id), enabled: own.isSuccess && !own.data, retry: false })
  const room = own.data ?? other.data
  if (room) return <Named room={room} onRemove={onRemove} />
  if (!other.isError) return <li className="min-h-8" />
  return (
    <li className="group flex min-h-8 items-center gap-2 text-ink-faint">
      <Lock size={14} className="mx-1 shrink-0" />
      <span className="flex-1 truncate">{m.hidden_room}</span>
    </li>
  )
}

function Named({ room, onRemove }: { room: Room; onRemove(): void }) {
  const { tasks: m } = useTaskMessages()
  const name = useRoomName(room)
  return (
    <li className="group flex min-h-8 items-center gap-2">
      <span className="flex w-6 shrink-0 justify-center text-ink-faint">
        <RoomIcon room={room} />
      </span>
      <Link to="/rooms/$id" params={{ id: room.id }} className="min-w-0 flex-1 truncate hover:underline">
        {name}
      </Link>
      <RemoveButton label={m.unlink(name)} onClick={onRemove} />
    </li>
  )
}
