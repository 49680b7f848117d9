// Saved views of tasks: how they are laid out, what they are narrowed down by, and their order.

import { api, body } from '@/api/client.ts'
import type { ViewStore } from '@/features/views/views.ts'
import { taskViewsQuery } from './tasks-queries.ts'
import { layoutOf, toFilter } from './task-selection.ts'
import type { TasksSearch, TaskView } from './tasks-search.ts'

export type ViewContent = Pick<TaskView, 'layout' | 'filter' | 'sort'>

export const taskViews: ViewStore<TaskView, ViewContent> = {
  query: taskViewsQuery,
  contentOf,
  create: (view) => body(api.POST('/tasks/views', { body: view })),
  change: (id, change) => body(api.PATCH('/tasks/views/{id}', { params: { path: { id } }, body: change })),
  remove: (id) => api.DELETE('/tasks/views/{id}', { params: { path: { id } } }),
  words: ({ nav, views }) => ({ title: nav.tasks, all: views.all_tasks, no_default: views.no_default_tasks }),
}

export function contentOf({ layout, filter, sort }: ViewContent): ViewContent {
  return { layout, filter, sort }
}

/** What is shown, as a view would say it. */
export function contentShown(search: TasksSearch): ViewContent {
  return { layout: layoutOf(search), filter: toFilter(search), sort: search.sort ?? 'due' }
}

/** Whether they say the same, in whatever order. */
export function isSame(one: ViewContent, other: ViewContent): boolean {
  const plain = ({ layout, filter, sort }: ViewContent) => JSON.stringify([layout, sort, Object.entries(filter).toSorted(([a], [b]) => (a < b ? -1 : 1))])
  return plain(one) === plain(other)
}
