import { onEvents, type LiveEvent } from '@/api/live.ts'

/** What is read, and upon it the events that came meanwhile: nobody knows which of them it has in it already. */
export async function readWithEvents<Value>(read: () => Promise<Value>, apply: (value: Value, event: LiveEvent) => Value): Promise<Value> {
  const missed: LiveEvent[] = []
  const stop = onEvents({ events: (events) => void missed.push(...events), reset() {} })
  try {
    const value = await read()
    return missed.reduce(apply, value)
  } finally {
    stop()
  }
}
