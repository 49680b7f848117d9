// A month, to choose a day from: by a click, or by the arrows and Enter.

import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useFormats } from '@/messages/messages.tsx'
import { useTaskMessages } from '@/messages/tasks.ts'
import { Button } from '@/ui/button.tsx'
import { classes } from '@/ui/classes.ts'
import { addMonths, weeksAround } from './calendar-days.ts'
import { addDays, dayOf } from './days.ts'

interface Props {
  label: string
  day: string | null
  /** The last one that may be chosen. */
  max?: string
  onChoose(day: string): void
}

export function DayPicker({ label, day, max, onChoose }: Props) {
  const { tasks: m } = useTaskMessages()
  const { months, weekday, day: fullDay } = useFormats()
  const today = dayOf(new Date())
  /** The day at which the keys are. */
  const [at, setAt] = useState(day ?? max ?? today)
  const grid = useRef<HTMLDivElement>(null)
  const wantsFocus = useRef(false)
  useEffect(() => {
    if (wantsFocus.current) grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
    wantsFocus.current = false
  }, [at])
  const onKeyDown = (event: KeyboardEvent) => {
    const next = { ArrowLeft: addDays(at, -1), ArrowRight: addDays(at, 1), ArrowUp: addDays(at, -7), ArrowDown: addDays(at, 7), PageUp: addMonths(at, -1), PageDown: addMonths(at, 1), Home: today }[event.key]
    if (!next) return
    event.preventDefault()
    wantsFocus.current = true
    setAt(next)
  }
  const weeks = weeksAround(at, 'month')
  const title = `${months[Number(at.slice(5, 7)) - 1]} ${at.slice(0, 4)}`
  return (
    <div>
      <div className="mb-1 flex items-center">
        <span aria-live="polite" className="mr-auto pl-2 font-semibold">{title}</span>
        <Button look="quiet" size="sm" icon={<ChevronLeft size={15} />} aria-label={m.earlier} title={`${m.earlier} (Page ↑)`} onClick={() => setAt(addMonths(at, -1))} />
        <Button look="quiet" size="sm" icon={<ChevronRight size={15} />} aria-label={m.later} title={`${m.later} (Page ↓)`} onClick={() => setAt(addMonths(at, 1))} />
      </div>
      <div ref={grid} role="grid" aria-label={`${label}: ${title}`} onKeyDown={onKeyDown}>
        <div role="row" className="grid grid-cols-7 text-center text-xs text-ink-faint">
          {weeks[0]!.map((each) => (
            <span key={each} role="columnheader" className="py-1">
              {weekday(each)}
            </span>
          ))}
        </div>
        {weeks.map((week) => (
          <div key={week[0]} role="row" className="grid grid-cols-7">
            {week.map((each) => (
              <span key={each} role="gridcell" aria-selected={each === day} className="flex">
                <button
                  type="button"
                  autoFocus={each === at}
                  tabIndex={each === at ? 0 : -1}
                  aria-label={fullDay(`${each}T12:00`)}
                  aria-current={each === today ? 'date' : undefined}
                  disabled={max !== undefined && each > max}
                  onClick={() => onChoose(each)}
                  className={classes('h-8 flex-1 rounded-md tabular-nums focus-visible:-outline-offset-2 disabled:text-ink-faint/50 pointer-coarse:h-10', lookOf(each))}
                >
                  {Number(each.slice(8))}
                </button>
              </span>
            ))}
          </div>
        ))}
      </div>
    </div>
  )

  function lookOf(each: string): string {
    if (each === day) return 'bg-accent font-semibold text-on-accent'
    if (each === today) return 'font-semibold text-accent enabled:hover:bg-hover'
    return each.slice(0, 7) === at.slice(0, 7) ? 'enabled:hover:bg-hover' : 'text-ink-faint enabled:hover:bg-hover'
  }
}
