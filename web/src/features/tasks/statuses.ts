// Where tasks can stand, as it is said on screen.

import { useQuery } from '@tanstack/react-query'
import type { Schemas } from '@/api/client.ts'
import { useTaskMessages } from '@/messages/tasks.ts'
import { statusesQuery, type Category } from './tasks-queries.ts'

export type Status = Schemas['TaskStatus']

/** As an organization gets them. */
const namesAtFirst: Record<Category, string> = { backlog: 'Backlog', todo: 'To do', doing: 'Doing', done: 'Done', cancelled: 'Cancelled' }

/** One that nobody has renamed is called as the screen calls what it means. */
export function nameOfStatus({ name, category }: Status, words: Record<Category, string>): string {
  return name === namesAtFirst[category] ? words[category] : name
}

/** In their order, by the names that the screen has for them; undefined until they are there. */
export function useStatuses(): Status[] | undefined {
  const { tasks: m } = useTaskMessages()
  const { data } = useQuery(statusesQuery)
  return data?.map((status) => ({ ...status, name: nameOfStatus(status, m.categories) }))
}
