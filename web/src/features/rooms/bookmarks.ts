// Messages that somebody keeps for themselves.

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, body } from '@/api/client.ts'
import { onEvents, type LiveEvent } from '@/api/live.ts'
import { queryClient } from '@/app/query-client.ts'
import { currentMessages } from '@/messages/messages.tsx'
import { toast, toastProblem } from '@/ui/toasts.tsx'
import type { Message } from './rooms-queries.ts'

/** Those in a room, by the messages. */
export function roomBookmarksQuery(roomId: string) {
  return queryOptions({
    queryKey: ['bookmarks', roomId],
    queryFn: async ({ signal }) => (await body(api.GET('/rooms/{id}/bookmarks', { params: { path: { id: roomId } }, signal }))).data,
    staleTime: Infinity,
  })
}

export const bookmarkListQuery = infiniteQueryOptions({
  queryKey: ['bookmarks-listed'],
  queryFn: ({ pageParam, signal }) => body(api.GET('/bookmarks', { params: { query: { limit: 30, cursor: pageParam } }, signal })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next_cursor ?? undefined,
  staleTime: 0,
})

/** As if it were so already. */
export async function bookmark(message: Pick<Message, 'id' | 'room_id'>, isWanted: boolean) {
  const { bookmarks: m } = currentMessages()
  const params = { path: { id: message.id } }
  mark(message, isWanted)
  try {
    await (isWanted ? api.PUT('/messages/{id}/bookmark', { params }) : api.DELETE('/messages/{id}/bookmark', { params }))
    toast(isWanted ? m.kept : m.dropped, { undo: () => void bookmark(message, !isWanted) })
  } catch (error) {
    mark(message, !isWanted)
    toastProblem(error)
  }
  void queryClient.invalidateQueries({ queryKey: bookmarkListQuery.queryKey })
}

onEvents({ events: (events) => events.forEach(apply), reset() {} })

function apply({ type, data }: LiveEvent) {
  if (type !== 'bookmark.created' && type !== 'bookmark.removed') return
  const { message_id, room_id } = data as { message_id: string; room_id: string }
  mark({ id: message_id, room_id }, type === 'bookmark.created')
  void queryClient.invalidateQueries({ queryKey: bookmarkListQuery.queryKey })
}

function mark({ id, room_id }: Pick<Message, 'id' | 'room_id'>, isKept: boolean) {
  queryClient.setQueryData<string[]>(roomBookmarksQuery(room_id).queryKey, (ids) => {
    const others = ids?.filter((each) => each !== id)
    return isKept && others ? [id, ...others] : others
  })
}
