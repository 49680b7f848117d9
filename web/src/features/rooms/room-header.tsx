import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ArrowLeft, BellOff, Pin, TextSearch, Users } from 'lucide-react'
import { useState, type ComponentProps } from 'react'
import { Standing } from '@/features/presence/standing.tsx'
import { useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { EditableText } from '@/ui/editable-text.tsx'
import { later } from '@/ui/later.tsx'
import { changeRoom } from './room-actions.ts'
import { membersOfQuery } from './room-members.ts'
import type { RoomMenu as RoomMenuComponent } from './room-menu.tsx'
import { RoomIcon, useCounterpart, useRoomName } from './room-name.tsx'
import { isMuted } from './room-order.ts'
import type { Room } from './rooms-queries.ts'

const RoomMenu = later<ComponentProps<typeof RoomMenuComponent>>(async () => (await import('./room-menu.tsx')).RoomMenu)
const MembersDialog = later(async () => (await import('./members-dialog.tsx')).MembersDialog)
const PinsDialog = later(async () => (await import('./pins-dialog.tsx')).PinsDialog)

export function RoomHeader({ room }: { room: Room }) {
  const { rooms: m, message_search, pins } = useMessages()
  const name = useRoomName(room)
  const counterpart = useCounterpart(room)
  const [showsMembers, setShowsMembers] = useState(false)
  const [showsPins, setShowsPins] = useState(false)
  const isChannel = room.kind === 'channel'
  const mayTopic = isChannel && room.membership && !room.archived_at
  return (
    <header className="flex h-12 shrink-0 items-center gap-2 border-b px-3 md:px-5">
      <Link to="/rooms" search={{ list: true }} aria-label={m.back} className="-ml-2 flex size-9 shrink-0 items-center justify-center rounded-md text-ink-soft hover:bg-hover lg:hidden">
        <ArrowLeft size={18} />
      </Link>
      <span className="shrink-0 text-ink-soft">
        <RoomIcon room={room} size={17} />
      </span>
      <div className="max-w-[60%] min-w-0 shrink-0 max-lg:shrink">
        <h1 className="truncate text-lg font-semibold max-md:leading-5">{name}</h1>
        {counterpart && <Standing userId={counterpart} className="text-xs text-ink-soft md:hidden" />}
      </div>
      {room.membership && isMuted(room) && <BellOff size={14} className="shrink-0 text-ink-faint" aria-label={m.muted} />}
      <div className="min-w-0 flex-1 text-sm text-ink-soft max-md:invisible">
        {counterpart && <Standing userId={counterpart} className="px-1.5" />}
        {mayTopic ? <EditableText label={m.topic} value={room.topic} placeholder={m.add_topic} onSave={(topic) => void changeRoom(room, { topic })} /> : room.topic && <p className="truncate px-1.5">{room.topic}</p>}
      </div>
      <Link to="/rooms/search" search={{ q: `in:${inFilter(room)} ` }} aria-label={message_search.in_room} title={message_search.in_room} className="flex size-7 shrink-0 items-center justify-center rounded-md text-ink-soft hover:bg-hover hover:text-ink pointer-coarse:size-9">
        <TextSearch size={15} />
      </Link>
      <Button size="sm" look="quiet" aria-label={pins.title(name)} title={pins.title(name)} icon={<Pin size={15} />} onClick={() => setShowsPins(true)} />
      {isChannel && <Count room={room} onOpen={() => setShowsMembers(true)} />}
      {room.membership && <RoomMenu room={room} onMembers={() => setShowsMembers(true)} />}
      <PinsDialog room={room} open={showsPins} onClose={() => setShowsPins(false)} />
      <MembersDialog room={room} open={showsMembers} onClose={() => setShowsMembers(false)} />
    </header>
  )
}

/** As one would write it; what has no name of its own by its id. */
function inFilter({ id, name, visibility }: Room): string {
  if (name === null || visibility === 'private' || name.includes('"')) return id
  return /\s/.test(name) ? `"${name}"` : name
}

function Count({ room, onOpen }: { room: Room; onOpen(): void }) {
  const { rooms: m } = useMessages()
  const { data } = useQuery(membersOfQuery(room.id))
  return (
    <Button size="sm" look="quiet" icon={<Users size={15} />} aria-label={data ? m.members_count(data.length) : m.members} title={m.members} className="px-2!" onClick={onOpen}>
      <span className="tabular-nums">{data?.length ?? ' '}</span>
    </Button>
  )
}
