// Changes of a task: shown at once wherever it is, set back when they are refused, and undone from a toast.

import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { api, body, type Schemas } from '@/api/client.ts'
import { useFormats } from '@/messages/messages.tsx'
import { useTaskMessages } from '@/messages/tasks.ts'
import { toast, toastProblem } from '@/ui/toasts.tsx'
import { useTellAdded } from './added.ts'
import { firstPlace, placeBetween } from './board-places.ts'
import { findTask, putTask } from './task-caches.ts'
import { nameOfStatus } from './statuses.ts'
import { countChanges, mutationKey } from './task-changes.ts'
import { isOpen, statusesQuery, taskQuery, type Task } from './tasks-queries.ts'

export type TaskChange = Schemas['TaskChange']

interface Changing {
  /** As it was before. */
  task: Task
  change: TaskChange
  /** Where on the board it goes, and how it comes back: then the change is that of its status. */
  move?: { to: Schemas['TaskMove']; back: Schemas['TaskMove'] }
  /** What the server will most likely answer. */
  expected: Partial<Task>
  isUndo?: boolean
  onRefused?(): void
}

function useChanging(): (changing: Changing) => void {
  const { tasks: m, people } = useTaskMessages()
  const client = useQueryClient()
  const show = (task: Task, with_: Partial<Task>) => putTask(client, { ...(findTask(client, task.id) ?? task), ...with_ })
  const { mutate } = useMutation({
    mutationKey,
    mutationFn: ({ task: { id }, change, move }: Changing) => {
      const params = { path: { id } }
      return body(move ? api.POST('/tasks/{id}/move', { params, body: move.to }) : api.PATCH('/tasks/{id}', { params, body: change }))
    },
    onMutate({ task, expected }) {
      // What an answer on its way still has would come back.
      void client.cancelQueries({ queryKey: ['task', task.id] })
      void client.cancelQueries({ queryKey: ['tasks'] })
      show(task, expected)
    },
    onSuccess(changed, { task, change, move, expected, isUndo }) {
      // The last one's answer has what all of them changed.
      if (countChanges(client, task.id) === 1) putTask(client, changed)
      if (isUndo) return toast(people.undone)
      toast(say(task, changed), { undo: () => void undo({ task, change, move, expected }, changed).catch(toastProblem) })
    },
    onError(error, { task, expected, onRefused }) {
      show(task, pick(task, expected))
      onRefused?.()
      toastProblem(error)
    },
    onSettled(_answer, _error, { task }) {
      if (countChanges(client, task.id) > 1) return
      refetchTask(client, task.id)
    },
  })
  const say = (before: Task, { title, status_id, category }: Task) => {
    const status = client.getQueryData(statusesQuery.queryKey)?.find(({ id }) => id === status_id)
    const waited = before.blocked && before.blockers.find(isOpen)
    if (waited && category === 'done' && isOpen(before)) return m.completed_blocked(title, waited.title)
    if (isOpen(before) !== isOpen({ category })) return isOpen({ category }) ? m.reopened(title) : category === 'done' ? m.completed(title) : m.cancelled(title)
    return status && status_id !== before.status_id ? m.moved(title, nameOfStatus(status, m.categories)) : people.changed_one(title)
  }
  /** But for what somebody else has changed since. */
  const undo = async ({ task, change, move, expected }: Changing, changed: Task) => {
    const now = await client.fetchQuery({ ...taskQuery(task.id), staleTime: 0 })
    const isOther = move ? now.position !== changed.position : JSON.stringify(inverse(now, change)) !== JSON.stringify(inverse(changed, change))
    if (isOther) return toast(people.changed_since(now.title))
    mutate({ task: now, change: inverse(task, change), move: move && { to: move.back, back: move.to }, expected: pick(task, expected), isUndo: true })
  }
  return mutate
}

/** `shown` is what else of it is another one then: names of what the change has only ids of. */
export function useChangeTask(): (task: Task, change: TaskChange, shown?: Partial<Task>) => void {
  const client = useQueryClient()
  const run = useChanging()
  return (task, change, shown) => run({ task, change, expected: { ...toExpected(client, task, change), ...shown } })
}

