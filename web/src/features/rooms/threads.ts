// The threads that somebody follows, with what they have not read: those that came with the rooms, and those that were heard of since.

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, body, type Schemas } from '@/api/client.ts'
import type { LiveEvent } from '@/api/live.ts'
import { queryClient } from '@/app/query-client.ts'
import { counted, ownId, type Message } from './rooms-queries.ts'

export type FollowedThread = Schemas['FollowedThread']

const key = ['threads']

/** Fetched with the rooms, and then kept true by events. */
export const threadsQuery = queryOptions({ queryKey: key, queryFn: (): FollowedThread[] => knownThreads(), staleTime: Infinity, gcTime: Infinity })

/** The message that begins it. */
export function threadRootQuery(id: string) {
  return queryOptions({ queryKey: ['message', id], queryFn: ({ signal }) => body(api.GET('/messages/{id}', { params: { path: { id } }, signal })), staleTime: 0 })
}

/** All of them, the latest answers first. */
export const threadListQuery = infiniteQueryOptions({
  queryKey: ['threads-listed'],
  queryFn: ({ pageParam, signal }) => body(api.GET('/rooms/threads', { params: { query: { limit: 30, cursor: pageParam } }, signal })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next_cursor ?? undefined,
  staleTime: 0,
})

export function unreadAnswers(threads: FollowedThread[]): number {
  return threads.reduce((sum, { unread_count }) => sum + unread_count, 0)
}

export function setThreads(threads: FollowedThread[]) {
  queryClient.setQueryData(key, threads)
}

export function findThread(id: string): FollowedThread | undefined {
  return knownThreads().find(({ thread_id }) => thread_id === id)
}

export function putThread(thread: FollowedThread) {
  setThreads([...knownThreads().filter(({ thread_id }) => thread_id !== thread.thread_id), thread])
}

export function dropThreads(are: (thread: FollowedThread) => boolean) {
  setThreads(knownThreads().filter((thread) => !are(thread)))
}

function knownThreads(): FollowedThread[] {
  return queryClient.getQueryData<FollowedThread[]>(key) ?? []
}

/** Asks whether one follows it, and how far one has read. */
export async function fetchThread(id: string) {
  const { data } = await api.GET('/messages/{id}/following', { params: { path: { id } } }).catch(() => ({ data: undefined }))
  if (data) putThread(data)
  else dropThreads(({ thread_id }) => thread_id === id)
}

interface ThreadData {
  thread?: { id: string; revision: number; follower_ids: string[] }
  message?: Message
  mentions_before?: Message['mentions']
  following?: FollowedThread
  thread_id?: string
}

export function applyToThreads({ type, data }: LiveEvent) {
  const { thread, message, following, thread_id, mentions_before } = data as ThreadData
  if (type === 'thread.unfollowed') dropThreads((each) => each.thread_id === thread_id)
  else if (type === 'thread.updated') {
    if (following!.revision < (findThread(following!.thread_id)?.revision ?? 0)) void fetchThread(following!.thread_id)
    else putThread(following!)
  } else if (thread?.follower_ids.includes(ownId() ?? '')) {
    const known = findThread(thread.id)
    if (!known) void fetchThread(thread.id)
    else if (thread.revision > known.revision) {
      const next = { ...known, revision: thread.revision, ...(type === 'message.created' && { last_seq: message!.seq }) }
      putThread(counted(next, type, { message: message!, mentions_before }))
    }
  } else return
  void queryClient.invalidateQueries({ queryKey: threadListQuery.queryKey })
}
