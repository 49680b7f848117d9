// What accounts writes to people, each in their language.

import { momentFor, usualLanguage, type Language, type Reader } from '#platform/languages'
import { composeLetter } from '#platform/letter'
import type { MemberRole } from '#platform/tenancy'
import { de } from './de.ts'
import { en, type LetterWords } from './en.ts'

const words: Record<Language, LetterWords> = { en, de }

interface Person extends Reader {
  name: string
}

export function invitationLetter(reader: Pick<Reader, 'language'>, invitation: { organization: string; by: string | null; role: MemberRole; url: string; days: number }) {
  const { organization, by, role, url, days } = invitation
  const { language, invitation: m } = wordsOf(reader)
  return composeLetter(language, {
    subject: m.subject(by ?? organization, organization),
    paragraphs: [m.invites(by ?? m.somebody, organization, role), m.valid(days)],
    action: { label: m.accept, url },
    footnote: m.footnote,
  })
}

export function passwordLetter(person: Person, { url, minutes }: { url: string; minutes: number }) {
  const { language, hello, choose_password, password: m } = wordsOf(person)
  return composeLetter(language, {
    subject: m.subject,
    paragraphs: [hello(person.name), m.valid(minutes), m.ends],
    action: { label: choose_password, url },
    footnote: m.footnote,
  })
}

export function emailLetter(person: Person, { url, hours }: { url: string; hours: number }) {
  const { language, hello, email: m } = wordsOf(person)
  return composeLetter(language, {
    subject: m.subject,
    paragraphs: [hello(person.name), m.confirm(hours)],
    action: { label: m.action, url },
    footnote: m.footnote,
  })
}

export function newSignInLetter(person: Person, { at, url, ...place }: { at: Date; address: string | null; user_agent: string | null; url: string }) {
  const { language, hello, choose_password, sign_in: m } = wordsOf(person)
  return composeLetter(language, {
    subject: m.subject,
    paragraphs: [hello(person.name), m.told({ at: momentFor(person, at), ...place }), m.advice],
    action: { label: choose_password, url },
    footnote: m.footnote,
  })
}

export type Notice = keyof LetterWords['notices']

export function noticeLetter(person: Person, { notice, url }: { notice: Notice; url: string }) {
  const { language, hello, choose_password, notices, notice: m } = wordsOf(person)
  const [subject, text] = notices[notice]
  return composeLetter(language, {
    subject: `${subject} (Rapport)`,
    paragraphs: [hello(person.name), text, m.advice],
    action: { label: choose_password, url },
    footnote: m.footnote,
  })
}

function wordsOf({ language }: Pick<Reader, 'language'>) {
  const chosen = language ?? usualLanguage
  return { language: chosen, ...words[chosen] }
}
