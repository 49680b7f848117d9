// Until when something can be put off, or a room be mute: moments that one need not type.

import type { Messages } from '@/messages/messages.tsx'

export interface Until {
  label: string
  at: Date
}

const hourMs = 3_600_000
/** When a day and an evening begin. */
const morning = 9
const evening = 18

export function snoozeTimes({ inbox: m }: Messages, now = new Date()): Until[] {
  const day = (days: number, hour: number) => {
    const at = new Date(now)
    at.setDate(at.getDate() + days)
    at.setHours(hour, 0, 0, 0)
    return at
  }
  const untilWeekday = (weekday: number) => (weekday - now.getDay() + 7) % 7 || 7
  return [
    { label: m.in_hours(3), at: new Date(now.getTime() + 3 * hourMs) },
    ...(now.getHours() < evening - 1 ? [{ label: m.this_evening, at: day(0, evening) }] : []),
    { label: m.tomorrow, at: day(1, morning) },
    ...(now.getDay() < 5 && now.getDay() > 0 ? [{ label: m.weekend, at: day(untilWeekday(6), morning) }] : []),
    { label: m.next_week, at: day(untilWeekday(1), morning) },
  ]
}

export function muteTimes({ rooms: m }: Messages, now = Date.now()): Until[] {
  return [1, 8, 24, 24 * 7].map((hours) => ({ label: m.mute_for(hours), at: new Date(now + hours * hourMs) }))
}
