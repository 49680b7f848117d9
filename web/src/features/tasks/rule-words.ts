// A rule by which a task comes again, in words.

import { useFormats } from '@/messages/messages.tsx'
import { useTaskMessages } from '@/messages/tasks.ts'
import { readDayOfMonth, readRule, weekdays, type Weekday } from './repetition.ts'

export function useRuleWords(): (rule: string) => string {
  const { tasks: m } = useTaskMessages()
  const { date } = useFormats()
  const names = useWeekdayNames()
  return (given) => {
    const ofMonth = readDayOfMonth(given)
    if (ofMonth) return [`${m.every.month(1)} (${m.day_of_month(ofMonth.nth, ofMonth.day && names[ofMonth.day])})`, ...(ofMonth.until ? [m.until(date(ofMonth.until))] : [])].join(', ')
    const rule = readRule(given)
    if (!rule) return m.own_rule(given)
    const { every, unit, days, until } = rule
    return [m.every[unit](every) + (days.length > 0 ? ` (${days.map((day) => names[day]).join(', ')})` : ''), ...(until ? [m.until(date(until))] : [])].join(', ')
  }
}

export function useWeekdayNames(): Record<Weekday, string> {
  const { weekday } = useFormats()
  // The first of January 2024 was a Monday.
  return Object.fromEntries(weekdays.map((day, index) => [day, weekday(`2024-01-0${index + 1}`)])) as Record<Weekday, string>
}
