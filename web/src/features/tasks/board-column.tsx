// A column of the board, as long as it may be: its first page comes with the board, the rest when somebody scrolls there.

import { useInfiniteQuery } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { Plus } from 'lucide-react'
import { useEffect, useRef, useState, type DragEvent } from 'react'
import type { Schemas } from '@/api/client.ts'
import { useFormats } from '@/messages/messages.tsx'
import { useTaskMessages } from '@/messages/tasks.ts'
import { Button } from '@/ui/button.tsx'
import { classes } from '@/ui/classes.ts'
import { useScrollerName } from '@/ui/scroller-name.ts'
import { WriteLine } from './add-line.tsx'
import { useAddTask } from './change-task.ts'
import type { Column } from './task-caches.ts'
import { TaskCard } from './task-card.tsx'
import { CategoryMark } from './task-check.tsx'
import { listTasks, type Task } from './tasks-queries.ts'
import type { TaskFilter } from './tasks-search.ts'
import { longestTitle } from './too-long.tsx'

const between = 8

interface Props {
  column: Column
  status: Schemas['TaskStatus']
  filter: TaskFilter
  activeId: string | undefined
  openId: string | undefined
  dragged: Task | undefined
  /** Before which card what is dragged would come. */
  gap: number | undefined
  onShow(tasks: Task[]): void
  onActivate(id: string): void
  onTurn(task: Task): void
  onDrag(task: Task): void
  onOver(index: number | undefined): void
  onDrop(index: number): void
  onDragEnd(): void
}

export function BoardColumn({ column, status, filter, activeId, openId, dragged, gap, onShow, onActivate, onTurn, onDrag, onOver, onDrop, onDragEnd }: Props) {
  const { tasks: m } = useTaskMessages()
  const { number } = useFormats()
  const add = useAddTask()
  const [adding, setAdding] = useState(false)
  const scroller = useRef<HTMLDivElement>(null)
  const scrollerName = useScrollerName(status.id)
  const [wantsAll, setWantsAll] = useState(false)
  const all = useInfiniteQuery({ ...listTasks({ ...filter, status_id: [status.id], sort: 'position' }), enabled: wantsAll })
  const tasks = (wantsAll && all.data?.pages.flatMap(({ data }) => data)) || column.data
  const virtual = useVirtualizer({
    count: tasks.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 68,
    getItemKey: (index) => tasks[index]!.id,
    gap: between,
    overscan: 6,
  })
  const items = virtual.getVirtualItems()
  useEffect(() => onShow(tasks))
  const last = items.at(-1)?.index ?? 0
  const { hasNextPage, isFetching, fetchNextPage } = all
  useEffect(() => {
    if (last < tasks.length - 20) return
    if (!wantsAll && column.next_cursor !== null) setWantsAll(true)
    if (wantsAll && hasNextPage && !isFetching) void fetchNextPage()
  }, [last, tasks.length, wantsAll, column.next_cursor, hasNextPage, isFetching, fetchNextPage])
  const activeIndex = tasks.findIndex(({ id }) => id === activeId)
  useEffect(() => {
    if (activeIndex >= 0) virtual.scrollToIndex(activeIndex)
  }, [virtual, activeIndex, activeId])
  const list = useRef<HTMLUListElement>(null)
  const gapAt = ({ clientY }: DragEvent) => {
    const y = clientY - list.current!.getBoundingClientRect().top
    return items.find(({ start, size }) => start + size / 2 > y)?.index ?? tasks.length
  }
  const gapTop = gap === undefined ? undefined : (items.find(({ index }) => index === gap)?.start ?? virtual.getTotalSize() + between) - between / 2
  return (
    <section
      aria-label={status.name}
      className={classes('flex w-[min(18rem,calc(100vw-3rem))] shrink-0 snap-start flex-col rounded-lg bg-canvas transition-colors', gap !== undefined && 'ring-1 ring-accent ring-inset')}
      onDragOver={(event) => {
        if (!dragged) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'move'
        const index = gapAt(event)
        if (index !== gap) onOver(index)
      }}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget as Node | null)) onOver(undefined)
      }}
      onDrop={(event) => {
        if (!dragged) return
        event.preventDefault()
        onDrop(gapAt(event))
      }}
    >
      <header className="flex h-11 shrink-0 items-center gap-2 pr-1.5 pl-3 text-sm">
        <CategoryMark category={status.category} color={status.color} />
        <h2 className="truncate font-semibold">{status.name}</h2>
        <span className="flex-1 text-ink-faint tabular-nums">{number(column.total)}</span>
        <Button look="quiet" size="sm" icon={<Plus size={15} />} aria-label={m.add_to(status.name)} title={m.add_to(status.name)} onClick={() => setAdding(true)} />
      </header>
      {adding && (
        <div className="flex px-2 pb-2">
          <WriteLine label={m.add_to(status.name)} maxLength={longestTitle} onEnd={() => setAdding(false)} onAdd={(title) => add({ title, status_id: status.id })} />
        </div>
      )}
      <div ref={scroller} {...scrollerName} tabIndex={-1} className="min-h-0 flex-1 overflow-y-auto px-2 pb-2">
        <div className="relative" style={{ height: virtual.getTotalSize() }}>
          <ul ref={list} aria-label={status.name}>
            {items.map(({ index, start, key }) => {
              const task = tasks[index]!
              return (
                <TaskCard
                  key={key}
                  ref={virtual.measureElement}
                  index={index}
                  start={start}
                  task={task}
                  active={task.id === activeId}
                  open={task.id === openId}
                  isDragged={task.id === dragged?.id}
                  onActivate={() => onActivate(task.id)}
                  onTurn={() => onTurn(task)}
                  onDrag={() => onDrag(task)}
                  onDragEnd={onDragEnd}
                />
              )
            })}
          </ul>
          {gapTop !== undefined && <div aria-hidden className="pointer-events-none absolute inset-x-0 h-0.5 rounded-full bg-accent" style={{ top: gapTop - 1 }} />}
        </div>
      </div>
    </section>
  )
}
