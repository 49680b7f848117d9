// Tasks under their headings, as many as there are: only what is on the screen is in the page.

import { useNavigate, useParams } from '@tanstack/react-router'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { useActiveItem } from '@/app/active-item.ts'
import { useKeys } from '@/app/shortcuts.ts'
import { everything, isSelected, select, type Selection } from '@/features/table/selection.ts'
import { useFormats } from '@/messages/messages.tsx'
import { useMedia } from '@/ui/media.ts'
import { useScrollerName } from '@/ui/scroller-name.ts'
import { useRemoveTask, useTurnTask } from './change-task.ts'
import type { TaskGroup } from './groups.ts'
import { usePlanTask } from './plan-task.ts'
import { TaskRow, taskRowId } from './task-row.tsx'
import type { Task } from './tasks-queries.ts'

const headingHeight = 36

interface Props {
  label: string
  groups: TaskGroup[]
  headingOf(key: string): string
  more?: () => void
  /** Where many can be meant. */
  choice?: { selection: Selection; isSelecting: boolean; onSelect(selection: Selection): void }
}

type Row = { heading: TaskGroup } | { task: Task }

export function TaskList({ label, groups, headingOf, more, choice }: Props) {
  const navigate = useNavigate()
  const { number } = useFormats()
  const { id: openId } = useParams({ strict: false })
  const scroller = useRef<HTMLDivElement>(null)
  const scrollerName = useScrollerName('tasks')
  const anchor = useRef(0)
  const turn = useTurnTask()
  const plan = usePlanTask()
  const remove = useRemoveTask()
  const rowHeight = useMedia('(width >= 48rem)') ? 40 : 56
  const rows = groups.flatMap((group): Row[] => [...(headingOf(group.key) ? [{ heading: group }] : []), ...group.tasks.map((task) => ({ task }))])
  const tasks = groups.flatMap((group) => group.tasks)
  const { active, setActive } = useActiveItem(tasks, openId)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => ('task' in rows[index]! ? rowHeight : headingHeight),
    getItemKey: (index) => { const row = rows[index]!; return 'task' in row ? row.task.id : `heading ${row.heading.key}` },
    overscan: 12,
  })
  useEffect(() => virtual.measure(), [virtual, rowHeight, groups])
  const shown = virtual.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0
  useEffect(() => {
    if (more && last > rows.length - 60) more()
  }, [more, last, rows.length])
  const open = (task: Task | undefined, replace = false) => task && void navigate({ to: '/tasks/$id', params: { id: task.id }, search: true, replace })
  const go = (to: number) => {
    const next = tasks[Math.max(0, Math.min(tasks.length - 1, to))]
    if (!next) return
    setActive(next)
    virtual.scrollToIndex(rows.findIndex((row) => 'task' in row && row.task === next))
    if (openId) open(next, true)
  }
  const current = tasks[active]
  const hasChosen = choice !== undefined && (choice.selection.all || choice.selection.ids.size > 0)
  const toggle = (index: number, extend: boolean) => {
    const [from, to] = extend ? [Math.min(anchor.current, index), Math.max(anchor.current, index)] : [index, index]
    const ids = tasks.slice(from, to + 1).map(({ id }) => id)
    choice!.onSelect(select(choice!.selection, ids, extend || !ids.every((id) => isSelected(choice!.selection, id))))
    if (!extend) anchor.current = index
    setActive(tasks[index]!)
  }
  const extend = (by: number) => {
    if (!choice!.isSelecting) anchor.current = active
    const to = Math.max(0, Math.min(tasks.length - 1, active + by))
    // Back towards where it began it shrinks.
    if (Math.abs(to - anchor.current) < Math.abs(active - anchor.current)) choice!.onSelect(select(choice!.selection, [tasks[active]!.id], false))
    else toggle(to, true)
    go(to)
  }
  useKeys({
    j: () => go(active + 1), k: () => go(active - 1), ArrowDown: () => go(active + 1), ArrowUp: () => go(active - 1),
    PageDown: () => go(active + 12), PageUp: () => go(active - 12), Home: () => go(0), End: () => go(tasks.length - 1),
    Enter: () => open(current), o: () => open(current),
    // Of several, whoever knows what is chosen does it; of one that is open, that one.
    ...(!hasChosen && !openId && { x: () => current && turn(current), t: () => current && plan(current), '#': () => current && remove(current) }),
    ...(choice && {
      s: () => toggle(active, false), S: () => toggle(active, true), J: () => extend(1), K: () => extend(-1),
      'shift+ArrowDown': () => extend(1), 'shift+ArrowUp': () => extend(-1), 'mod+a': () => choice.onSelect(everything),
    }),
  })
  return (
    <div
      ref={scroller}
      {...scrollerName}
      role="grid"
      aria-label={label}
      aria-multiselectable={choice !== undefined}
      aria-rowcount={more ? -1 : rows.length}
      aria-activedescendant={current && taskRowId(current.id)}
      tabIndex={0}
      className="@container min-h-0 flex-1 overflow-y-auto outline-none focus-visible:shadow-[inset_0_0_0_2px_var(--accent)]"
    >
      <div role="rowgroup" className="relative" style={{ height: virtual.getTotalSize() }}>
        {shown.map(({ index, start, key }) => {
          const row = rows[index]!
          if ('heading' in row) {
            const { tasks: those, total = more ? undefined : those.length } = row.heading
            return (
              <div key={key} role="row" aria-rowindex={index + 1} className="absolute inset-x-0 top-0 flex items-end border-b border-line/70 px-4 pb-1.5 text-xs" style={{ height: headingHeight, transform: `translateY(${start}px)` }}>
                <span role="rowheader" className="flex gap-2 font-semibold text-ink-soft">
                  {headingOf(row.heading.key)}
                  {total !== undefined && <span className="font-normal text-ink-faint tabular-nums">{number(total)}</span>}
                </span>
              </div>
            )
          }
          const { task } = row
          return (
            <TaskRow
              key={key}
              task={task}
              rowIndex={index + 1}
              active={task === current}
              open={task.id === openId}
              height={rowHeight}
              start={start}
              onActivate={() => setActive(task)}
              onTurn={() => turn(task)}
              choice={choice && {
                selected: isSelected(choice.selection, task.id),
                isSelecting: choice.isSelecting,
                onSelect: (extend) => toggle(tasks.indexOf(task), extend),
              }}
            />
          )
        })}
      </div>
    </div>
  )
}
