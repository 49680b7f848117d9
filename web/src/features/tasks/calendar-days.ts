// The days that a calendar shows, each as `2026-01-31`.

import { addDays } from './days.ts'

/** 1 for Monday to 7 for Sunday: where a week begins, in the region of this browser. */
const firstWeekday = (() => {
  const locale = new Intl.Locale(navigator.language) as Intl.Locale & { getWeekInfo?(): { firstDay: number }; weekInfo?: { firstDay: number } }
  return (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 1
})()

export type Span = 'month' | 'week'

/** Whole weeks: that of the day, or all of its month. */
export function weeksAround(day: string, span: Span): string[][] {
  const first = span === 'week' ? day : `${day.slice(0, 7)}-01`
  const last = span === 'week' ? day : addDays(addMonths(first, 1), -1)
  const weeks: string[][] = []
  for (let start = startOfWeek(first); start <= last; start = addDays(start, 7)) weeks.push(Array.from({ length: 7 }, (_, index) => addDays(start, index)))
  return weeks
}

function startOfWeek(day: string): string {
  // Of Sunday getDay is 0.
  return addDays(day, -((new Date(`${day}T12:00`).getDay() - firstWeekday + 7) % 7))
}

/** The same day of another month, or the last one of that. */
export function addMonths(day: string, months: number): string {
  const [year, month, of] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(of, last))).toISOString().slice(0, 10)
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}
