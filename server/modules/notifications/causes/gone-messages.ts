// Messages that go many at a time, because their time is over or an import is undone: nobody is told of them any more, nor how they began.

import { sql } from 'kysely'
import { listGoneMessages } from '#modules/rooms'
import type { Db } from '#platform/db/kysely'
import type { Effect } from './contract.ts'

/** What is in inboxes of a room's messages that are not there now, also where somebody was reminded of them. */
export async function removeGoneMessages(db: Db, roomId: string): Promise<Effect[]> {
  const { rows } = await sql<{ message_id: string }>`
    select distinct split_part(cause.subject, ':', 2) as message_id
    from notification n join notification_cause cause on cause.org_id = n.org_id and cause.notification_id = n.id
    where n.org_id = (select current_org()) and cause.subject like 'message:%'
      and (n.place = 'room:' || ${roomId} or n.place like 'room:' || ${roomId} || '/%' or n.place like 'reminder:%')
  `.execute(db)
  const gone = await listGoneMessages(db, rows.map(({ message_id }) => message_id))
  return gone.map((id): Effect => ({ effect: 'remove', subject: `message:${id}` }))
}
