// What happened, in words: for mails, and for what a browser shows when no page of ours is open. The screens have words of their own.

import type { Language } from '#platform/languages'
import type { Notification } from '../contract.ts'
import { de } from './de.ts'
import { en, type NotificationWords } from './en.ts'

export const words: Record<Language, NotificationWords> = { en, de }

/** One line: “Ada mentioned you in #sales”, and how often something of the kind happened there. */
export function describe(told: Notification, language: Language): string {
  const { rapport, happened } = words[language]
  const { kind, actor, place, is_comment, unread_count } = told
  const sentence = is_comment && kind === 'reply' ? 'comment' : kind
  const said = happened[sentence](actor.name ?? rapport, nameOf(told, language), place.includes('/thread:'))
  return unread_count > 1 ? `${said} (${unread_count})` : said
}

function nameOf({ kind, title, place, is_comment }: Notification, language: Language): string {
  const { somewhere, quoted, operations } = words[language]
  if (title === null) return kind === 'not_sent' ? '' : somewhere
  if (is_comment) return quoted(title)
  return place.startsWith('room:') ? `#${title}` : (operations[title] ?? title)
}

/** The page that a notification leads to, from the root of the web client, in whichever organization one works at the time. */
export function linkTo(path: string, orgId: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}in=${orgId}`
}

/** The same in the organization that one works in. */
export function pathOf({ place, subject }: Notification): string {
  const [room, thread] = place.split('/').map((part) => part.split(':')[1]!)
  const [about, id] = subject.split(':') as [string, string]
  const at = about === 'message' ? `message=${id}` : ''
  if (thread) return `/rooms/${room}?thread=${thread}&${at}`
  if (place.startsWith('room:')) return `/rooms/${room}?${at}`
  if (place.startsWith('task:')) return `/tasks/${room}?show=all`
  if (place.startsWith('reminder:') || place.startsWith('scheduled_message:')) return '/rooms/later'
  return about === 'import' ? `/import/${id}` : '/operations'
}
