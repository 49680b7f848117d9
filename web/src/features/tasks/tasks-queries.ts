// What is read of tasks.

import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, body, type Schemas } from '@/api/client.ts'
import { readAll } from '@/features/people/references.ts'
import './task-events.ts'
import type { TaskFilter, TaskSelection } from './tasks-search.ts'

export type Task = Schemas['Task']
export type Category = Task['category']

/** Whose clocks say which day it is. */
export const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

export const statusesQuery = queryOptions({
  queryKey: ['task-statuses'],
  queryFn: ({ signal }) => readAll((cursor) => body(api.GET('/task-statuses', { params: { query: { limit: 100, cursor } }, signal }))),
})

/** Some of it changes by nothing but time: what is due becomes overdue, and a day ends. */
const dayPassesMs = 5 * 60_000

export const myDayQuery = queryOptions({
  queryKey: ['tasks', 'my-day'],
  queryFn: ({ signal }) => body(api.GET('/tasks/my-day', { params: { query: { zone } }, signal })),
  refetchInterval: dayPassesMs,
})

export function listTasks(selection: TaskSelection) {
  return infiniteQueryOptions({
    queryKey: ['tasks', 'list', selection],
    queryFn: ({ pageParam, signal }) => body(api.GET('/tasks', { params: { query: { ...selection, zone, deleted: false, limit: 100, cursor: pageParam, count: 'none' } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    placeholderData: keepPreviousData,
  })
}

export function countQuery(filter: TaskFilter) {
  return queryOptions({
    queryKey: ['tasks', 'count', filter],
    queryFn: async ({ signal }) => (await body(api.GET('/tasks', { params: { query: { ...filter, zone, deleted: false, limit: 1, count: 'exact' } }, signal }))).total!,
    placeholderData: keepPreviousData,
  })
}

/** Of each column of the board so many at first. */
const columnSize = 50

export function boardQuery(filter: TaskFilter) {
  return queryOptions({
    queryKey: ['tasks', 'board', filter],
    queryFn: ({ signal }) => body(api.GET('/tasks/board', { params: { query: { ...filter, zone, limit: columnSize } }, signal })),
    placeholderData: keepPreviousData,
  })
}

/** A week shows all of a day that anybody would read, a month what has room. */
export function calendarQuery(filter: TaskFilter, { from, to, limit }: { from: string; to: string; limit: number }) {
  return queryOptions({
    queryKey: ['tasks', 'calendar', filter, from, to, limit],
    queryFn: ({ signal }) => body(api.GET('/tasks/calendar', { params: { query: { ...filter, zone, from, to, limit } }, signal })),
    placeholderData: keepPreviousData,
  })
}

export const taskViewsQuery = queryOptions({
  queryKey: ['task-views'],
  queryFn: ({ signal }) => readAll((cursor) => body(api.GET('/tasks/views', { params: { query: { limit: 100, cursor } }, signal }))),
})

/** As many as a panel shows at first. */
export const firstRelated = 100

/** The parts of a task, what waits for it, what is about somebody. */
export function relatedTasks(relation: { parent_id: string } | { blocker_id: string } | { room_id: string } | { contact_id: string } | { company_id: string }, all = false) {
  return queryOptions({
    queryKey: ['tasks', 'related', relation, all],
    queryFn: async ({ signal }) => {
      const read = (cursor?: string) => body(api.GET('/tasks', { params: { query: { ...relation, zone, deleted: false, sort: 'parent_id' in relation ? 'created_at' : '-created_at', limit: firstRelated, cursor, count: 'none' } }, signal }))
      return all ? readAll(read) : (await read()).data
    },
    placeholderData: all ? keepPreviousData : undefined,
  })
}

export function findTasksByWords(q: string) {
  return queryOptions({
    queryKey: ['tasks', 'found', q],
    queryFn: async ({ signal }) => (await body(api.GET('/tasks', { params: { query: { q, open: true, zone, deleted: false, sort: '-updated_at', limit: 8, count: 'none' } }, signal }))).data,
    enabled: q !== '',
    placeholderData: keepPreviousData,
  })
}

/** Of its comments; an entry of the cache for each room, so that it is read anew when there is one. */
export function filesOf({ id, comments_room_id }: Task) {
  return queryOptions({
    queryKey: ['task-files', comments_room_id],
    queryFn: async ({ signal }) => (await body(api.GET('/tasks/{id}/files', { params: { path: { id }, query: { limit: 100 } }, signal }))).data,
    enabled: comments_room_id !== null,
  })
}

/** Tasks that came from messages of a room, or are about it. */
export function tasksOfRoom(roomId: string) {
  return relatedTasks({ room_id: roomId })
}

export function taskQuery(id: string) {
  return queryOptions({
    queryKey: ['task', id],
    queryFn: ({ signal }) => body(api.GET('/tasks/{id}', { params: { path: { id } }, signal })),
  })
}

export function historyOf(id: string) {
  return infiniteQueryOptions({
    queryKey: ['task-history', id],
    queryFn: ({ pageParam, signal }) => body(api.GET('/tasks/{id}/history', { params: { path: { id }, query: { limit: 20, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  })
}

export function labelsQuery(q: string) {
  return queryOptions({
    queryKey: ['labels', q],
    queryFn: async ({ signal }) => (await body(api.GET('/labels', { params: { query: { q: q || undefined, limit: 50 } }, signal }))).data,
    placeholderData: keepPreviousData,
  })
}

export const sections = ['planned', 'overdue', 'due_today', 'started', 'unblocked', 'done'] as const

export function isOpen({ category }: Pick<Task, 'category'>): boolean {
  return category !== 'done' && category !== 'cancelled'
}
