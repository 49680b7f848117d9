// Where tasks lie that are at hand, and how one is put there as it is now.

import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import type { Schemas } from '@/api/client.ts'
import { dueDay } from './days.ts'
import { myDayQuery, sections, type Task } from './tasks-queries.ts'
import type { TaskSelection } from './tasks-search.ts'

type MyDay = Schemas['MyDay']
export type Board = Schemas['Board']
export type Column = Board['columns'][number]
type Calendar = Schemas['TaskCalendar']
type List = InfiniteData<Schemas['TaskPage']>

/** A task that is at hand. */
export function findTask(client: QueryClient, id: string): Task | undefined {
  const isMeant = (task: Task) => task.id === id
  return (
    client.getQueryData<Task>(['task', id]) ??
    client.getQueriesData<List>({ queryKey: ['tasks', 'list'] }).flatMap(([, list]) => list?.pages.flatMap(({ data }) => data) ?? []).find(isMeant) ??
    findOnBoard(client, id) ??
    client.getQueriesData<Calendar>({ queryKey: ['tasks', 'calendar'] }).flatMap(([, calendar]) => calendar?.days.flatMap(({ data }) => data) ?? []).find(isMeant) ??
    sections.flatMap((section) => client.getQueryData(myDayQuery.queryKey)?.[section].data ?? []).find(isMeant) ??
    ['related', 'found'].flatMap((part) => client.getQueriesData<Task[]>({ queryKey: ['tasks', part] }).flatMap(([, tasks]) => tasks ?? [])).find(isMeant)
  )
}

function findOnBoard(client: QueryClient, id: string): Task | undefined {
  return columnsAtHand(client).flatMap(({ data }) => data).find((task) => task.id === id)
}

export function columnsAtHand(client: QueryClient): Column[] {
  return client.getQueriesData<Board>({ queryKey: ['tasks', 'board'] }).flatMap(([, board]) => board?.columns ?? [])
}

/**
 * Puts a task as it is now wherever it is shown: on the board and in the calendar in its place. Whether it belongs there at all is for the
 * server to say.
 */
export function putTask(client: QueryClient, task: Task) {
  const replace = (tasks: Task[]) => tasks.map((each) => (each.id === task.id ? task : each))
  const isOnBoard = findOnBoard(client, task.id) !== undefined
  client.setQueryData<Task>(['task', task.id], (known) => known && task)
  for (const [key, list] of client.getQueriesData<List>({ queryKey: ['tasks', 'list'] })) {
    const { sort, status_id } = key[2] as TaskSelection
    const isMoved = sort === 'position' && isOnBoard
    if (list) client.setQueryData<List>(key, isMoved ? placeInPages(list, task, status_id?.includes(task.status_id) ?? false) : { ...list, pages: list.pages.map((page) => ({ ...page, data: replace(page.data) })) })
  }
  client.setQueriesData<Board>({ queryKey: ['tasks', 'board'] }, (board) => board && { columns: placeOnBoard(board.columns, task) })
  client.setQueriesData<Calendar>({ queryKey: ['tasks', 'calendar'] }, (calendar) => calendar && { days: placeInCalendar(calendar.days, task) })
  client.setQueryData<MyDay>(myDayQuery.queryKey, (day) =>
    day && { ...day, ...Object.fromEntries(sections.map((section) => [section, { ...day[section], data: replace(day[section].data) }])) })
  for (const part of ['related', 'found']) client.setQueriesData<Task[]>({ queryKey: ['tasks', part] }, (tasks) => tasks && replace(tasks))
}

/** Places are in the order of their texts, byte by byte. */
function place(tasks: Task[], task: Task): Task[] {
  const others = without(tasks, task)
  const behind = others.findIndex(({ position }) => position > task.position)
  return others.toSpliced(behind < 0 ? others.length : behind, 0, task)
}

function without(tasks: Task[], { id }: Task): Task[] {
  return tasks.filter((each) => each.id !== id)
}

function holds(tasks: Task[], { id }: Task): boolean {
  return tasks.some((each) => each.id === id)
}

function placeInPages(list: List, task: Task, belongs: boolean): List {
  const all = list.pages.flatMap(({ data }) => data)
  const data = belongs ? place(all, task) : without(all, task)
  return { ...list, pages: list.pages.map((page, index) => ({ ...page, data: index === 0 ? data : [] })) }
}

function placeOnBoard(columns: Column[], task: Task): Column[] {
  if (!columns.some(({ data }) => holds(data, task))) return columns
  return columns.map((column) => {
    const held = holds(column.data, task)
    if (column.status_id !== task.status_id) return held ? { ...column, total: column.total - 1, data: without(column.data, task) } : column
    const data = place(column.data, task)
    // Behind what is shown there are more.
    const isBeyond = column.next_cursor !== null && data.at(-1) === task
    return { ...column, total: held ? column.total : column.total + 1, data: isBeyond ? data.slice(0, -1) : data }
  })
}

function placeInCalendar(days: Calendar['days'], task: Task): Calendar['days'] {
  if (!days.some(({ data }) => holds(data, task))) return days
  const due = dueDay(task)
  const left = days.map((day) => (holds(day.data, task) && day.day !== due ? { ...day, total: day.total - 1, data: without(day.data, task) } : day))
  if (due === null) return left
  const there = left.find(({ day }) => day === due)
  if (!there) return [...left, { day: due, total: 1, data: [task] }].toSorted((one, other) => (one.day < other.day ? -1 : 1))
  const data = [...without(there.data, task), task].toSorted((one, other) => (dueOrder(one) < dueOrder(other) ? -1 : 1))
  return left.map((day) => (day === there ? { ...day, total: day.total + (holds(day.data, task) ? 0 : 1), data } : day))
}

/** What has no time stands behind what has one, as the server has it. */
function dueOrder({ due_time, id }: Task): string {
  return `${due_time ?? '24:00'} ${id}`
}
