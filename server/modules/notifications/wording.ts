// What happened, in words: for mails, and for what a browser shows when no page of ours is open. The screens have words of their own.

import type { Language, Notification, NotificationKind } from './contract.ts'

/** One line: “Ada mentioned you in #sales”. */
export function describe({ kind, actor, title, place }: Notification, language: Language = 'en'): string {
  const { rapport, somewhere } = names[language]
  const name = title === null ? (kind === 'not_sent' ? '' : somewhere) : place.startsWith('room:') ? `#${title}` : title
  return sentences[language][kind](actor.name ?? rapport, name, place.includes('/thread:'))
}

const names = {
  en: { rapport: 'Rapport', somewhere: 'a direct message' },
  de: { rapport: 'Rapport', somewhere: 'einer Direktnachricht' },
} as const

type Sentence = (who: string, name: string, isThread: boolean) => string

const sentences: Record<Language, Record<NotificationKind, Sentence>> = {
  en: {
    urgent: (who) => `Urgent: ${who} waits for your answer`,
    reminder: () => 'Reminder',
    mention: (who, name, isThread) => `${who} mentioned you in ${isThread ? 'a thread of ' : ''}${name}`,
    direct_message: (who) => `${who} wrote to you`,
    reply: (who, name) => `${who} answered in a thread of ${name}`,
    assigned: (who, name) => `${who} assigned “${name}” to you`,
    due_soon: (_who, name) => `“${name}” is due soon`,
    unblocked: (_who, name) => `“${name}” can be begun`,
    not_sent: (_who, name) => (name ? `Your message in “${name}” was not sent` : 'A message of yours was not sent'),
    operation_finished: (_who, name) => `${name} is finished`,
    operation_failed: (_who, name) => `${name} failed`,
  },
  de: {
    urgent: (who) => `Dringend: ${who} wartet auf Ihre Antwort`,
    reminder: () => 'Erinnerung',
    mention: (who, name, isThread) => `${who} hat Sie in ${isThread ? 'einem Thread von ' : ''}${name} erwähnt`,
    direct_message: (who) => `${who} hat Ihnen geschrieben`,
    reply: (who, name) => `${who} hat in einem Thread von ${name} geantwortet`,
    assigned: (who, name) => `${who} hat Ihnen „${name}“ zugewiesen`,
    due_soon: (_who, name) => `„${name}“ ist bald fällig`,
    unblocked: (_who, name) => `„${name}“ kann begonnen werden`,
    not_sent: (_who, name) => (name ? `Ihre Nachricht in „${name}“ wurde nicht gesendet` : 'Eine Nachricht von Ihnen wurde nicht gesendet'),
    operation_finished: (_who, name) => `${name} ist fertig`,
    operation_failed: (_who, name) => `${name} ist gescheitert`,
  },
}

/** The page that a notification leads to, from the root of the web client. */
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
