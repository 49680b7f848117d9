// The board: a column for each status. Cards are dragged, or moved by keys; what is done with one is seen at once.

import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useRef, useState, type ReactNode } from 'react'
import { useKeys } from '@/app/shortcuts.ts'
import { useTaskMessages } from '@/messages/tasks.ts'
import { Failed, Late, Skeleton } from '@/ui/states.tsx'
import { BoardColumn } from './board-column.tsx'
import { useMoveTask, useRemoveTask, useTurnTask, type BoardPlace } from './change-task.ts'
import { usePlanTask } from './plan-task.ts'
import { useStatuses } from './statuses.ts'
import { boardQuery, type Task } from './tasks-queries.ts'
import type { TaskFilter } from './tasks-search.ts'

/** A gap of a column: before the card that stands there, or behind the last one. */
export interface Gap {
  status_id: string
  index: number
}

/** `none` stands there when what is asked for finds nothing. */
export function Board({ filter, none }: { filter: TaskFilter; none: ReactNode }) {
  const { tasks: m } = useTaskMessages()
  const navigate = useNavigate()
  const { id: openId } = useParams({ strict: false })
  const board = useQuery(boardQuery(filter))
  const statuses = useStatuses()
  const move = useMoveTask()
  const turn = useTurnTask()
  const plan = usePlanTask()
  const remove = useRemoveTask()
  /** What each column shows, which may be more than the board's first page. */
  const shown = useRef(new Map<string, Task[]>())
  const [activeId, setActiveId] = useState(openId)
  const [dragged, setDragged] = useState<Task>()
  const [gap, setGap] = useState<Gap>()
  const columns = board.data?.columns.flatMap((column) => ({ ...column, status: statuses?.find(({ id }) => id === column.status_id) })) ?? []
  const tasksOf = (column: number) => shown.current.get(columns[column]?.status_id ?? '') ?? []
  const findActive = () => {
    const column = columns.findIndex((_, place) => tasksOf(place).some(({ id }) => id === activeId))
    return column < 0 ? undefined : { column, index: tasksOf(column).findIndex(({ id }) => id === activeId) }
  }
  const active = () => {
    const at = findActive()
    return at && tasksOf(at.column)[at.index]
  }
  const placeAt = ({ status_id, index }: Gap, task: Task): BoardPlace => {
    const tasks = shown.current.get(status_id) ?? []
    const [above, below] = [tasks.slice(0, index), tasks.slice(index)]
    return { status_id, after: above.findLast(({ id }) => id !== task.id), before: below.find(({ id }) => id !== task.id) }
  }
  const moveTo = (task: Task, to: Gap) => {
    const index = (shown.current.get(task.status_id) ?? []).findIndex(({ id }) => id === task.id)
    // Both gaps beside it are where it is.
    if (task.status_id === to.status_id && (to.index === index || to.index === index + 1)) return
    setActiveId(task.id)
    move(task, placeAt({ status_id: task.status_id, index }, task), placeAt(to, task))
  }
  const go = (byColumn: number, byIndex: number) => {
    const at = findActive()
    const first = columns.findIndex((_, place) => tasksOf(place).length > 0)
    if (!at) return void (first >= 0 && setActiveId(tasksOf(first)[0]!.id))
    let column = at.column + byColumn
    // Over columns in which there is nothing.
    while (byColumn !== 0 && columns[column] && tasksOf(column).length === 0) column += byColumn
    const tasks = tasksOf(column)
    const next = tasks[Math.max(0, Math.min(tasks.length - 1, at.index + byIndex))]
    if (!next) return
    setActiveId(next.id)
    if (openId) void navigate({ to: '/tasks/$id', params: { id: next.id }, search: true, replace: true })
  }
  const carry = (byColumn: number, byIndex: number) => {
    const at = findActive()
    const column = at && columns[at.column + byColumn]
    if (!at || !column) return
    const tasks = tasksOf(at.column + byColumn)
    const index = byColumn === 0 ? at.index + byIndex + (byIndex > 0 ? 1 : 0) : Math.min(at.index, tasks.length)
    if (index >= 0 && index <= tasks.length) moveTo(tasksOf(at.column)[at.index]!, { status_id: column.status_id, index })
  }
  const act = (on: (task: Task) => void) => {
    const task = active()
    if (task) on(task)
  }
  const open = (task: Task | undefined) => task && void navigate({ to: '/tasks/$id', params: { id: task.id }, search: true })
  useKeys({
    ArrowUp: () => go(0, -1), ArrowDown: () => go(0, 1), ArrowLeft: () => go(-1, 0), ArrowRight: () => go(1, 0),
    k: () => go(0, -1), j: () => go(0, 1), h: () => go(-1, 0), l: () => go(1, 0),
    'shift+ArrowUp': () => carry(0, -1), 'shift+ArrowDown': () => carry(0, 1), 'shift+ArrowLeft': () => carry(-1, 0), 'shift+ArrowRight': () => carry(1, 0),
    K: () => carry(0, -1), J: () => carry(0, 1), H: () => carry(-1, 0), L: () => carry(1, 0),
    Home: () => go(0, -Infinity), End: () => go(0, Infinity),
    Enter: () => open(active()), o: () => open(active()),
    // One that is open has them for itself.
    ...(!openId && { x: () => act(turn), t: () => act(plan), '#': () => act(remove) }),
  })
  if (board.error && !board.data) return <Failed error={board.error} retry={() => void board.refetch()} />
  if (!board.data || !statuses) return <Waiting />
  if (none && columns.every(({ total }) => total === 0)) return none
  return (
    <div role="group" aria-label={m.board} className="flex min-h-0 flex-1 snap-x scroll-px-4 gap-3 overflow-x-auto p-4 max-md:snap-mandatory">
      {columns.map(({ status, ...column }) => status && (
        <BoardColumn
          key={status.id}
          column={column}
          status={status}
          filter={filter}
          activeId={activeId}
          openId={openId}
          gap={gap?.status_id === status.id ? gap.index : undefined}
          dragged={dragged}
          onShow={(tasks) => void shown.current.set(status.id, tasks)}
          onActivate={setActiveId}
          onTurn={turn}
          onDrag={setDragged}
          onOver={(index) => setGap(index === undefined ? undefined : { status_id: status.id, index })}
          onDrop={(index) => {
            if (dragged) moveTo(dragged, { status_id: status.id, index })
            setGap(undefined)
            setDragged(undefined)
          }}
          onDragEnd={() => {
            setGap(undefined)
            setDragged(undefined)
          }}
        />
      ))}
    </div>
  )
}

function Waiting() {
  return (
    <Late>
      <div className="flex gap-3 overflow-hidden p-4">
        {[3, 4, 2, 3].map((cards, column) => (
          <div key={column} className="grid w-72 shrink-0 content-start gap-2 rounded-lg bg-canvas p-2">
            <Skeleton className="my-1 ml-1 h-4 w-24" />
            {Array.from({ length: cards }, (_, card) => <Skeleton key={card} className="h-18" />)}
          </div>
        ))}
      </div>
    </Late>
  )
}
