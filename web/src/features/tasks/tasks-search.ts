// Which tasks are shown, as it stands in the address of the page.

import type { Schemas } from '@/api/client.ts'
import { text } from '@/app/search.ts'

export const states = ['open', 'all', 'backlog', 'todo', 'doing', 'done', 'cancelled'] as const
export const dues = ['any', 'overdue', 'today', 'some', 'none'] as const
export const sorts = ['due', 'priority', 'status', '-created_at', '-updated_at', 'title'] as const

type State = (typeof states)[number]
type Due = (typeof dues)[number]
export type Sort = (typeof sorts)[number]

export interface TasksSearch {
  /** My day unless it says so. */
  show?: 'all'
  q?: string
  /** What is open unless it says so. */
  state?: State
  /** `me`, `none`, or a member; anybody unless it says so. */
  assignee?: string
  due?: Due
  /** By the day on which they are due unless it says so. */
  sort?: Sort
}

/** As the API takes it. */
export interface TaskSelection {
  q?: string
  open?: boolean
  category?: Schemas['Task']['category'][]
  assignee?: string
  due?: Exclude<Due, 'any'>
  sort: Sort
}

export function readTasksSearch(search: Record<string, unknown>): TasksSearch {
  return {
    show: search.show === 'all' ? 'all' : undefined,
    q: search.q === undefined ? undefined : String(search.q),
    state: oneOf(states, search.state),
    assignee: text(search.assignee),
    due: oneOf(dues, search.due),
    sort: oneOf(sorts, search.sort),
  }
}

function oneOf<Word extends string>(words: readonly Word[], value: unknown): Word | undefined {
  return words.find((word) => word === value)
}

export function toSelection({ q, state = 'open', assignee, due = 'any', sort = 'due' }: TasksSearch): TaskSelection {
  return {
    q: q || undefined,
    ...(state === 'open' ? { open: true } : state === 'all' ? {} : { category: [state] }),
    assignee,
    due: due === 'any' ? undefined : due,
    sort,
  }
}
