import { useQuery } from '@tanstack/react-query'
import { countUnread } from './room-order.ts'
import { roomsQuery } from './rooms-queries.ts'
import { UnreadBadge } from './unread-badge.tsx'

/** What is unread in all rooms that are not muted. */
export function RoomsBadge({ className }: { className?: string }) {
  const { data } = useQuery({ ...roomsQuery, select: countUnread })
  return data ? <UnreadBadge {...data} className={className} /> : null
}
