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

export function tell({ kind, actor, title, is_comment, snippet, place }: Entry, m: Messages): Told {
  // One is reminded by oneself, of what one has written.
  if (kind === 'reminder') return { who: m.inbox.happened.reminder(''), what: snippet, more: '' }
  if (kind === 'not_sent') return { who: m.inbox.rapport, what: m.inbox.happened.not_sent(title ?? ''), more: snippet }
  const who = actor.name ?? m.inbox.rapport
  const kinds: Record<string, string> = m.operations.kinds
  // So it is cut off behind what it is about.
  if (kind === 'due_soon' && title !== null) return { who: m.inbox.due, what: title, more: '' }
  if (is_comment && title !== null && kind === 'reply') return { who, what: m.inbox.commented(title), more: snippet }
  // A channel is named by its sign, as it is where one writes.
  const name = title === null ? null : is_comment ? m.inbox.quoted(title) : place.startsWith('room:') ? `#${title}` : (kinds[title] ?? title)
  const inThread = kind === 'mention' && partsOf(place).noun === 'thread'
  return { who, what: m.inbox.happened[inThread ? 'mention_in_thread' : kind](name ?? m.inbox.direct_messages), more: snippet }
}
