// What happened, in words.

import { findRoom } from '@/features/rooms/rooms-queries.ts'
import type { Messages } from '@/messages/messages.tsx'
import type { Entry } from './inbox-queries.ts'
import { partsOf } from './lines.ts'

export interface Told {
  /** Whoever did it, or what it is about. */
  who: string
  what: string
  more: string
}

export function tell({ kind, actor, title, snippet, place }: Entry, m: Messages): Told {
  // One is reminded by oneself, of what one has written.
  if (kind === 'reminder') return { who: m.inbox.happened.reminder(''), what: snippet, more: '' }
  if (kind === 'not_sent') return { who: m.inbox.rapport, what: m.inbox.happened.not_sent(title ?? ''), more: snippet }
  const who = actor.name ?? m.inbox.rapport
  const kinds: Record<string, string> = m.operations.kinds
  const { noun, id, room = id } = partsOf(place)
  // So it is cut off behind what it is about.
  if (kind === 'due_soon' && title !== null) return { who: m.inbox.due, what: title, more: '' }
  // What is said about a task is in a room that is in no list of rooms.
  const isComment = title !== null && place.startsWith('room:') && !findRoom(room)
  if (isComment && kind === 'reply') return { who, what: m.inbox.commented(title), more: snippet }
  // A channel is named by its sign, as it is where one writes.
  const name = title === null ? null : isComment ? m.inbox.quoted(title) : place.startsWith('room:') ? `#${title}` : (kinds[title] ?? title)
  const inThread = kind === 'mention' && noun === 'thread'
  return { who, what: m.inbox.happened[inThread ? 'mention_in_thread' : kind](name ?? m.inbox.direct_messages), more: snippet }
}
