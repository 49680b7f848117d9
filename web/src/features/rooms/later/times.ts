// Times that people choose often, in the time of this browser: in a while, or in the morning at nine.

import { atHour, inMinutes } from '@/features/presence/availability.ts'

export type NamedTime = 'minutes' | 'hour' | 'three_hours' | 'tomorrow' | 'monday'

const times: Record<NamedTime, () => string> = {
  minutes: () => inMinutes(20),
  hour: () => inMinutes(60),
  three_hours: () => inMinutes(180),
  tomorrow: () => atHour(1, 9),
  monday: () => atHour(daysToMonday(), 9),
}

/** On a Sunday tomorrow is Monday. */
export function offered(names: NamedTime[]): { name: NamedTime; at: string }[] {
  return names.filter((name) => name !== 'monday' || daysToMonday() > 1).map((name) => ({ name, at: times[name]() }))
}

function daysToMonday(): number {
  return 8 - (new Date().getDay() || 7)
}

/** What an input of type datetime-local takes. */
export function toLocal(at: Date): string {
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
