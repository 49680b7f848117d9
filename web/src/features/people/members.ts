import { useQuery } from '@tanstack/react-query'
import { membersQuery } from './references.ts'

/** Names of the members, by the ids of their users. */
export function useMemberNames(): Map<string, string> {
  const { data } = useQuery({ ...membersQuery, select: namesOf })
  return data ?? none
}

const none = new Map<string, string>()

function namesOf(members: { user_id: string; name: string }[]): Map<string, string> {
  return new Map(members.map(({ user_id, name }) => [user_id, name]))
}
