import { useQuery } from '@tanstack/react-query'
import { roomQuery } from '@/features/rooms/rooms-queries.ts'
import type { Task } from './tasks-queries.ts'

/** How much of it one has not read; asked for once the task is looked at. */
export function useUnreadComments({ comments_room_id }: Task): number {
  const { data: room } = useQuery({ ...roomQuery(comments_room_id ?? ''), enabled: comments_room_id !== null, staleTime: Infinity })
  return room?.membership?.unread_count ?? 0
}
