import { useQuery } from '@tanstack/react-query'
import { countUnread } from './room-order.ts'
import { roomsQuery } from './rooms-queries.ts'
import { threadsQuery, unreadAnswers } from './threads.ts'
import { UnreadBadge } from './unread-badge.tsx'

/** What is unread in all rooms that are not muted, and in threads. */
export function RoomsBadge({ className }: { className?: string }) {
  const { data } = useQuery({ ...roomsQuery, select: countUnread })
  const { data: answers = 0 } = useQuery({ ...threadsQuery, select: unreadAnswers })
  return data ? <UnreadBadge concerning={data.concerning + answers} unread={data.unread + answers} className={className} /> : null
}
