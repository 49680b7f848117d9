import { Hash, Lock } from 'lucide-react'
import { useMe } from '@/app/roles.ts'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { Avatar } from '@/ui/avatar.tsx'
import { othersIn, useRoomName } from './room-name.tsx'
import type { Room } from './rooms-queries.ts'

/** Above the first message. */
export function RoomBeginning({ room }: { room: Room }) {
  const { rooms: m, retention } = useMessages()
  const { date } = useFormats()
  const name = useRoomName(room)
  const me = useMe().user?.id
  const isChannel = room.kind === 'channel'
  const isAlone = room.people?.length === 1
  return (
    <div className="px-3 pt-8 pb-4 md:px-5">
      {isChannel ? (
        <div className="flex size-12 items-center justify-center rounded-lg bg-accent-soft text-accent-strong">{room.visibility === 'private' ? <Lock size={22} /> : <Hash size={24} />}</div>
      ) : (
        <div className="flex -space-x-2">
          {othersIn(room, me).slice(0, 5).map((person) => (
            <span key={person.user_id} className="rounded-full ring-2 ring-surface">
              <Avatar name={person.name} size="lg" />
            </span>
          ))}
        </div>
      )}
      <h2 className="mt-3 text-xl font-semibold">{name}</h2>
      <p className="mt-1 max-w-prose text-ink-soft">{isChannel ? m.begins_channel(name, date(room.created_at)) : isAlone ? m.begins_alone : m.begins_direct(name)}</p>
      {room.kept_days !== null && <p className="mt-1 max-w-prose text-sm text-ink-soft">{retention.kept(retention.days(room.kept_days))}</p>}
      {room.topic && <p className="mt-1 max-w-prose text-ink-soft">{room.topic}</p>}
    </div>
  )
}
