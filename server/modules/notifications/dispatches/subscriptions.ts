// Browsers that have let us push to whoever uses them.

import { sql } from 'kysely'
import { invalid, notFound } from '#platform/errors'
import type { SessionIdentity } from '#platform/admission'
import { OutgoingError, type Outgoing } from '#platform/outgoing'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { checkPerson } from '../actions.ts'
import type { NewPushSubscription, PushSubscription } from '../contract.ts'
import { lockInboxes } from '../inboxes.ts'

/** More browsers than one person has; the one that was let first goes. */
const perUser = 20

interface SubscribeOptions {
  session: SessionIdentity
  outgoing: Outgoing
}

/** A browser that is given again is the same one; it may be somebody else's now. Throws invalid. */
export async function subscribe(tx: Tx, actor: Actor, { endpoint, keys, language }: NewPushSubscription, { session, outgoing }: SubscribeOptions): Promise<PushSubscription> {
  checkPerson(actor)
  checkEndpoint(outgoing, endpoint)
  await lockInboxes(tx, [actor.id])
  const { rows } = await sql<PushSubscription>`
    insert into push_subscription (org_id, user_id, session_id, endpoint, p256dh, auth, language)
    values (current_org(), ${actor.id}, ${session.id}, ${endpoint}, ${keys.p256dh}, ${keys.auth}, ${language})
    on conflict (org_id, endpoint) do update set user_id = excluded.user_id, session_id = excluded.session_id, p256dh = excluded.p256dh,
      auth = excluded.auth, language = excluded.language
    returning id, rfc3339(created_at) as created_at
  `.execute(tx)
  await sql`
    delete from push_subscription where org_id = (select current_org()) and id in (
      select id from push_subscription where org_id = (select current_org()) and user_id = ${actor.id} order by created_at desc, id desc offset ${perUser}
    )
  `.execute(tx)
  return rows[0]!
}

function checkEndpoint(outgoing: Outgoing, endpoint: string) {
  try {
    outgoing.check(endpoint)
  } catch (error) {
    if (!(error instanceof OutgoingError)) throw error
    throw invalid(error.message, [{ path: '/endpoint', message: 'must be an address that Rapport may ask' }])
  }
}

/** Throws push_subscription_not_found, also for those of others. */
export async function unsubscribeBrowser(tx: Tx, actor: Actor, id: string) {
  checkPerson(actor)
  const { rows } = await sql`
    delete from push_subscription where org_id = (select current_org()) and user_id = ${actor.id} and id = ${id} returning id
  `.execute(tx)
  if (rows.length === 0) throw notFound('push_subscription', id)
}
