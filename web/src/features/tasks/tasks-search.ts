// Which tasks are shown and how, as it stands in the address of the page.

import type { Schemas } from '@/api/client.ts'
import { text } from '@/app/search.ts'

export const layouts = ['list', 'board', 'calendar'] as const
export const states = ['open', 'blocked', 'all', 'backlog', 'todo', 'doing', 'done', 'cancelled'] as const
export const dues = ['any', 'overdue', 'today', 'some', 'none'] as const
export const sorts = ['due', 'priority', 'status', '-created_at', '-updated_at', 'title'] as const
const priorities = ['urgent', 'high', 'medium', 'low', 'none'] as const

export type Layout = (typeof layouts)[number]
export type State = (typeof states)[number]
type Due = (typeof dues)[number]
export type Sort = (typeof sorts)[number]
export type TaskView = Schemas['TaskView']
export type TaskFilter = TaskView['filter']

export interface TasksSearch {
  /** My day unless it says so. */
  show?: 'all' | 'board' | 'calendar'
  /** The saved view that was chosen; what is shown may be another since. */
  view?: string
  q?: string
  /** In a list what is open, else all, unless it says so. */
  state?: State
  /** `me`, `none`, or a member; anybody unless it says so. */
  assignee?: string
  due?: Due
  priority?: Schemas['Task']['priority']
  label?: string
  /** What a view is narrowed down by beside what can be chosen. */
  more?: TaskFilter
  /** By the day on which they are due unless it says so. */
  sort?: Sort
  /** Of the calendar: the day around which it shows a month, unless it says `week`; today unless it says so. */
  day?: string
  span?: 'week'
  /** What somebody has begun to write elsewhere. */
  line?: string
  /** Of the task that is open: what is said about it, and one of its comments. */
  tab?: 'comments'
  message?: string
  /** Whose answers are read. */
  thread?: string
}

/** As the API takes it. */
export interface TaskSelection extends TaskFilter {
  sort: string
}

export function readTasksSearch(search: Record<string, unknown>): TasksSearch {
  return {
    show: oneOf(['all', 'board', 'calendar'] as const, search.show),
    view: text(search.view),
    q: search.q === undefined ? undefined : String(search.q),
    state: oneOf(states, search.state),
    assignee: text(search.assignee),
    due: oneOf(dues, search.due),
    priority: oneOf(priorities, search.priority),
    label: search.label === undefined ? undefined : String(search.label),
    more: typeof search.more === 'object' && search.more !== null && !Array.isArray(search.more) ? (search.more as TaskFilter) : undefined,
    sort: oneOf(sorts, search.sort),
    day: /^\d{4}-\d\d-\d\d$/.test(String(search.day)) ? String(search.day) : undefined,
    span: oneOf(['week'] as const, search.span),
    line: search.line === undefined ? undefined : String(search.line),
    tab: oneOf(['comments'] as const, search.tab),
    message: text(search.message),
    thread: text(search.thread),
  }
}

export function oneOf<Word extends string>(words: readonly Word[], value: unknown): Word | undefined {
  return words.find((word) => word === value)
}
