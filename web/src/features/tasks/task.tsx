// A task: at the side of the list, on a phone the whole screen.

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { ArrowLeft, ChevronRight, Sun, Trash2, X } from 'lucide-react'
import { Problem } from '@/api/client.ts'
import { useCommands } from '@/app/commands.ts'
import { NotFound } from '@/app/route-states.tsx'
import { useKeys } from '@/app/shortcuts.ts'
import { useTitle } from '@/app/title.ts'
import { useTaskMessages } from '@/messages/tasks.ts'
import { Button } from '@/ui/button.tsx'
import { classes } from '@/ui/classes.ts'
import { useScrollerName } from '@/ui/scroller-name.ts'
import { Failed, Late, Skeleton } from '@/ui/states.tsx'
import { useRemoveTask, useRestoreTask, useRewriteTask, useTurnTask } from './change-task.ts'
import { useIsPlanned, usePlanTask } from './plan-task.ts'
import { TaskCheck } from './task-check.tsx'
import { TaskComments } from './task-comments.tsx'
import { TaskDescription } from './task-description.tsx'
import { TaskFiles } from './task-files.tsx'
import { TaskHistory } from './task-history.tsx'
import { TaskProperties } from './task-properties.tsx'
import { Blockers, Parts, Waiters } from './task-relations.tsx'
import { TaskSources } from './task-sources.tsx'
import { findTask } from './task-caches.ts'
import { isOpen, taskQuery, type Task } from './tasks-queries.ts'
import { TextArea } from './text-area.tsx'
import { longestTitle } from './too-long.tsx'
import { useUnreadComments } from './unread-comments.ts'

export function TaskPage() {
  const { tasks: m, actions, nav } = useTaskMessages()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { id } = useParams({ from: '/shell/tasks/$id' })
  const { data: task, error, refetch } = useQuery({ ...taskQuery(id), placeholderData: () => findTask(client, id) })
  useTitle(task?.title)
  const close = () => void navigate({ to: '/tasks', search: true })
  const remove = useRemoveTask(close)
  const removeThis = () => task && task.deleted_at === null && remove(task)
  const search = useSearch({ from: '/shell/tasks' })
  const { tab, message, thread } = search
  const show = (next: typeof tab, answers?: string) => void navigate({ to: '/tasks/$id', params: { id }, search: { ...search, tab: next, message: undefined, thread: answers }, replace: true })
  const turn = useTurnTask()
  const plan = usePlanTask()
  const isLive = task?.deleted_at === null
  useKeys({
    Escape: () => (thread ? show('comments') : close()), '#': removeThis, c: () => show(tab ? undefined : 'comments'),
    x: () => isLive && turn(task), t: () => isLive && plan(task),
  })
  useCommands(isLive ? [{ label: m.plan, keys: 't', icon: <Sun size={16} />, run: () => plan(task) }, { label: m.remove, keys: '#', icon: <Trash2 size={16} />, run: removeThis }] : [])
  return (
    <section aria-label={task?.title ?? m.task} className="flex w-full min-w-0 flex-col bg-surface lg:w-104 lg:shrink-0 lg:border-l 2xl:w-120">
      <header className="flex h-13 shrink-0 items-center gap-1 border-b px-3">
        <Button look="quiet" size="sm" icon={<ArrowLeft size={16} />} aria-label={nav.tasks} onClick={close} className="lg:hidden" />
        {task ? <Tabs task={task} /> : <span className="flex-1" />}
        {task && isLive && isOpen(task) && <Plan task={task} />}
        <Button look="quiet" size="sm" icon={<Trash2 size={15} />} aria-label={m.remove} title={`${m.remove} (#)`} disabled={task?.deleted_at !== null} onClick={removeThis} />
        <Button look="quiet" size="sm" icon={<X size={16} />} aria-label={actions.close} title={`${actions.close} (Esc)`} onClick={close} className="max-lg:hidden" />
      </header>
      {error instanceof Problem && error.status === 404 ? (
        <NotFound />
      ) : task ? (
        tab === 'comments' ? <TaskComments key={id} task={task} target={message} thread={thread} onThread={(answers) => show('comments', answers)} onEscape={() => show(undefined)} /> : <Detail key={id} task={task} />
      ) : error ? (
        <Failed error={error} retry={() => void refetch()} />
      ) : (
        <Late>
          <div className="grid gap-4 p-5">
            <Skeleton className="h-6 w-64" />
            <Skeleton className="h-4 w-48" />
            <Skeleton className="h-4 w-40" />
          </div>
        </Late>
      )}
    </section>
  )
}

