// A push: encrypted for one browser (RFC 8291) and left with its maker, who passes it on. Where that is, the browser has said, so it is asked
// as any address that somebody gives us.

import { sql } from 'kysely'
import type { Language } from '#platform/languages'
import { OutgoingError, type Outgoing } from '#platform/outgoing'
import type { Secrets } from '#platform/secrets'
import type { Db } from '#platform/db/kysely'
import type { Tenancy } from '#platform/tenancy'
import type { Notification } from '../contract.ts'
import { urgentKinds } from '../ways.ts'
import { describe, pathOf, words } from '../wording/wording.ts'
import { getPushKeys } from './push-keys.ts'
import { FinalFailure, uncertain, type Dispatch } from './sending.ts'

interface PushOptions {
  tenancy: Tenancy
  outgoing: Outgoing
  secrets: Secrets
  public_url: string
}

/** After a day it is no news. */
const keptSeconds = 86_400
const timeoutMs = 15_000

interface Subscription {
  endpoint: string
  p256dh: string
  auth: string
  language: Language
  push_snippets: boolean
  organization: string
}

/** What a browser is given at the most (4 KB, RFC 8030) has room for these several times, and screens for less. */
const [titleLength, bodyLength, mostGone] = [120, 240, 20]

export function createPushes({ tenancy, outgoing, secrets, public_url }: PushOptions) {
  return async ({ org_id, subscription_id }: Dispatch, notifications: Notification[]) => {
    const { rows: [subscription] } = await sql<Subscription>`
      select endpoint, p256dh, auth, language, push_snippets, organization.name as organization from push_subscription
      join inbox using (org_id, user_id) join organization on organization.id = org_id
      where org_id = (select current_org()) and push_subscription.id = ${subscription_id}
    `.execute(tenancy.tenant(org_id))
    if (!subscription) return
    const [notification] = notifications as [Notification]
    const told = notifications.length > 1 ? payloadOfAll(notifications, subscription, org_id) : payloadOf(notification, subscription)
    const payload = { ...told, in: org_id, gone: await listGone(tenancy.tenant(org_id), subscription_id!) }
    const keys = await getPushKeys(tenancy, secrets, org_id)
    const { default: webPush } = await import('web-push')
    const { endpoint, p256dh, auth } = subscription
    const { method, headers, body } = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, JSON.stringify(payload), {
      vapidDetails: { subject: public_url.startsWith('https:') ? public_url : 'mailto:rapport@localhost', publicKey: keys.public_key, privateKey: keys.private_key },
      TTL: keptSeconds,
      urgency: 'high',
      // One that was not delivered yet is replaced by the next of the same thing.
      topic: told.tag.replaceAll('-', ''),
    })
    const given = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]))
    const request = { url: endpoint, method, headers: given, body: body ?? undefined, timeout_ms: timeoutMs, max_bytes: 1_024 }
    const { status } = await outgoing.request(request).catch((error: Error) => {
      throw error instanceof OutgoingError && error.sent ? uncertain(error.message) : error
    })
    if (status === 404 || status === 410) return forget(tenancy, org_id, subscription_id!)
    if (status >= 200 && status < 300) return
    const failure = `The browser's push service answered with ${status}.`
    throw status === 429 || status >= 500 ? new Error(failure) : new FinalFailure(failure)
  }
}

/** What the service worker shows. The same tag replaces what it showed before. */
function payloadOf(notification: Notification, { language, push_snippets }: Subscription) {
  const { id, kind, snippet, happened_at } = notification
  return {
    tag: id,
    title: cut(describe(notification, language), titleLength),
    body: push_snippets ? cut(snippet, bodyLength) : '',
    path: pathOf(notification),
    at: Date.parse(happened_at),
    urgent: urgentKinds.includes(kind),
  }
}

/** Several at once: how many, and how the latest begin. */
function payloadOfAll(notifications: Notification[], { language, organization }: Subscription, orgId: string) {
  return {
    tag: orgId,
    title: cut(words[language].many(notifications.length, organization), titleLength),
    body: cut(notifications.slice(0, 3).map((each) => describe(each, language)).join('\n'), bodyLength),
    path: '/inbox',
    at: Math.max(...notifications.map(({ happened_at }) => Date.parse(happened_at))),
    urgent: false,
  }
}

function cut(text: string, length: number): string {
  const letters = [...text]
  return letters.length <= length ? text : `${letters.slice(0, length - 1).join('')}…`
}

/** What this browser was pushed and may show still, and is read, done, put off or gone; the latest first. */
async function listGone(db: Db, subscriptionId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select notification_id as id from notification_dispatch pushed
    where org_id = (select current_org()) and subscription_id = ${subscriptionId} and sent_at > now() - make_interval(secs => ${keptSeconds}) and not exists (
      select from notification n where n.org_id = pushed.org_id and n.id = pushed.notification_id and n.unread_count > 0 and n.snoozed_until is null
    ) and notification_id is not null
    group by notification_id order by max(sent_at) desc limit ${mostGone}
  `.execute(db)
  return rows.map(({ id }) => id)
}

/** The browser has taken back what it had let us. */
async function forget({ transact }: Tenancy, orgId: string, id: string) {
  await transact({ org_id: orgId }, (tx) => sql`delete from push_subscription where org_id = (select current_org()) and id = ${id}`.execute(tx))
}
