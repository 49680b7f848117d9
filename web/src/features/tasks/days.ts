// Days, each as `2026-01-31`, on the clocks of this place.

import type { Task } from './tasks-queries.ts'

/** The day here on which it is due, `2026-01-31`. */
export function dueDay({ due_on, due_at }: Pick<Task, 'due_on' | 'due_at'>): string | null {
  return due_at ? dayOf(new Date(due_at)) : due_on
}

/** Of these clocks. */
export function dayOf(at: Date): string {
  return [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}

export function addDays(day: string, days: number): string {
  const at = new Date(`${day}T12:00`)
  at.setDate(at.getDate() + days)
  return dayOf(at)
}