/** Whether one means to do it today. */
function Plan({ task }: { task: Task }) {
  const { tasks: m } = useTaskMessages()
  const plan = usePlanTask()
  const isPlanned = useIsPlanned(task)
  return <Button look="quiet" size="sm" icon={<Sun size={15} className={isPlanned ? 'text-accent' : undefined} />} aria-label={m.plan} aria-pressed={isPlanned} title={`${m.plan} (t)`} onClick={() => plan(task)} className="aria-pressed:bg-selected" />
}

/** What is known of it, and what is said about it. */
function Tabs({ task }: { task: Task }) {
  const { tasks: m } = useTaskMessages()
  const search = useSearch({ from: '/shell/tasks' })
  const { tab } = search
  const unread = useUnreadComments(task)
  return (
    <nav aria-label={m.task} className="ml-1 flex h-full flex-1 gap-5">
      {([undefined, 'comments'] as const).map((value) => (
        <Link
          key={value ?? 'details'}
          to="/tasks/$id"
          params={{ id: task.id }}
          search={{ ...search, tab: value, message: undefined, thread: undefined }}
          replace
          aria-current={tab === value ? 'page' : undefined}
          title={`${value ? m.comments : m.details} (c)`}
          className={classes('flex h-full items-center gap-1.5 border-b-2 text-sm font-medium -outline-offset-2', tab === value ? 'border-accent text-ink' : 'border-transparent text-ink-faint hover:text-ink')}
        >
          {value ? m.comments : m.details}
          {value && unread > 0 && <span aria-label={m.unread_comments(unread)} className="rounded-full bg-accent px-1.5 text-[11px] leading-[1.125rem] font-semibold text-on-accent tabular-nums">{unread}</span>}
        </Link>
      ))}
    </nav>
  )
}

function Detail({ task }: { task: Task }) {
  const scroller = useScrollerName('task')
  const { tasks: m } = useTaskMessages()
  const rewrite = useRewriteTask()
  const turn = useTurnTask()
  return (
    <>
      {task.deleted_at !== null && <Deleted task={task} />}
      <div {...scroller} inert={task.deleted_at !== null} className="min-h-0 flex-1 overflow-y-auto px-5 py-4">
        {task.parent && (
          <nav aria-label={m.part_of} className="mb-1 flex min-w-0 items-center text-sm text-ink-faint">
            <Trail parent={task.parent} below={[task.id]} />
          </nav>
        )}
        <div className="flex items-start gap-3">
          <span className="flex pt-1.5">
            <TaskCheck task={task} onTurn={() => turn(task)} />
          </span>
          <div className="min-w-0 flex-1">
            <TextArea
              line
              draft={`task:${task.id}:title`}
              label={m.task_title}
              value={task.title}
              maxLength={longestTitle}
              className="block w-[calc(100%+1rem)] text-lg font-semibold"
              onSave={(title, giveBack) => rewrite(task, { title }, giveBack)}
            />
          </div>
        </div>
        <TaskDescription task={task} />
        <TaskProperties task={task} />
        <Parts task={task} />
        <Blockers task={task} />
        <Waiters task={task} />
        <TaskSources task={task} />
        <TaskFiles task={task} />
        <TaskHistory task={task} />
      </div>
    </>
  )
}

/**
 * What it is a part of, and what that is a part of: the task of which all of it is one comes first. Until the server has refused a circle, there
 * is one here.
 */
function Trail({ parent: { id, title }, below }: { parent: NonNullable<Task['parent']>; below: string[] }) {
  const { data: task } = useQuery(taskQuery(id))
  const above = task?.parent
  return (
    <>
      {above && !below.includes(above.id) && <Trail parent={above} below={[...below, id]} />}
      <Link to="/tasks/$id" params={{ id }} search={true} className="min-w-8 shrink truncate hover:text-ink hover:underline">
        {title}
      </Link>
      <ChevronRight size={13} aria-hidden className="mx-0.5 shrink-0" />
    </>
  )
}

/** Somebody has deleted it, maybe while it was being looked at. */
function Deleted({ task }: { task: Task }) {
  const { tasks: m, actions } = useTaskMessages()
  const restore = useRestoreTask()
  return (
    <p role="status" className="flex shrink-0 items-center gap-3 border-b bg-danger-soft px-4 py-2 text-sm text-danger">
      <Trash2 size={15} className="shrink-0" />
      <span className="flex-1">{m.is_deleted}</span>
      <Button size="sm" onClick={() => restore(task)}>
        {actions.restore}
      </Button>
    </p>
  )
}
