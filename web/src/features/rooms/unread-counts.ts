// What is unread after an event of a message, of a room or of a thread.

import { queryClient } from '@/app/query-client.ts'
import { meQuery } from '@/app/session.ts'
import type { Message } from './rooms-queries.ts'

interface Counts {
  read_seq: number
  unread_count: number
  mention_count: number
}

const added: Record<string, number> = { 'message.created': 1, 'message.restored': 1, 'message.deleted': -1 }

export function counted<Of extends Counts>(counts: Of, type: string, { message, mentions_before }: { message: Message; mentions_before?: Message['mentions'] }): Of {
  const me = ownId()
  if (message.author.id === me || message.seq <= counts.read_seq) return counts
  const mentions = Number(mentionsMe(message.mentions, me)) - Number(mentions_before ? mentionsMe(mentions_before, me) : false)
  return { ...counts, unread_count: counts.unread_count + (added[type] ?? 0), mention_count: counts.mention_count + mentions }
}

function mentionsMe({ user_ids, room }: Message['mentions'], me: string | undefined): boolean {
  return room || user_ids.includes(me!)
}

export function ownId(): string | undefined {
  return queryClient.getQueryData(meQuery.queryKey)?.user?.id
}
