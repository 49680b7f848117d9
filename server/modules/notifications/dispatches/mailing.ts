// The mail that says what somebody has not seen: what is urgent alone, everything else together, once in a while.

import { randomBytes, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import { notFound } from '#platform/errors'
import { composeLetter } from '#platform/letter'
import type { Mail } from '#platform/mail'
import type { Db, Tx } from '#platform/db/kysely'
import type { Tenancy } from '#platform/tenancy'
import type { Notification } from '../contract.ts'
import { changePreferences } from '../preferences.ts'
import { lockInboxes } from '../storing.ts'
import { describe, pathOf } from '../wording.ts'
import type { Dispatch } from './sending.ts'

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
    const letter = composeLetter({
      subject: subjectOf(notifications, organization),
      paragraphs: [],
      items: notifications.slice(0, shown).map((each) => ({ title: titleOf(each), text: each.snippet, url: public_url + pathOf(each) })),
      action: { label: notifications.length > shown ? `And ${notifications.length - shown} more: open your inbox` : 'Open your inbox', url: `${public_url}/inbox` },
      footnote: `You get this mail, at most ${everyWords(mail_minutes)}, because you have not seen this in “${organization}” yet. What comes by mail, and how often, is for you to choose in your settings.`,
      leave: { label: 'No mail about notifications any more', url: `${public_url}/unsubscribe${unsubscribe}` },
    })
    await mail.send({
      to: email,
      ...letter,
      // In the outbox without an organization: its admins do not read what others wrote to each other.
      message_id: `${id}@notifications.${new URL(public_url).hostname}`,
      unsubscribe_url: `${public_url}/api/v1/notification-mails/unsubscribe${unsubscribe}`,
    })
  }
}

function subjectOf(notifications: Notification[], organization: string): string {
  const [latest, ...others] = notifications as [Notification, ...Notification[]]
  return others.length === 0 ? describe(latest) : `${describe(latest)}, and ${others.length} more in ${organization}`
}

function titleOf(notification: Notification): string {
  const { unread_count } = notification
  return unread_count > 1 ? `${describe(notification)} (${unread_count})` : describe(notification)
}

function everyWords(minutes: number): string {
  if (minutes < 60) return minutes <= 1 ? 'once a minute' : `every ${minutes} minutes`
  const hours = Math.round(minutes / 60)
  return hours === 1 ? 'once an hour' : hours === 24 ? 'once a day' : `every ${hours} hours`
}

interface Reader {
  email: string
  organization: string
  mail_minutes: number
  token: string
}

async function findReader(tx: Tx, userId: string): Promise<Reader | undefined> {
  await lockInboxes(tx, [userId])
  const { rows } = await sql<Reader>`
    update inbox set unsubscribe_token = coalesce(unsubscribe_token, ${randomBytes(24).toString('base64url')})
    from "user", organization
    where inbox.org_id = (select current_org()) and inbox.user_id = ${userId} and "user".id = inbox.user_id and organization.id = inbox.org_id
      and mail_minutes is not null
    returning "user".email, organization.name as organization, mail_minutes, unsubscribe_token as token
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
