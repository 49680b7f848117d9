// A day as people say it. From it opens what chooses another one: the few that are chosen most, or any of a month.

import type { ReactNode } from 'react'
import { useFormats } from '@/messages/messages.tsx'
import { useTaskMessages } from '@/messages/tasks.ts'
import { Button } from '@/ui/button.tsx'
import { Popover } from '@/ui/popover.tsx'
import { DayPicker } from './day-picker.tsx'
import { addDays, dayOf } from './days.ts'

interface Props {
  label: string
  day: string | null
  max?: string
  /** What the button says that takes it away. */
  without: string
  open: boolean
  onOpenChange(open: boolean): void
  onChoose(day: string | null): void
  /** Behind the day, where it stands. */
  more?: ReactNode
  /** Below the month. */
  children?: ReactNode
}

export function DayChoice({ label, day, max, without, open, onOpenChange, onChoose, more, children }: Props) {
  const { tasks: m, inbox } = useTaskMessages()
  const { weekday, date } = useFormats()
  const today = dayOf(new Date())
  const monday = addDays(today, 8 - (new Date().getDay() || 7))
  const quick = [[m.today, today], [inbox.tomorrow, addDays(today, 1)], [inbox.next_week, monday]] as const
  return (
    <Popover
      label={label}
      open={open}
      onOpenChange={onOpenChange}
      className="w-72 p-2"
      trigger={
        <button type="button" className="-mx-1.5 flex min-h-8 max-w-full flex-wrap items-center gap-x-2 rounded-md px-1.5 py-1 text-left hover:bg-hover">
          <span className="sr-only">{label}</span>
          {day ? <span className="tabular-nums">{`${weekday(day)}, ${date(day)}`}</span> : <span className="text-ink-faint">{m.choose_day}</span>}
          {more}
        </button>
      }
    >
      <div className="mb-2 flex gap-1">
        {quick.map(([name, each]) => (
          <Button key={name} size="sm" title={date(each)} className="flex-1 px-1!" disabled={max !== undefined && each > max} onClick={() => onChoose(each)}>
            {name}
          </Button>
        ))}
      </div>
      <DayPicker label={label} day={day} max={max} onChoose={onChoose} />
      {children}
      {day && (
        <Button size="sm" look="quiet" className="mt-2 w-full" onClick={() => onChoose(null)}>
          {without}
        </Button>
      )}
    </Popover>
  )
}
