// Tasks: what somebody might do today, or all there are; beside the one that is open, on a phone one after the other.

import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, Outlet, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Coffee, ListTodo, Plus, Search, X } from 'lucide-react'
import { useRef, type ReactNode } from 'react'
import { useCommands } from '@/app/commands.ts'
import { useMe } from '@/app/roles.ts'
import { useKeys } from '@/app/shortcuts.ts'
import { useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { classes } from '@/ui/classes.ts'
import { Empty, Failed, Late, SkeletonRows } from '@/ui/states.tsx'
import { groupTasks, type TaskGroup } from './groups.ts'
import { QuickEntry } from './quick-entry.tsx'
import { TaskFilters } from './task-filters.tsx'
import { TaskList } from './task-list.tsx'
import { listTasks, myDayQuery, sections, statusesQuery } from './tasks-queries.ts'
import { toSelection, type TasksSearch } from './tasks-search.ts'

export function Tasks() {
  const { tasks: m } = useMessages()
  const { id } = useParams({ strict: false })
  const search = useSearch({ from: '/shell/tasks' })
  const me = useMe().user?.id
  const entry = useRef<HTMLInputElement>(null)
  const isAll = search.show === 'all'
  const write = () => entry.current?.focus()
  useKeys({ n: write })
  useCommands([{ label: m.add, keys: 'n', icon: <Plus size={16} />, run: write }])
  const assignee = !isAll || search.assignee === 'me' ? me : search.assignee === 'none' ? undefined : search.assignee
  return (
    <div className="flex h-full">
      <div className={classes('flex min-w-0 flex-1 flex-col', id && 'max-lg:hidden')}>
        <header className="flex h-13 shrink-0 items-center gap-5 border-b px-4">
          <h1 className="text-lg font-semibold">{m.title}</h1>
          <nav aria-label={m.title} className="flex h-full gap-5">
            <ShowLink show={undefined}>{m.my_day}</ShowLink>
            <ShowLink show="all">{m.all}</ShowLink>
          </nav>
        </header>
        <QuickEntry ref={entry} given={assignee ? { assignee_ids: [assignee] } : {}} planned={!isAll} />
        {isAll ? <All search={search} /> : <MyDay />}
      </div>
      <Outlet />
    </div>
  )
}

function ShowLink({ show, children }: { show: TasksSearch['show']; children: ReactNode }) {
  const isShown = useSearch({ from: '/shell/tasks' }).show === show
  return (
    <Link
      to="/tasks"
      search={{ show }}
      aria-current={isShown ? 'page' : undefined}
      className={classes('flex h-full items-center border-b-2 text-sm font-medium -outline-offset-2', isShown ? 'border-accent text-ink' : 'border-transparent text-ink-faint hover:text-ink')}
    >
      {children}
    </Link>
  )
}

function MyDay() {
  const { tasks: m } = useMessages()
  const { data, error, refetch } = useQuery(myDayQuery)
  if (error && !data) return <Failed error={error} retry={() => void refetch()} />
  if (!data) return <Waiting />
  const groups = sections.flatMap((section): TaskGroup[] => (data[section].total > 0 ? [{ key: section, tasks: data[section].data, total: data[section].total }] : []))
  if (groups.length === 0) return <Empty icon={<Coffee size={20} />} title={m.free_day}>{m.free_day_hint}</Empty>
  return <TaskList label={m.my_day} groups={groups} headingOf={(key) => m.sections[key as (typeof sections)[number]]} />
}

function All({ search }: { search: TasksSearch }) {
  const { tasks: m, people } = useMessages()
  const navigate = useNavigate()
  const selection = toSelection(search)
  const list = useInfiniteQuery(listTasks(selection))
  const { data: statuses = [] } = useQuery(statusesQuery)
  const tasks = list.data?.pages.flatMap(({ data }) => data) ?? []
  const isFiltered = search.q !== undefined || search.state !== undefined || search.assignee !== undefined || search.due !== undefined
  const headingOf = (key: string) => {
    if (selection.sort === 'status') return statuses.find(({ id }) => id === key)?.name ?? ''
    if (selection.sort === 'priority') return m.priorities[key as keyof typeof m.priorities]
    if (selection.sort !== 'due') return ''
    return key === 'before' && !selection.open ? m.before_today : m.due_groups[key as keyof typeof m.due_groups]
  }
  return (
    <>
      <TaskFilters search={search} />
      {list.error && tasks.length === 0 ? (
        <Failed error={list.error} retry={() => void list.refetch()} />
      ) : list.isPending ? (
        <Waiting />
      ) : tasks.length > 0 ? (
        <TaskList
          key={JSON.stringify(selection)}
          label={m.all}
          groups={groupTasks(tasks, selection.sort)}
          headingOf={headingOf}
          more={list.hasNextPage && !list.isFetchingNextPage ? () => void list.fetchNextPage() : undefined}
        />
      ) : isFiltered ? (
        <Empty icon={<Search size={20} />} title={m.none} action={<Button icon={<X size={14} />} onClick={() => void navigate({ to: '/tasks', search: { show: 'all' } })}>{people.clear}</Button>} />
      ) : (
        <Empty icon={<ListTodo size={20} />} title={m.empty}>{m.empty_hint}</Empty>
      )}
    </>
  )
}

function Waiting() {
  return (
    <Late>
      <SkeletonRows height={40} />
    </Late>
  )
}
