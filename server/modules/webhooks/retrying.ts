// When a delivery is tried again: the beginning of the schedule that Standard Webhooks recommends, over a day.

const seconds = 1_000
const minutes = 60 * seconds
const hours = 60 * minutes

const delays = [5 * seconds, 5 * minutes, 30 * minutes, 2 * hours, 5 * hours, 10 * hours, 6 * hours]

/** The longest that a receiver may ask us to wait. */
const longest = 24 * hours

/** When to try again after so many attempts, not before the receiver wants it; undefined when it was the last one. */
export function nextAttemptAt(attempts: number, now: Date, wanted_ms = 0): Date | undefined {
  const delay = delays[attempts - 1]
  if (delay === undefined) return undefined
  // Up to a tenth sooner: what failed together does not come back together.
  const own = delay * (1 - Math.random() / 10)
  return new Date(now.getTime() + Math.max(own, Math.min(wanted_ms, longest)))
}

/** Until when a receiver is left alone that wants it for so long; undefined when it does not. */
export function heldUntil(wanted_ms: number, now: Date): Date | undefined {
  return wanted_ms > 0 ? new Date(now.getTime() + Math.min(wanted_ms, longest)) : undefined
}

/** How long the receiver wants not to be asked, by its `Retry-After` (RFC 9110, 10.2.3): seconds, or a date. */
export function waitWanted(status: number, retryAfter: string | undefined, now: Date): number {
  if (retryAfter === undefined || ![429, 503].includes(status)) return 0
  const wanted = /^\d+$/.test(retryAfter) ? Number(retryAfter) * seconds : Date.parse(retryAfter) - now.getTime()
  return Number.isFinite(wanted) ? Math.max(wanted, 0) : 0
}