/** Of what somebody has written: nobody is to write it again because it was refused. */
export function useRewriteTask(): (task: Task, change: Pick<TaskChange, 'title' | 'description'>, onRefused: () => void) => void {
  const run = useChanging()
  return (task, change, onRefused) => run({ task, change, expected: change, onRefused })
}

/** A place on the board: of this status, between these two. */
export interface BoardPlace {
  status_id: string
  after: Task | undefined
  before: Task | undefined
}

/** Moves a task on the board from where it stands. */
export function useMoveTask(): (task: Task, from: BoardPlace, to: BoardPlace) => void {
  const client = useQueryClient()
  const run = useChanging()
  const toMove = ({ status_id, after, before }: BoardPlace) => ({ status_id, ...(after && { after_id: after.id }), ...(before && { before_id: before.id }) })
  return (task, from, to) => {
    const change = { status_id: to.status_id }
    const expected = { ...toExpected(client, task, change), position: placeBetween(to.after, to.before) }
    run({ task, change, move: { to: toMove(to), back: toMove(from) }, expected })
  }
}

function pick(task: Task, of: Partial<Task>): Partial<Task> {
  return Object.fromEntries(Object.keys(of).map((key) => [key, task[key as keyof Task]]))
}

function refetchTask(client: QueryClient, id: string) {
  for (const queryKey of [['tasks'], ['task', id], ['task-history', id]]) void client.invalidateQueries({ queryKey })
}

function toExpected(client: QueryClient, task: Task, { blocker_ids, contact_ids, company_ids, ...plain }: TaskChange): Partial<Task> {
  const statuses = client.getQueryData(statusesQuery.queryKey) ?? []
  const status = statuses.find(({ id, category }) => (plain.status_id ? id === plain.status_id : category === plain.category))
  const category = status?.category ?? plain.category
  const position = status && status.id !== task.status_id ? firstPlace(client, status.id) : undefined
  const isDue = plain.due_on !== undefined || plain.due_time !== undefined
  return {
    ...plain,
    ...(category && { category, completed_at: category === 'done' ? new Date().toISOString() : null, ...(status && { status_id: status.id }) }),
    ...(position && { position }),
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

/** Puts what comes again off to its next day. */
export function useSkipTask(): (task: Task) => void {
  const { tasks: m } = useTaskMessages()
  const { date } = useFormats()
  const client = useQueryClient()
  const change = useChangeTask()
  const { mutate } = useMutation({
    mutationFn: ({ id }: Task) => body(api.POST('/tasks/{id}/skip', { params: { path: { id } } })),
    onSuccess(task, { due_on, starts_on }) {
      putTask(client, task)
      refetchTask(client, task.id)
      toast(m.skipped(task.title, date(task.due_on!)), { undo: () => change(task, { due_on, starts_on }) })
    },
    onError: toastProblem,
  })
  return (task) => mutate(task)
}

/** Puts a task away with its parts, with a way back. */
export function useRemoveTask(onRemoved?: () => void): (task: Task) => void {
  const { tasks: m } = useTaskMessages()
  const client = useQueryClient()
  const restore = useRestoreTask()
  const { mutate } = useMutation({
    mutationFn: ({ id }: Task) => api.DELETE('/tasks/{id}', { params: { path: { id } } }),
    onSuccess(_answer, task) {
      onRemoved?.()
      refetchTask(client, task.id)
      toast(m.removed(task.title), { undo: () => restore(task) })
    },
    onError: toastProblem,
  })
  return (task) => mutate(task)
}

/** Brings it back, with the parts that went with it. */
export function useRestoreTask(): (task: Task) => void {
  const { people } = useTaskMessages()
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

/** A task of which not much is known yet: it stands where it was written. */
export function useAddTask(): (task: Schemas['NewTask']) => void {
  const tellAdded = useTellAdded()
  const { mutate } = useMutation({
    mutationFn: (task: Schemas['NewTask']) => body(api.POST('/tasks', { body: task })),
    onSuccess: tellAdded,
    onError: toastProblem,
  })
  return (task) => mutate(task)
}
