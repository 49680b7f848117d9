import { atHour, inMinutes } from './availability.ts'

/** Until when somebody may want quiet. In the morning is at nine. */
export const quietEnds = [
  ['half_hour', () => inMinutes(30)],
  ['hour', () => inMinutes(60)],
  ['two_hours', () => inMinutes(120)],
  ['tomorrow', () => atHour(1, 9)],
  ['monday', () => atHour(8 - (new Date().getDay() || 7), 9)],
] as const
