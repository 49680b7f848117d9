// Tasks: what somebody might do today, or all there are, as a list, a board or a calendar; beside the one that is open, on a phone one after the other.

import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { CalendarDays, Coffee, List, Plus, Search, SquareKanban, Sun, X, type LucideIcon } from 'lucide-react'
import { useRef } from 'react'
import { useCommands } from '@/app/commands.ts'
import { useMe } from '@/app/roles.ts'
import { useKeys } from '@/app/shortcuts.ts'
import type { ViewMenuProps } from '@/features/views/view-menu.tsx'
import { useFormats } from '@/messages/messages.tsx'
import { useTaskMessages } from '@/messages/tasks.ts'
import { Button } from '@/ui/button.tsx'
import { classes } from '@/ui/classes.ts'
import { later } from '@/ui/later.tsx'
import { Empty, Failed, Late, SkeletonRows } from '@/ui/states.tsx'
import { AllTasks } from './all-tasks.tsx'
import { Board } from './board.tsx'
import { Calendar } from './calendar.tsx'
import { dayOf } from './days.ts'
import type { TaskGroup } from './groups.ts'
import { QuickEntry } from './quick-entry.tsx'
import { TaskFilters } from './task-filters.tsx'
import { TaskList } from './task-list.tsx'
import { contentOf, contentShown, isSame, taskViews, type ViewContent } from './task-views.ts'
import { myDayQuery, sections, taskViewsQuery } from './tasks-queries.ts'
import { isNarrowed, searchOf, toFilter } from './task-selection.ts'
import type { TasksSearch, TaskView } from './tasks-search.ts'

const ViewMenu = later<ViewMenuProps<TaskView, ViewContent>>(async () => (await import('@/features/views/view-menu.tsx')).ViewMenu, Heading)

export function Tasks() {
  const { tasks: m } = useTaskMessages()
  const { dayMonth } = useFormats()
  const { id } = useParams({ strict: false })
  const navigate = useNavigate()
  const search = useSearch({ from: '/shell/tasks' })
  const me = useMe().user?.id
  const entry = useRef<HTMLInputElement>(null)
  const { show } = search
  const write = () => entry.current?.focus()
  const goTo = (next: TasksSearch['show']) => () => void navigate({ to: '/tasks', search: next ? { ...search, show: next } : {} })
  useKeys({ n: write, 1: goTo(undefined), 2: goTo('all'), 3: goTo('board'), 4: goTo('calendar') })
  useCommands([{ label: m.add, keys: 'n', icon: <Plus size={16} />, run: write }])
  const day = show === 'calendar' ? (search.day ?? dayOf(new Date())) : undefined
  const assignee = show === undefined || search.assignee === 'me' ? me : search.assignee === 'none' ? undefined : search.assignee
  const prompt = day ? m.add_on(dayMonth(day)) : show === undefined ? m.add_today : m.add
  return (
    <div className="flex h-full">
      <div className={classes('flex min-w-0 flex-1 flex-col', id && 'max-lg:hidden')}>
        <header className="flex h-13 shrink-0 items-center gap-3 border-b px-4 sm:gap-5">
          <Views search={search} />
          <nav aria-label={m.layouts} className="flex h-full gap-3 sm:gap-5">
            <ShowLink show={undefined} icon={Sun} keys="1">{m.my_day}</ShowLink>
            <ShowLink show="all" icon={List} keys="2">{m.all}</ShowLink>
            <ShowLink show="board" icon={SquareKanban} keys="3">{m.board}</ShowLink>
            <ShowLink show="calendar" icon={CalendarDays} keys="4">{m.calendar}</ShowLink>
          </nav>
        </header>
        <QuickEntry ref={entry} given={{ ...(assignee && { assignee_ids: [assignee] }), ...(day && { due_on: day }) }} planned={show === undefined} prompt={prompt} begun={search.line} key={search.line} />
        {show === undefined ? (
          <MyDay />
        ) : show === 'all' ? (
          <AllTasks search={search} />
        ) : (
          <>
            <TaskFilters search={search} />
            {show === 'board' ? <Board filter={toFilter(search)} none={isNarrowed(search) && <Nothing />} /> : <Calendar filter={toFilter(search)} search={search} onAdd={write} />}
          </>
        )}
      </div>
      <Outlet />
    </div>
  )
}

function Nothing() {
  const { tasks: m, people } = useTaskMessages()
  const navigate = useNavigate()
  const { show } = useSearch({ from: '/shell/tasks' })
  return <Empty icon={<Search size={20} />} title={m.none} action={<Button icon={<X size={14} />} onClick={() => void navigate({ to: '/tasks', search: { show } })}>{people.clear}</Button>} />
}

/** The saved views, and the name of the one that is shown. */
function Views({ search }: { search: TasksSearch }) {
  const navigate = useNavigate()
  const { data: views = [] } = useQuery(taskViewsQuery)
  const current = search.show && views.find(({ id }) => id === search.view)
  const content = contentShown(search)
  return (
    <ViewMenu
      source={taskViews}
      views={views}
      current={current || undefined}
      content={content}
      isChanged={Boolean(current) && !isSame(content, contentOf(current as TaskView))}
      onChoose={(view) => void navigate({ to: '/tasks', search: view ? searchOf(view) : { show: search.show ?? 'all' } })}
    />
  )
}

/** As the menu looks, before it is there. */
function Heading({ current }: { current: TaskView | undefined }) {
  const { tasks: m } = useTaskMessages()
  return <h1 className="truncate text-lg font-semibold">{current?.name ?? m.title}</h1>
}

function ShowLink({ show, icon: Icon, keys, children }: { show: TasksSearch['show']; icon: LucideIcon; keys: string; children: string }) {
  const search = useSearch({ from: '/shell/tasks' })
  const isShown = search.show === show
  return (
    <Link
      to="/tasks"
      // What the others are narrowed down by stays.
      search={show ? { ...search, show } : {}}
      aria-current={isShown ? 'page' : undefined}
      title={`${children} (${keys})`}
      className={classes('flex h-full items-center gap-1.5 border-b-2 text-sm font-medium -outline-offset-2', isShown ? 'border-accent text-ink' : 'border-transparent text-ink-faint hover:text-ink')}
    >
      <Icon size={15} className="max-sm:size-4.5" />
      <span className="max-sm:sr-only">{children}</span>
    </Link>
  )
}

function MyDay() {
  const { tasks: m } = useTaskMessages()
  const { data, error, refetch } = useQuery(myDayQuery)
  if (error && !data) return <Failed error={error} retry={() => void refetch()} />
  if (!data) return <Waiting />
  const groups = sections.flatMap((section): TaskGroup[] => (data[section].total > 0 ? [{ key: section, tasks: data[section].data, total: data[section].total }] : []))
  if (groups.length === 0) return <Empty icon={<Coffee size={20} />} title={m.free_day}>{m.free_day_hint}</Empty>
  return <TaskList label={m.my_day} groups={groups} headingOf={(key) => m.sections[key as (typeof sections)[number]]} />
}

function Waiting() {
  return (
    <Late>
      <SkeletonRows height={40} />
    </Late>
  )
}
