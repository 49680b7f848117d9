// The mail that says what somebody has not seen: once in a while all of it together, and at once when something is urgent.

import { randomBytes, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import { notFound } from '#platform/errors'
import { shortMomentFor, usualLanguage, type Reader } from '#platform/languages'
import { composeLetter } from '#platform/letter'
import type { Mail } from '#platform/mail'
import { MailError } from '#platform/mail-failure'
import type { Db, Tx } from '#platform/db/kysely'
import type { Tenancy } from '#platform/tenancy'
import type { Notification } from '../contract.ts'
import { changePreferences } from '../preferences.ts'
import { lockInboxes } from '../inboxes.ts'
import { describe, linkTo, pathOf, words } from '../wording/wording.ts'
import { FinalFailure, uncertain, type Dispatch } from './sending.ts'

interface MailOptions {
  tenancy: Tenancy
  mail: Mail
  public_url: string
}

/** More are only counted. */
const shown = 20

export function createDigests({ tenancy, mail, public_url }: MailOptions) {
  return async ({ org_id, id, user_id }: Dispatch, notifications: Notification[]) => {
    const reader = await tenancy.transact({ org_id }, (tx) => findReader(tx, user_id))
    // Mail was switched off since, or they are not here any more.
    if (!reader) return
    const { email, organization, mail_minutes, token } = reader
    const unsubscribe = `?token=${org_id}.${user_id}.${token}`
    const language = reader.language ?? usualLanguage
    const m = words[language]
    const more = notifications.length - shown
    const first = describe(notifications[0]!, language)
    const letter = composeLetter(language, {
      subject: notifications.length === 1 ? first : m.several(first, notifications.length - 1, organization),
      paragraphs: [],
      items: notifications.slice(0, shown).map((each) => ({
        title: describe(each, language), text: each.snippet, url: public_url + linkTo(pathOf(each), org_id), when: shortMomentFor(reader, new Date(each.happened_at)),
      })),
      action: { label: more > 0 ? m.open_more(more) : m.open, url: public_url + linkTo('/inbox', org_id) },
      footnote: m.footnote(organization, m.every(mail_minutes)),
      leave: { label: m.leave, url: `${public_url}/unsubscribe${unsubscribe}` },
    })
    const sent = mail.send({
      to: email,
      ...letter,
      // In the outbox without an organization: its admins do not read what others wrote to each other.
      message_id: `${id}@notifications.${new URL(public_url).hostname}`,
      unsubscribe_url: `${public_url}/api/v1/notification-mails/unsubscribe${unsubscribe}`,
    })
    await sent.catch((error: Error) => {
      if (error instanceof MailError && error.uncertain) throw uncertain(error.message)
      throw error instanceof MailError && error.permanent ? new FinalFailure(error.message) : error
    })
  }
}

interface Addressee extends Reader {
  email: string
  organization: string
  mail_minutes: number
  token: string
}

async function findReader(tx: Tx, userId: string): Promise<Addressee | undefined> {
  await lockInboxes(tx, [userId])
  const { rows } = await sql<Addressee>`
    update inbox set unsubscribe_token = coalesce(unsubscribe_token, ${randomBytes(24).toString('base64url')})
    from "user", organization
    where inbox.org_id = (select current_org()) and inbox.user_id = ${userId} and "user".id = inbox.user_id and organization.id = inbox.org_id
      and mail_minutes is not null
    returning "user".email, "user".language, "user".time_zone, organization.name as organization, mail_minutes, unsubscribe_token as token
  `.execute(tx)
  return rows[0]
}

/** By the token of a link in a mail: no more mails. Throws link_not_found. */
export async function unsubscribe({ transact }: Tenancy, token: string): Promise<void> {
  const [org_id, userId, given] = token.split('.') as [string, string, string]
  await transact({ org_id }, async (tx) => {
    if (!(await matches(tx, userId, given))) throw notFound('link', userId)
    await changePreferences(tx, { org_id, kind: 'user', id: userId, role: 'member' }, { mail_minutes: null })
  })
}

async function matches(db: Db, userId: string, given: string): Promise<boolean> {
  const { rows } = await sql<{ unsubscribe_token: string | null }>`
    select unsubscribe_token from inbox where org_id = (select current_org()) and user_id = ${userId}
  `.execute(db)
  const [known, wanted] = [rows[0]?.unsubscribe_token ?? '', given].map((text) => Buffer.from(text))
  return known!.length > 0 && known!.length === wanted!.length && timingSafeEqual(known!, wanted!)
}
