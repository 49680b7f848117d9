import { queryOptions } from '@tanstack/react-query'
import { api, body } from '@/api/client.ts'
import { readAll } from '@/features/people/references.ts'

export function membersOfQuery(roomId: string) {
  return queryOptions({
    queryKey: ['room-members', roomId],
    queryFn: ({ signal }) => readAll((cursor) => body(api.GET('/rooms/{id}/members', { params: { path: { id: roomId }, query: { limit: 100, cursor } }, signal }))),
  })
}
