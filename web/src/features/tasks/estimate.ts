/** By the first letter of a unit, in English and German: minutes. A day is one of work. */
const units: Record<string, number> = { '': 1, m: 1, h: 60, s: 60, d: 480, t: 480 }

/** Minutes, of `90`, `1:30`, `1h 30m`, `2 Std` or `2d`; null of nothing, undefined of what is no length. */
export function readMinutes(text: string): number | null | undefined {
  const given = text.trim().toLowerCase().replaceAll(',', '.')
  if (given === '') return null
  const clock = /^(\d+):([0-5]\d)$/.exec(given)
  if (clock) return within(Number(clock[1]) * 60 + Number(clock[2]))
  const parts = [...given.matchAll(/(\d+(?:\.\d+)?)\s*([a-z]*)\.?\s*/g)]
  if (parts.map(([part]) => part).join('') !== given) return undefined
  return within(parts.reduce((sum, [, number, unit]) => sum + Number(number) * (units[unit!.slice(0, 1)] ?? NaN), 0))
}

function within(minutes: number): number | undefined {
  return minutes >= 1 && minutes <= 1_000_000 ? Math.round(minutes) : undefined
}

/** `1h 30m`. */
export function writeMinutes(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return [...(hours > 0 ? [`${hours}h`] : []), ...(rest > 0 ? [`${rest}m`] : [])].join(' ')
}
