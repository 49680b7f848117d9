import { sql } from 'kysely'
import type { Db } from '#platform/db/kysely'
import { notificationKinds, type NotificationKind, type NotificationPreferences } from './contract.ts'
import type { Inbox } from './storing.ts'

export async function getPreferences(db: Db, userId: string): Promise<NotificationPreferences> {
  const { rows } = await sql<Inbox>`select kinds from inbox where org_id = (select current_org()) and user_id = ${userId}`.execute(db)
  return preferencesOf(rows[0] ?? { kinds: {} })
}

/** Everything comes into the inbox, but for what they have said is not to. */
export function preferencesOf({ kinds }: Inbox): NotificationPreferences {
  const of = (kind: NotificationKind) => [kind, { in_app: kinds[kind]?.in_app ?? true }]
  return { kinds: Object.fromEntries(notificationKinds.map(of)) as NotificationPreferences['kinds'] }
}
