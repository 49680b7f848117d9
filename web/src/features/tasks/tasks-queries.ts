// What is read of tasks, and where a task that is at hand lies.

import { infiniteQueryOptions, keepPreviousData, queryOptions, type InfiniteData, type QueryClient } from '@tanstack/react-query'
import { api, body, type Schemas } from '@/api/client.ts'
import { readAll } from '@/features/people/references.ts'
import type { TaskSelection } from './tasks-search.ts'

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

/** The parts of a task, or what waits for it: as many as a panel can show. */
export function relatedTasks(relation: { parent_id: string } | { blocker_id: string }) {
  return queryOptions({
    queryKey: ['tasks', 'related', relation],
    queryFn: async ({ signal }) => (await body(api.GET('/tasks', { params: { query: { ...relation, zone, deleted: false, sort: 'created_at', limit: 100, count: 'none' } }, signal }))).data,
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

type MyDay = Schemas['MyDay']
type List = InfiniteData<Schemas['TaskPage']>

/** A task that is at hand. */
export function findTask(client: QueryClient, id: string): Task | undefined {
  const shown = [
    ...client.getQueriesData<List>({ queryKey: ['tasks', 'list'] }).flatMap(([, list]) => list?.pages.flatMap(({ data }) => data) ?? []),
    ...sections.flatMap((section) => client.getQueryData(myDayQuery.queryKey)?.[section].data ?? []),
    ...['related', 'found'].flatMap((part) => client.getQueriesData<Task[]>({ queryKey: ['tasks', part] }).flatMap(([, tasks]) => tasks ?? [])),
  ]
  return client.getQueryData<Task>(['task', id]) ?? shown.find((task) => task.id === id)
}

/** Puts a task as it is now wherever it is shown. Where it belongs is for the server to say. */
export function putTask(client: QueryClient, task: Task) {
  const place = (each: Task) => (each.id === task.id ? task : each)
  client.setQueryData<Task>(['task', task.id], (known) => known && task)
  client.setQueriesData<List>({ queryKey: ['tasks', 'list'] }, (list) => list && { ...list, pages: list.pages.map((page) => ({ ...page, data: page.data.map(place) })) })
  client.setQueryData<MyDay>(myDayQuery.queryKey, (day) =>
    day && { ...day, ...Object.fromEntries(sections.map((section) => [section, { ...day[section], data: day[section].data.map(place) }])) })
  for (const part of ['related', 'found']) client.setQueriesData<Task[]>({ queryKey: ['tasks', part] }, (tasks) => tasks?.map(place))
}
