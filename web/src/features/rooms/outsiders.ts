// Whoever is named in a private channel and is not in it hears nothing of it: whoever writes is to know.

import { queryClient } from '@/app/query-client.ts'
import { membersQuery } from '@/features/people/references.ts'
import { membersOfQuery } from './room-members.ts'
import type { Room } from './rooms-queries.ts'

/** Their names, of those whom this Markdown mentions; as far as it is known who is in the room. */
export function findOutsiders({ id, kind, visibility }: Room, markdown: string): string[] {
  if (kind !== 'channel' || visibility !== 'private') return []
  const here = queryClient.getQueryData(membersOfQuery(id).queryKey)
  const everybody = queryClient.getQueryData(membersQuery.queryKey)
  if (!here || !everybody) return []
  const isIn = new Set(here.map(({ user_id }) => user_id))
  const named = new Set(Array.from(markdown.matchAll(/\]\(user:([0-9a-f-]{36})\)/g), ([, userId]) => userId))
  return everybody.filter(({ user_id }) => named.has(user_id) && !isIn.has(user_id)).map(({ name }) => name)
}
