// The calendar: what is due in a month or a week. Tasks are dragged to another day, or moved there by keys.

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useKeys } from '@/app/shortcuts.ts'
import { useFormats, useLanguage } from '@/messages/messages.tsx'
import { useTaskMessages } from '@/messages/tasks.ts'
import { Button } from '@/ui/button.tsx'
import { useMedia } from '@/ui/media.ts'
import { useScrollerName } from '@/ui/scroller-name.ts'
import { Failed, Late, Skeleton } from '@/ui/states.tsx'
import { useSize } from '@/ui/use-size.ts'
import { CalendarDay, type DayHandlers } from './calendar-day.tsx'
import { addMonths, daysBetween, weeksAround, type Span } from './calendar-days.ts'
import { useChangeTask, useRemoveTask, useTurnTask } from './change-task.ts'
import { addDays, dayOf, dueDay } from './days.ts'
import { usePlanTask } from './plan-task.ts'
import { calendarQuery, type Task } from './tasks-queries.ts'
import type { TaskFilter, TasksSearch } from './tasks-search.ts'

const lineHeight = 24
const dayHeadHeight = 30

interface Props {
  filter: TaskFilter
  search: TasksSearch
  /** Somebody wants to write a task for the day that is shown. */
  onAdd(): void
}

export function Calendar({ filter, search, onAdd }: Props) {
  const scroller = useScrollerName('calendar')
  const { tasks: m } = useTaskMessages()
  const { months, dayMonth, date, weekday } = useFormats()
  const { language } = useLanguage()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { id: openId } = useParams({ strict: false })
  const changeTask = useChangeTask()
  const turn = useTurnTask()
  const plan = usePlanTask()
  const remove = useRemoveTask()
  const isNarrow = useMedia('(width < 48rem)')
  const today = dayOf(new Date())
  const { day = today, span = 'month' } = search
  const [activeId, setActiveId] = useState(openId)
  const [dragged, setDragged] = useState<Task>()
  const [over, setOver] = useState<string>()
  const grid = useRef<HTMLDivElement>(null)
  const { height } = useSize(grid)
  const weeks = weeksAround(day, span)
  const [from, to] = [weeks[0]![0]!, weeks.at(-1)!.at(-1)!]
  const calendar = useQuery(calendarQuery(filter, { from, to, limit: limits[span] }))
  const days = new Map(calendar.data?.days.map((each) => [each.day, each]))
  const shift = (on: string, by: number) => (span === 'week' ? addDays(on, 7 * by) : addMonths(on, by))
  useEffect(() => {
    // The next and the last one are there when somebody turns to them.
    for (const by of [-1, 1]) {
      const near = weeksAround(shift(day, by), span)
      void client.prefetchQuery({ ...calendarQuery(filter, { from: near[0]![0]!, to: near.at(-1)!.at(-1)!, limit: limits[span] }), staleTime: 30_000 })
    }
  }, [from, to, JSON.stringify(filter)])

  const show = (next: { day?: string; span?: Span }, replace = true) => {
    const wanted = { day, span, ...next }
    void navigate({ to: '.', search: { ...search, day: wanted.day === today ? undefined : wanted.day, span: wanted.span === 'week' ? 'week' : undefined }, replace })
  }
  const goTo = (next: string) => {
    setActiveId(undefined)
    show({ day: next })
  }
  const shown = weeks.flat().flatMap((each) => days.get(each)?.data ?? [])
  const active = shown.find(({ id }) => id === activeId)
  const open = (task: Task, replace = false) => void navigate({ to: '/tasks/$id', params: { id: task.id }, search: true, replace })
  const step = (by: number) => {
    const at = shown.findIndex(({ id }) => id === activeId)
    // From the day on which one stands.
    const fallback = by > 0 ? shown.find((task) => dueDay(task)! >= day) : shown.findLast((task) => dueDay(task)! <= day)
    const next = at < 0 ? fallback : shown[at + by]
    if (!next) return
    setActiveId(next.id)
    if (dueDay(next) !== day) show({ day: dueDay(next)! })
    if (openId) open(next, true)
  }
  const move = (task: Task, to: string) => {
    const by = daysBetween(dueDay(task)!, to)
    if (by === 0) return
    setActiveId(task.id)
    changeTask(task, { due_on: addDays(task.due_on!, by) }, { due_at: task.due_at && new Date(Date.parse(task.due_at) + by * 86_400_000).toISOString() })
  }
  const carry = (by: number) => {
    if (!active) return
    const next = addDays(dueDay(active)!, by)
    move(active, next)
    show({ day: next })
  }
  useKeys({
    ArrowLeft: () => goTo(addDays(day, -1)), ArrowRight: () => goTo(addDays(day, 1)), ArrowUp: () => goTo(addDays(day, -7)), ArrowDown: () => goTo(addDays(day, 7)),
    h: () => goTo(addDays(day, -1)), l: () => goTo(addDays(day, 1)),
    PageUp: () => goTo(shift(day, -1)), PageDown: () => goTo(shift(day, 1)), Home: () => goTo(today),
    j: () => step(1), k: () => step(-1),
    'shift+ArrowLeft': () => carry(-1), 'shift+ArrowRight': () => carry(1), 'shift+ArrowUp': () => carry(-7), 'shift+ArrowDown': () => carry(7),
    m: () => show({ span: 'month' }), w: () => show({ span: 'week' }),
    Enter: () => active && open(active), o: () => active && open(active),
    // One that is open has them for itself.
    ...(!openId && { x: () => active && turn(active), t: () => active && plan(active), '#': () => active && remove(active) }),
  })
  const handlers: DayHandlers = {
    dragged,
    activeId,
    openId,
    onChoose: goTo,
    onAdd(on) {
      goTo(on)
      onAdd()
    },
    onMore: (on) => show({ day: on, span: 'week' }, false),
    onActivate(task) {
      setActiveId(task.id)
      if (dueDay(task) !== day) show({ day: dueDay(task)! })
    },
    onTurn: turn,
    onDrag: setDragged,
    onDragEnd() {
      setDragged(undefined)
      setOver(undefined)
    },
    onOver: setOver,
    onDrop(on) {
      if (dragged) move(dragged, on)
      setDragged(undefined)
      setOver(undefined)
    },
  }
  const title = span === 'week' ? `${dayMonth(from)} – ${date(to)}` : isNarrow ? shortMonth(day, language) : `${months[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`
  // In a narrow month there is room for how much it is, and the day that is chosen stands below.
  const isSmall = isNarrow && span === 'month'
  const isStacked = isNarrow && span === 'week'
  const lines = span === 'week' ? limits.week : Math.max(1, Math.floor((height / weeks.length - dayHeadHeight) / lineHeight))
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex h-11 shrink-0 items-center gap-1 border-b px-4">
        <h2 aria-live="polite" className="mr-auto truncate font-semibold max-sm:text-sm">{title}</h2>
        <div role="group" aria-label={m.span} className="mr-1 flex rounded-md ring-1 ring-line ring-inset">
          {(['month', 'week'] as const).map((each) => (
            <button key={each} type="button" aria-pressed={span === each} title={`${m.spans[each]} (${each[0]})`} onClick={() => show({ span: each })} className="h-7 rounded-md px-2.5 text-sm max-sm:px-2 pointer-coarse:h-9 text-ink-faint hover:text-ink aria-pressed:bg-hover aria-pressed:font-medium aria-pressed:text-ink aria-pressed:ring-1 aria-pressed:ring-line-strong aria-pressed:ring-inset">
              {m.spans[each]}
            </button>
          ))}
        </div>
        <Button look="quiet" size="sm" icon={<ChevronLeft size={16} />} aria-label={m.earlier} title={`${m.earlier} (Page ↑)`} onClick={() => goTo(shift(day, -1))} />
        <Button size="sm" title={`${m.today} (Home)`} onClick={() => goTo(today)}>{m.today}</Button>
        <Button look="quiet" size="sm" icon={<ChevronRight size={16} />} aria-label={m.later} title={`${m.later} (Page ↓)`} onClick={() => goTo(shift(day, 1))} />
      </div>
      {calendar.error && !calendar.data ? (
        <Failed error={calendar.error} retry={() => void calendar.refetch()} />
      ) : (
        <div {...scroller} role="grid" aria-label={title} aria-busy={calendar.isFetching} className="flex min-h-0 flex-1 flex-col max-md:overflow-y-auto">
          {!isStacked && (
            <div role="row" className="grid h-7 shrink-0 grid-cols-7 border-b text-xs text-ink-faint">
              {weeks[0]!.map((each) => (
                <span key={each} role="columnheader" className="self-center px-2 max-md:text-center">
                  {weekday(each)}
                </span>
              ))}
            </div>
          )}
          <div ref={grid} role="rowgroup" className={isSmall || isStacked ? 'flex flex-col' : 'flex min-h-0 flex-1 flex-col'}>
            {weeks.map((week) => (
              <div key={week[0]} role="row" className={isStacked ? 'flex flex-col' : isSmall ? 'grid h-12 grid-cols-7 border-b border-line/70' : 'grid min-h-0 flex-1 grid-cols-7 border-b border-line/70 last:border-b-0'}>
                {week.map((each) => (
                  <CalendarDay
                    key={each}
                    day={each}
                    tasks={days.get(each)?.data ?? []}
                    total={days.get(each)?.total ?? 0}
                    isToday={each === today}
                    isOutside={span === 'month' && each.slice(0, 7) !== day.slice(0, 7)}
                    isChosen={each === day}
                    isOver={each === over}
                    look={isSmall ? 'small' : isStacked ? 'stacked' : span}
                    lines={lines}
                    handlers={handlers}
                  />
                ))}
              </div>
            ))}
          </div>
          {isSmall && (
            <div role="row" className="flex flex-col">
              <CalendarDay day={day} tasks={days.get(day)?.data ?? []} total={days.get(day)?.total ?? 0} isToday={day === today} isOutside={false} isChosen={false} isOver={false} look="stacked" lines={limits.month} handlers={handlers} />
            </div>
          )}
          {calendar.isPending && <Late><Skeleton className="absolute right-4 bottom-4 h-4 w-24" /></Late>}
        </div>
      )}
    </div>
  )
}

/** Beside the buttons there is little room on a phone. */
function shortMonth(day: string, language: string): string {
  return new Intl.DateTimeFormat(language, { month: 'short', year: 'numeric' }).format(new Date(`${day}T12:00`))
}

const limits: Record<Span, number> = { month: 20, week: 100 }
