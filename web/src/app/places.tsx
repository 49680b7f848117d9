// Where one can go: in the navigation, in the palette and by two keys.

import { Activity, Building2, Combine, FileUp, House, Inbox, ListTodo, MessagesSquare, Users } from 'lucide-react'
import { useMessages } from '@/messages/messages.tsx'
import { isAtLeast, useMe } from './roles.ts'

/** Those that somebody may see: guests are in rooms, hear of what happens there, and are nowhere else. */
export function usePlaces(): Place[] {
  const places = useAllPlaces()
  const isMember = isAtLeast(useMe().role, 'member')
  return isMember ? [...places] : places.filter(({ to }) => to === '/rooms' || to === '/inbox')
}

function useAllPlaces() {
  const { nav } = useMessages()
  return [
    { to: '/', label: nav.home, icon: House, keys: 'g h' },
    { to: '/inbox', label: nav.inbox, icon: Inbox, keys: 'g n' },
    { to: '/rooms', label: nav.rooms, icon: MessagesSquare, keys: 'g r' },
    { to: '/tasks', label: nav.tasks, icon: ListTodo, keys: 'g t' },
    { to: '/people', label: nav.people, icon: Users, keys: 'g p' },
    { to: '/companies', label: nav.companies, icon: Building2, keys: 'g c' },
    { to: '/import', label: nav.imports, icon: FileUp, keys: 'g i' },
    { to: '/duplicates', label: nav.duplicates, icon: Combine, keys: 'g d' },
    { to: '/operations', label: nav.operations, icon: Activity, keys: 'g o' },
  ] as const
}

export type Place = ReturnType<typeof useAllPlaces>[number]

/** On a phone so many of them are tabs; the others are behind “More”, with the settings. */
export const phoneTabs = 5
