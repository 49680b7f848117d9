// Changes of a task: shown at once wherever it is, set back when they are refused, and undone from a toast.

import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { api, body, type Schemas } from '@/api/client.ts'
import { useMessages } from '@/messages/messages.tsx'
import { toast, toastProblem } from '@/ui/toasts.tsx'
import { findTask, isOpen, putTask, statusesQuery, taskQuery, type Task } from './tasks-queries.ts'

export type TaskChange = Schemas['TaskChange']

interface Changing {
  /** As it was before. */
  task: Task
  change: TaskChange
  /** What the server will most likely answer. */
  expected: Partial<Task>
  isUndo?: boolean
}

const mutationKey = ['change-task']

/** `shown` is what else of it is another one then: names of what the change has only ids of. */
export function useChangeTask(): (task: Task, change: TaskChange, shown?: Partial<Task>) => void {
  const { tasks: m, people, actions } = useMessages()
  const client = useQueryClient()
  const show = (task: Task, with_: Partial<Task>) => putTask(client, { ...(findTask(client, task.id) ?? task), ...with_ })
  const { mutate } = useMutation({
    mutationKey,
    mutationFn: ({ task, change }: Changing) => body(api.PATCH('/tasks/{id}', { params: { path: { id: task.id } }, body: change })),
    onMutate({ task, expected }) {
      // What an answer on its way still has would come back.
      void client.cancelQueries({ queryKey: ['task', task.id] })
      void client.cancelQueries({ queryKey: ['tasks'] })
      show(task, expected)
    },
    onSuccess(changed, { task, change, isUndo }) {
      // The last one's answer has what all of them changed.
      if (countChanges(client, task.id) === 1) putTask(client, changed)
      if (isUndo) return toast(people.undone)
      const text = isOpen(task) === isOpen(changed) ? people.changed_one(changed.title) : isOpen(changed) ? m.reopened(changed.title) : changed.category === 'done' ? m.completed(changed.title) : m.cancelled(changed.title)
      toast(text, { action: { label: actions.undo, run: () => void undo({ task, change, changed }).catch(toastProblem) } })
    },
    onError(error, { task, expected }) {
      show(task, Object.fromEntries(Object.keys(expected).map((key) => [key, task[key as keyof Task]])))
      toastProblem(error)
    },
    onSettled(_answer, _error, { task }) {
      if (countChanges(client, task.id) > 1) return
      refetchTask(client, task.id)
    },
  })
  /** But for what somebody else has changed since. */
  const undo = async ({ task, change, changed }: { task: Task; change: TaskChange; changed: Task }) => {
    const now = await client.fetchQuery({ ...taskQuery(task.id), staleTime: 0 })
    if (JSON.stringify(inverse(now, change)) !== JSON.stringify(inverse(changed, change))) return toast(people.changed_since(now.title))
    const { title, description, category, completed_at, priority, due_on, due_time, due_zone, due_at, assignee_ids, labels, blockers, contacts, companies } = task
    const before = { title, description, category, completed_at, priority, due_on, due_time, due_zone, due_at, assignee_ids, labels, blockers, contacts, companies }
    mutate({ task: now, change: inverse(task, change), expected: before, isUndo: true })
  }
  return (task, change, shown) => mutate({ task, change, expected: { ...toExpected(client, change), ...shown } })
}

function countChanges(client: QueryClient, id: string): number {
  return client.isMutating({ mutationKey, predicate: ({ state }) => (state.variables as Changing).task.id === id })
}

/** Whether a change of it is on its way: what is told meanwhile is older than what is shown. */
export function isChanging(client: QueryClient, id: string): boolean {
  return countChanges(client, id) > 0
}

export function refetchTask(client: QueryClient, id: string) {
  for (const queryKey of [['tasks'], ['task', id], ['task-history', id]]) void client.invalidateQueries({ queryKey })
}

function toExpected(client: QueryClient, { blocker_ids, contact_ids, company_ids, watcher_ids, ...plain }: TaskChange): Partial<Task> {
  const statuses = client.getQueryData(statusesQuery.queryKey) ?? []
  const status = statuses.find(({ id, category }) => (plain.status_id ? id === plain.status_id : category === plain.category))
  const category = status?.category ?? plain.category
  const isDue = plain.due_on !== undefined || plain.due_time !== undefined
  return {
    ...plain,
    ...(category && { category, completed_at: category === 'done' ? new Date().toISOString() : null, ...(status && { status_id: status.id }) }),
    // The moment is for the server to find.
    ...(isDue && { due_at: null }),
    ...(plain.due_on === null && { due_time: null, due_zone: null }),
  } as Partial<Task>
}

/** What makes a task as it was before a change. */
function inverse(task: Task, change: TaskChange): TaskChange {
  const ids = (those: { id: string }[]) => those.map(({ id }) => id)
  const before = Object.keys(change).map((key) => {
    if (key === 'category') return ['status_id', task.status_id]
    if (key === 'blocker_ids') return [key, ids(task.blockers)]
    if (key === 'contact_ids') return [key, ids(task.contacts)]
    if (key === 'company_ids') return [key, ids(task.companies)]
    return [key, task[key as keyof Task]]
  })
  // Who takes the day away takes the time away.
  const due = 'due_on' in change ? { due_time: task.due_time, due_zone: task.due_zone } : {}
  return { ...Object.fromEntries(before), ...due }
}

/** Done, or to be done again. */
export function useTurnTask(): (task: Task) => void {
  const change = useChangeTask()
  return (task) => change(task, { category: isOpen(task) ? 'done' : 'todo' })
}

/** Puts a task away with its parts, with a way back. */
export function useRemoveTask(onRemoved: () => void): (task: Task) => void {
  const { tasks: m, actions } = useMessages()
  const client = useQueryClient()
  const restore = useRestoreTask()
  const { mutate } = useMutation({
    mutationFn: ({ id }: Task) => api.DELETE('/tasks/{id}', { params: { path: { id } } }),
    onSuccess(_answer, task) {
      onRemoved()
      refetchTask(client, task.id)
      toast(m.removed(task.title), { action: { label: actions.undo, run: () => restore(task) } })
    },
    onError: toastProblem,
  })
  return (task) => mutate(task)
}

/** Brings it back, with the parts that went with it. */
export function useRestoreTask(): (task: Task) => void {
  const { people } = useMessages()
  const client = useQueryClient()
  const { mutate } = useMutation({
    mutationFn: ({ id }: Task) => body(api.POST('/tasks/{id}/restore', { params: { path: { id } } })),
    onSuccess(task) {
      putTask(client, task)
      refetchTask(client, task.id)
      toast(people.restored)
    },
    onError: toastProblem,
  })
  return (task) => mutate(task)
}
