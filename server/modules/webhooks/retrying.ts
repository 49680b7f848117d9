// When a delivery is tried again: the beginning of the schedule that Standard Webhooks recommends, over a day.

const seconds = 1_000
const minutes = 60 * seconds
const hours = 60 * minutes

const delays = [5 * seconds, 5 * minutes, 30 * minutes, 2 * hours, 5 * hours, 10 * hours, 6 * hours]

/** When to try again after so many attempts; undefined when it was the last one. */
export function nextAttemptAt(attempts: number, now: Date): Date | undefined {
  const delay = delays[attempts - 1]
  if (delay === undefined) return undefined
  // Up to a tenth sooner: what failed together does not come back together.
  return new Date(now.getTime() + delay * (1 - Math.random() / 10))
}
