import { useQuery } from '@tanstack/react-query'
import { roomQuery } from '@/features/rooms/rooms-queries.ts'
import { threadsQuery, unreadAnswers } from '@/features/rooms/threads.ts'
import type { Task } from './tasks-queries.ts'

/** How much of it one has not read, answers in threads that one follows included; asked for once the task is looked at. */
export function useUnreadComments({ comments_room_id }: Task): number {
  const { data: room } = useQuery({ ...roomQuery(comments_room_id ?? ''), enabled: comments_room_id !== null, staleTime: Infinity })
  const { data: answers = 0 } = useQuery({ ...threadsQuery, select: (threads) => unreadAnswers(threads.filter(({ room_id }) => room_id === comments_room_id)) })
  return (room?.membership?.unread_count ?? 0) + answers
}
