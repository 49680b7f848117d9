// Reminders of messages say how these begin: to whom does not see them any more, nothing.

import { sql } from 'kysely'
import { listVisibleMessages } from '#modules/rooms'
import type { Db } from '#platform/db/kysely'
import type { MemberRole } from '#platform/tenancy'
import type { Effect } from './contract.ts'

interface Told {
  user_id: string
  role: MemberRole
  place: string
  message_id: string
}

/** Those of these users that are of messages which they do not see now. */
export async function removeHiddenReminders(db: Db, userIds: string[]): Promise<Effect[]> {
  const { rows } = await sql<Told>`
    select distinct n.user_id, member.role, n.place, split_part(cause.subject, ':', 2) as message_id
    from notification n
    join notification_cause cause on cause.org_id = n.org_id and cause.notification_id = n.id
    join member on member.org_id = n.org_id and member.user_id = n.user_id
    where n.org_id = (select current_org()) and n.user_id = any(${userIds}::uuid[]) and n.kind = 'reminder' and cause.subject like 'message:%'
  `.execute(db)
  const effects: Effect[] = []
  for (const [user_id, told] of Map.groupBy(rows, (row) => row.user_id)) {
    const visible = await listVisibleMessages(db, { kind: 'user', id: user_id, role: told[0]!.role }, told.map(({ message_id }) => message_id))
    const hidden = told.filter(({ message_id }) => !visible.has(message_id))
    effects.push(...hidden.map(({ place }): Effect => ({ effect: 'remove', place, user_ids: [user_id] })))
  }
  return effects
}
