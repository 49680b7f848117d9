// The threads that somebody follows, with what they have not read: those that came with the rooms, and those that were heard of since.

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, body, Problem, type Schemas } from '@/api/client.ts'
import type { LiveEvent } from '@/api/live.ts'
import { queryClient } from '@/app/query-client.ts'
import type { Message } from './rooms-queries.ts'
import { counted, ownId } from './unread-counts.ts'

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

/** With the rooms come those in which something is unread. What is known of others is still so, but for one that is looked at: it is asked for. */
export function takeThreads(unread: FollowedThread[]) {
  const read = knownThreads().filter((thread) => thread.unread_count === 0 && !unread.some(({ thread_id }) => thread_id === thread.thread_id))
  setThreads([...unread, ...read])
  void queryClient.invalidateQueries({ queryKey: ['following'] })
}

function setThreads(threads: FollowedThread[]) {
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

/** Whether one follows it, and how far one has read: those in which all is read did not come with the rooms. */
export function followingQuery(id: string) {
  return queryOptions({ queryKey: ['following', id], queryFn: () => fetchThread(id), staleTime: 0 })
}

/** Asks again; without an answer it stays as it is known. */
export function refetchThread(id: string) {
  void fetchThread(id).catch(() => {})
}

async function fetchThread(id: string): Promise<boolean> {
  try {
    putThread(await body(api.GET('/messages/{id}/following', { params: { path: { id } } })))
    return true
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 404) throw error
    dropThreads(({ thread_id }) => thread_id === id)
    return false
  }
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
    if (following!.revision < (findThread(following!.thread_id)?.revision ?? 0)) refetchThread(following!.thread_id)
    else putThread(following!)
  } else if (thread?.follower_ids.includes(ownId() ?? '')) {
    const known = findThread(thread.id)
    if (!known) refetchThread(thread.id)
    else if (thread.revision > known.revision) {
      const next = { ...known, revision: thread.revision, ...(type === 'message.created' && { last_seq: message!.seq }) }
      putThread(counted(next, type, { message: message!, mentions_before }))
    }
  } else return
  void queryClient.invalidateQueries({ queryKey: threadListQuery.queryKey })
}
