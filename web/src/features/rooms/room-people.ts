import { useQuery } from '@tanstack/react-query'
import { isAtLeast, useMe } from '@/app/roles.ts'
import { membersQuery } from '@/features/people/references.ts'
import { membersOfQuery } from './room-members.ts'

interface Person {
  user_id: string
  name: string
  email?: string
}

const nobody: Person[] = []

/** Whom somebody can name in a room: who is in the organization; guests know only who is in the room. */
export function useRoomPeople(roomId: string, isWanted = true): Person[] {
  const isMember = isAtLeast(useMe().role, 'member')
  const { data: members } = useQuery({ ...membersQuery, enabled: isWanted && isMember })
  const { data: here } = useQuery({ ...membersOfQuery(roomId), enabled: isWanted && !isMember })
  return (isMember ? members : here) ?? nobody
}

/** Names by the ids of users. */
export function useNamesIn(roomId: string): Map<string, string> {
  const people = useRoomPeople(roomId)
  return new Map(people.map(({ user_id, name }) => [user_id, name]))
}
