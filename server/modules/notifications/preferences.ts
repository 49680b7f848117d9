// How somebody wants to be notified: of which kinds, and of which places not.

import { sql } from 'kysely'
import { invalid } from '#platform/errors'
import { publish } from '#platform/events'
import type { Db, Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { checkPerson } from './actions.ts'
import type { NotificationKind, NotificationPreferences, NotificationPreferencesChange, NotificationWays } from './contract.ts'
import { lockInboxes, type Inbox } from './inboxes.ts'
import { waysOfAll } from './ways.ts'

const mutedPlaces = 500
/** As the column has it. */
const defaultMailMinutes = 60

export async function getPreferences(db: Db, userId: string): Promise<NotificationPreferences> {
  const { rows } = await sql<Pick<Inbox, 'kinds' | 'muted_places' | 'mail_minutes' | 'urgent_when_quiet' | 'push_snippets'>>`
    select kinds, muted_places, mail_minutes, urgent_when_quiet, push_snippets from inbox where org_id = (select current_org()) and user_id = ${userId}
  `.execute(db)
  const inbox = rows[0] ?? { kinds: {}, muted_places: [], mail_minutes: defaultMailMinutes, urgent_when_quiet: true, push_snippets: true }
  const { kinds: _, muted_places, ...chosen } = inbox
  return { kinds: waysOfAll(inbox), muted: await nameMuted(db, userId, muted_places), ...chosen }
}

async function nameMuted(db: Db, userId: string, places: string[]): Promise<NotificationPreferences['muted']> {
  if (places.length === 0) return []
  const { rows } = await sql<{ place: string; title: string | null }>`
    select given.place, (
      select cause.title from notification n
      join notification_cause cause on cause.org_id = n.org_id and cause.notification_id = n.id
      where n.org_id = (select current_org()) and n.user_id = ${userId} and n.place = given.place order by cause.event_id desc limit 1
    ) as title
    from unnest(${places}::text[]) with ordinality as given (place, number) order by number
  `.execute(db)
  return rows
}

/** Throws invalid for an api key, and when more places are muted than can be. */
export async function changePreferences(tx: Tx, actor: Actor, { kinds = {}, mute, unmute, ...chosen }: NotificationPreferencesChange): Promise<NotificationPreferences> {
  checkPerson(actor)
  const inbox = (await lockInboxes(tx, [actor.id])).get(actor.id)!
  const before = JSON.stringify(inbox)
  for (const [kind, ways] of Object.entries(kinds) as [NotificationKind, Partial<NotificationWays>][]) inbox.kinds[kind] = { ...inbox.kinds[kind], ...ways }
  inbox.muted_places = inbox.muted_places.filter((place) => place !== unmute && place !== mute)
  if (mute !== undefined) inbox.muted_places.push(mute)
  if (inbox.muted_places.length > mutedPlaces) throw invalid(`No more than ${mutedPlaces} places can be muted: unmute some in your settings.`)
  Object.assign(inbox, chosen)
  if (JSON.stringify(inbox) !== before) {
    await sql`
      update inbox set kinds = ${JSON.stringify(inbox.kinds)}, muted_places = ${inbox.muted_places}, mail_minutes = ${inbox.mail_minutes},
        urgent_when_quiet = ${inbox.urgent_when_quiet}, push_snippets = ${inbox.push_snippets}
      where org_id = (select current_org()) and user_id = ${actor.id}
    `.execute(tx)
    const data = { notification_preferences: await getPreferences(tx, actor.id) }
    await publish(tx, actor, { type: 'notification_preferences.updated', subject: `user:${actor.id}`, audience: `user:${actor.id}`, audited: false, data })
  }
  return getPreferences(tx, actor.id)
}
