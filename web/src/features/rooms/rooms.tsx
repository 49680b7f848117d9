// Rooms: the list beside the room that is open; on a phone one after the other.

import { useQuery } from '@tanstack/react-query'
import { Outlet, useLocation, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Compass, Hash, Pencil } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useCommands } from '@/app/commands.ts'
import { isAtLeast, useMe } from '@/app/roles.ts'
import { useKeys } from '@/app/shortcuts.ts'
import { useMessages } from '@/messages/messages.tsx'
import { classes } from '@/ui/classes.ts'
import { later } from '@/ui/later.tsx'
import { useMedia } from '@/ui/media.ts'
import { visitedRoom } from './room.tsx'
import { RoomList } from './room-list.tsx'
import { inOrder, isMuted } from './room-order.ts'
import { roomsQuery } from './rooms-queries.ts'

const BrowseDialog = later(async () => (await import('./browse-dialog.tsx')).BrowseDialog)
const NewChannel = later(async () => (await import('./new-room.tsx')).NewChannel)
const NewMessage = later(async () => (await import('./new-room.tsx')).NewMessage)

export function Rooms() {
  const { rooms: m } = useMessages()
  const { pathname } = useLocation()
  const { id } = useParams({ strict: false })
  // By where one goes: what is matched follows a moment later.
  const isOpen = pathname.startsWith('/rooms/')
  const { list } = useSearch({ strict: false })
  const [dialog, setDialog] = useState<'channel' | 'message' | 'browse'>()
  const close = () => setDialog(undefined)
  useWalk(id)
  useReturn(pathname === '/rooms' && list !== true)
  useCommands(isAtLeast(useMe().role, 'member') ? [
    { label: m.new_message, icon: <Pencil size={16} />, run: () => setDialog('message') },
    { label: m.new_channel, icon: <Hash size={16} />, run: () => setDialog('channel') },
    { label: m.browse, icon: <Compass size={16} />, run: () => setDialog('browse') },
  ] : [])
  return (
    <div className="flex h-full">
      <div className={classes('flex w-full flex-col bg-canvas/60 lg:w-64 lg:shrink-0 lg:border-r', isOpen && 'max-lg:hidden')}>
        <RoomList onNew={setDialog} />
      </div>
      <Outlet />
      <BrowseDialog open={dialog === 'browse'} onClose={close} onNew={() => setDialog('channel')} />
      <NewChannel open={dialog === 'channel'} onClose={close} />
      <NewMessage open={dialog === 'message'} onClose={close} />
    </div>
  )
}

/** From room to room as they stand in the list, and from one that is unread to the next. */
function useWalk(id: string | undefined) {
  const navigate = useNavigate()
  const { data = [] } = useQuery(roomsQuery)
  const { channels, direct } = inOrder(data)
  const rooms = [...channels, ...direct]
  const walk = (by: number, wanted = rooms) => () => {
    const at = rooms.findIndex((room) => room.id === id)
    const further = by > 0 ? [...rooms.slice(at + 1), ...rooms.slice(0, Math.max(0, at))] : [...rooms.slice(0, Math.max(0, at)).toReversed(), ...rooms.slice(at + 1).toReversed()]
    const next = further.find((room) => wanted.includes(room))
    if (next) void navigate({ to: '/rooms/$id', params: { id: next.id } })
  }
  const unread = rooms.filter((room) => (room.membership?.unread_count ?? 0) > 0 && !isMuted(room))
  useKeys({ 'alt+ArrowDown': walk(1), 'alt+ArrowUp': walk(-1), 'alt+shift+ArrowDown': walk(1, unread), 'alt+shift+ArrowUp': walk(-1, unread) })
}

/** Where there is room beside the list, it begins where somebody was. */
function useReturn(isList: boolean) {
  const navigate = useNavigate()
  const isWide = useMedia('(width >= 64rem)')
  const { data: rooms } = useQuery(roomsQuery)
  const visited = rooms?.find((room) => room.id === visitedRoom())?.id ?? rooms?.[0]?.id
  useEffect(() => {
    if (isList && isWide && visited) void navigate({ to: '/rooms/$id', params: { id: visited }, replace: true })
  }, [isList, isWide, visited, navigate])
}
