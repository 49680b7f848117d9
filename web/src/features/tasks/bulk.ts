// What is done with many tasks at once: shown at once where they are listed.

import { useQueryClient, type InfiniteData } from '@tanstack/react-query'
import { api, body, type Schemas } from '@/api/client.ts'
import { useBulkWork } from '@/features/table/bulk-work.ts'
import { isSelected, type Selection } from '@/features/table/selection.ts'
import { useTaskMessages } from '@/messages/tasks.ts'
import { statusesQuery, zone, type Task } from './tasks-queries.ts'
import type { TaskFilter } from './tasks-search.ts'

export type BulkTaskChange = Schemas['BulkTaskChange']
type List = InfiniteData<Schemas['TaskPage']>

export interface Target {
  selection: Selection
  /** Where all are selected: of which tasks. */
  among: TaskFilter
  size: number
}

export function useBulk() {
  const { tasks: m } = useTaskMessages()
  const client = useQueryClient()
  const carryOut = useBulkWork()
  const run = (target: Target, work: Pick<Schemas['NewBulkTaskChange'], 'action' | 'change'>, done: string) => carryOut({
    begin: () => body(api.POST('/tasks/bulk', { body: { ...work, ...toTarget(target) } })),
    takeBack: (id) => body(api.POST('/tasks/bulk/{id}/undo', { params: { path: { id } } })),
    under_way: m.under_way(target.size),
    done,
  })
  const onListed = ({ selection }: Target, show: (task: Task) => Task[]) => {
    void client.cancelQueries({ queryKey: ['tasks'] })
    client.setQueriesData<List>({ queryKey: ['tasks', 'list'] }, (list) =>
      list && { ...list, pages: list.pages.map((page) => ({ ...page, data: page.data.flatMap((task) => (isSelected(selection, task.id) ? show(task) : [task])) })) })
  }
  return {
    change(target: Target, change: BulkTaskChange) {
      const statuses = client.getQueryData(statusesQuery.queryKey) ?? []
      onListed(target, (task) => [expected(task, change, statuses)])
      return run(target, { action: 'change', change }, m.changed_many(target.size))
    },
    remove(target: Target) {
      onListed(target, () => [])
      return run(target, { action: 'delete' }, m.removed_many(target.size))
    },
  }
}

function toTarget({ selection, among }: Target) {
  if (!selection.all) return { task_ids: [...selection.ids] }
  return { selection: { ...among, zone, except: [...selection.except] } }
}

function expected(task: Task, change: BulkTaskChange, statuses: Schemas['TaskStatus'][]): Task {
  const { add_assignee_ids = [], remove_assignee_ids = [], add_labels = [], remove_labels = [], status_id, category, ...plain } = change
  const status = statuses.find((each) => (status_id ? each.id === status_id : each.category === category))
  return {
    ...task,
    ...plain,
    ...(status && { status_id: status.id, category: status.category }),
    ...(plain.due_on !== undefined && { due_at: null }),
    assignee_ids: together(task.assignee_ids, add_assignee_ids, remove_assignee_ids),
    labels: together(task.labels, add_labels, remove_labels),
  }
}

function together(own: string[], added: string[], removed: string[]): string[] {
  return [...new Set([...own, ...added])].filter((each) => !removed.includes(each))
}
