// Where a notification leads to.

import { partsOf } from './lines.ts'
import type { Entry } from './inbox-queries.ts'

export function pathOf({ place, subject }: Pick<Entry, 'place' | 'subject'>): string {
  const { noun, id, room } = partsOf(place)
  const [about, subjectId] = subject.split(':') as [string, string]
  const message = about === 'message' ? `message=${subjectId}` : ''
  if (noun === 'room') return `/rooms/${id}?${message}`
  if (noun === 'thread') return `/rooms/${room}?thread=${id}&${message}`
  if (noun === 'task') return `/tasks/${id}?show=all`
  if (noun === 'reminder' || noun === 'scheduled_message') return '/rooms/later'
  return about === 'import' ? `/import/${subjectId}` : '/operations'
}
