// What happened, in words.

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
  const who = actor.name ?? m.inbox.rapport
  const kinds: Record<string, string> = m.operations.kinds
  // A channel is named by its sign, as it is where one writes.
  const name = title === null ? null : place.startsWith('room:') ? `#${title}` : (kinds[title] ?? title)
  const inThread = kind === 'mention' && partsOf(place).noun === 'thread'
  return { who, what: m.inbox.happened[inThread ? 'mention_in_thread' : kind](name ?? m.inbox.direct_messages), more: snippet }
}
