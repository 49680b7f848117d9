// A push: encrypted for one browser (RFC 8291) and left with its maker, who passes it on. Where that is, the browser has said, so it is asked
// as any address that somebody gives us.

import { sql } from 'kysely'
import type { Outgoing } from '#platform/outgoing'
import type { Secrets } from '#platform/secrets'
import type { Tenancy } from '#platform/tenancy'
import type { Language, Notification } from '../contract.ts'
import { describe, pathOf } from '../wording.ts'
import { getPushKeys } from './push-keys.ts'
import { FinalFailure, type Dispatch } from './sending.ts'

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
}

export function createPushes({ tenancy, outgoing, secrets, public_url }: PushOptions) {
  return async ({ org_id, subscription_id }: Dispatch, [notification]: Notification[]) => {
    const { rows: [subscription] } = await sql<Subscription>`
      select endpoint, p256dh, auth, language from push_subscription where org_id = (select current_org()) and id = ${subscription_id}
    `.execute(tenancy.tenant(org_id))
    if (!subscription) return
    const keys = await getPushKeys(tenancy, secrets, org_id)
    const { default: webPush } = await import('web-push')
    const { endpoint, p256dh, auth, language } = subscription
    const { method, headers, body } = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, JSON.stringify(payloadOf(notification!, language)), {
      vapidDetails: { subject: public_url.startsWith('https:') ? public_url : 'mailto:rapport@localhost', publicKey: keys.public_key, privateKey: keys.private_key },
      TTL: keptSeconds,
      urgency: 'high',
      // One that was not delivered yet is replaced by the next of the same thing.
      topic: notification!.id.replaceAll('-', ''),
    })
    const given = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]))
    const { status } = await outgoing.request({ url: endpoint, method, headers: given, body: body ?? undefined, timeout_ms: timeoutMs, max_bytes: 1_024 })
    if (status === 404 || status === 410) return forget(tenancy, org_id, subscription_id!)
    if (status >= 200 && status < 300) return
    const failure = `The browser's push service answered with ${status}.`
    throw status === 429 || status >= 500 ? new Error(failure) : new FinalFailure(failure)
  }
}

/** What the service worker shows. The same tag replaces what it showed before. */
function payloadOf(notification: Notification, language: Language) {
  const { id, snippet, unread_count } = notification
  const title = describe(notification, language)
  return { tag: id, title: unread_count > 1 ? `${title} (${unread_count})` : title, body: snippet, path: pathOf(notification) }
}

/** The browser has taken back what it had let us. */
async function forget({ transact }: Tenancy, orgId: string, id: string) {
  await transact({ org_id: orgId }, (tx) => sql`delete from push_subscription where org_id = (select current_org()) and id = ${id}`.execute(tx))
}
