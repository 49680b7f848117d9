// One line for each thing: what happened there, of whatever kinds, is shown by the latest.

import type { Entry } from './inbox-queries.ts'

export interface Line {
  /** The place. */
  id: string
  entries: Entry[]
  latest: Entry
  unread: number
}

export function toLines(entries: Entry[]): Line[] {
  return [...Map.groupBy(entries, ({ place }) => place)].map(([id, those]) => ({
    id,
    entries: those,
    latest: those[0]!,
    unread: those.reduce((sum, { unread_count }) => sum + unread_count, 0),
  }))
}

type Noun = 'room' | 'thread' | 'task' | 'operation' | 'reminder' | 'scheduled_message'

/** What a place is, and its ids: `room:<id>/thread:<id>`. */
export function partsOf(place: string): { noun: Noun; id: string; room?: string } {
  const [first, second] = place.split('/').map((part) => part.split(':') as [Noun, string])
  return second ? { noun: second[0], id: second[1], room: first![1] } : { noun: first![0], id: first![1] }
}
