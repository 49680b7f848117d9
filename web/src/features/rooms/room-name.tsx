// What a room is called, and how it looks: a channel by its name, a direct room by who else is in it, the comments of a task by its title.

import { Hash, ListTodo, Lock, Users } from 'lucide-react'
import { useMe } from '@/app/roles.ts'
import { PersonAvatar } from '@/features/presence/marks.tsx'
import { useMessages } from '@/messages/messages.tsx'
import { Avatar } from '@/ui/avatar.tsx'
import type { Room } from './rooms-queries.ts'

type Named = Pick<Room, 'kind' | 'name' | 'people' | 'visibility'>

/** Everybody but oneself; alone, one is with oneself. */
export function othersIn({ people }: Pick<Room, 'people'>, me: string | undefined) {
  const others = people?.filter(({ user_id }) => user_id !== me) ?? []
  return others.length > 0 ? others : (people ?? [])
}

export function nameOfRoom(room: Named, me: string | undefined, ofNobody: string): string {
  if (room.kind !== 'direct') return room.name ?? ''
  return othersIn(room, me).map(({ name }) => name).join(', ') || ofNobody
}

export function useRoomName(room: Named): string {
  const { rooms: m } = useMessages()
  return nameOfRoom(room, useMe().user?.id, m.nobody)
}

export function RoomIcon({ room, size = 15 }: { room: Named; size?: number }) {
  const me = useMe().user?.id
  if (room.kind === 'channel') return room.visibility === 'private' ? <Lock size={size - 1} /> : <Hash size={size} />
  if (room.kind === 'task') return <ListTodo size={size} />
  const others = othersIn(room, me)
  if (others.length > 1) return <Users size={size} />
  return others[0] ? <PersonAvatar userId={others[0].user_id} name={others[0].name} /> : <Avatar name="?" />
}

/** Whom one speaks to, where that is one person. */
export function useCounterpart(room: Named): string | undefined {
  const me = useMe().user?.id
  const others = othersIn(room, me)
  return room.kind === 'direct' && others.length === 1 ? others[0]!.user_id : undefined
}
