// The list of all tasks: narrowed down and ordered, and many changed at once.

import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Check, ListChecks, ListTodo, PenLine, Search, Trash2, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useCommands } from '@/app/commands.ts'
import { useKeys } from '@/app/shortcuts.ts'
import { SelectionAction, SelectionBar } from '@/features/table/selection-bar.tsx'
import { everything, none, sizeOf, type Selection } from '@/features/table/selection.ts'
import { useTaskMessages } from '@/messages/tasks.ts'
import { Button } from '@/ui/button.tsx'
import { later } from '@/ui/later.tsx'
import { Empty, Failed, Late, SkeletonRows } from '@/ui/states.tsx'
import { useBulk } from './bulk.ts'
import { groupTasks } from './groups.ts'
import { TaskFilters } from './task-filters.tsx'
import { TaskList } from './task-list.tsx'
import { useStatuses } from './statuses.ts'
import { countQuery, listTasks } from './tasks-queries.ts'
import { isNarrowed, toFilter, toSelection } from './task-selection.ts'
import type { Sort, TasksSearch } from './tasks-search.ts'

const EditTasks = later(async () => (await import('./edit-tasks.tsx')).EditTasks)

export function AllTasks({ search }: { search: TasksSearch }) {
  const { tasks: m, people, actions } = useTaskMessages()
  const navigate = useNavigate()
  const { id: openId } = useParams({ strict: false })
  const wanted = toSelection(search)
  const filter = toFilter(search)
  const list = useInfiniteQuery(listTasks(wanted))
  const statuses = useStatuses() ?? []
  const bulk = useBulk()
  const [selection, setSelection] = useState<Selection>(none)
  const [isSelecting, setSelecting] = useState(false)
  const [editing, setEditing] = useState(false)
  const tasks = list.data?.pages.flatMap(({ data }) => data) ?? []
  const hasSome = selection.all || selection.ids.size > 0
  const { data: total = tasks.length } = useQuery({ ...countQuery(filter), enabled: hasSome })
  const size = sizeOf(selection, total)
  const among = JSON.stringify(filter)
  const clear = () => {
    setSelection(none)
    setSelecting(false)
  }
  useEffect(clear, [among])
  // What is done by a key means either many, or the one that is open.
  useEffect(() => {
    if (openId) clear()
  }, [openId])
  const target = { selection, among: filter, size }
  const run = (work: () => Promise<void>) => {
    clear()
    void work()
  }
  const complete = () => run(() => bulk.change(target, { category: 'done' }))
  const remove = () => run(() => bulk.remove(target))
  const edit = () => setEditing(true)
  useKeys({ x: complete, e: edit, '#': remove, Delete: remove }, size > 0)
  useKeys({ Escape: clear }, size > 0 || isSelecting)
  useCommands(size > 0
    ? [
        { label: m.edit_many(size), keys: 'e', icon: <PenLine size={16} />, run: edit },
        { label: m.complete_many(size), keys: 'x', icon: <Check size={16} />, run: complete },
        { label: m.remove_many(size), keys: '#', icon: <Trash2 size={16} />, run: remove },
      ]
    : [])
  const headingOf = (key: string) => {
    if (wanted.sort === 'status') return statuses.find(({ id }) => id === key)?.name ?? ''
    if (wanted.sort === 'priority') return m.priorities[key as keyof typeof m.priorities]
    if (wanted.sort !== 'due') return ''
    return key === 'before' && !wanted.open ? m.before_today : m.due_groups[key as keyof typeof m.due_groups]
  }
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <TaskFilters search={search}>
        <Button look="quiet" icon={<ListChecks size={16} />} aria-label={m.select} aria-pressed={isSelecting} title={`${m.select} (s)`} onClick={() => (isSelecting ? clear() : setSelecting(true))} className="aria-pressed:bg-selected" />
      </TaskFilters>
      {list.error && tasks.length === 0 ? (
        <Failed error={list.error} retry={() => void list.refetch()} />
      ) : list.isPending ? (
        <Late>
          <SkeletonRows height={40} />
        </Late>
      ) : tasks.length > 0 ? (
        <TaskList
          key={JSON.stringify(wanted)}
          label={m.all}
          groups={groupTasks(tasks, wanted.sort as Sort)}
          headingOf={headingOf}
          more={list.hasNextPage && !list.isFetchingNextPage ? () => void list.fetchNextPage() : undefined}
          choice={{
            selection,
            isSelecting: isSelecting || size > 0,
            onSelect(next) {
              if (openId) void navigate({ to: '/tasks', search: true })
              setSelection(next)
            },
          }}
        />
      ) : isNarrowed(search) ? (
        <Empty icon={<Search size={20} />} title={m.none} action={<Button icon={<X size={14} />} onClick={() => void navigate({ to: '/tasks', search: { show: 'all' } })}>{people.clear}</Button>} />
      ) : (
        <Empty icon={<ListTodo size={20} />} title={m.empty}>{m.empty_hint}</Empty>
      )}
      {size > 0 && (
        <SelectionBar size={size} total={total} onAll={() => setSelection(everything)} onClear={clear}>
          <SelectionAction icon={<Check size={15} />} label={m.complete} keys="x" onClick={complete} />
          <SelectionAction icon={<PenLine size={15} />} label={actions.edit} keys="e" onClick={edit} />
          <SelectionAction icon={<Trash2 size={15} />} label={actions.remove} keys="#" onClick={remove} />
        </SelectionBar>
      )}
      <EditTasks size={size} open={editing} onClose={() => setEditing(false)} onApply={(change) => run(() => bulk.change(target, change))} />
    </div>
  )
}
