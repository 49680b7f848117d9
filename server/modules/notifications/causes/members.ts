// Who is a guest from now on sees only the rooms that they are in: of the others nothing is left in the inbox.

import { sql } from 'kysely'
import { listOutsideRooms } from '#modules/rooms'
import type { Db } from '#platform/db/kysely'
import type { CauseSource, Effect } from './contract.ts'
import { removeHiddenReminders } from './hidden-reminders.ts'

export const memberCauses: CauseSource = {
  types: ['member.role_changed'],
  async effectsOf(db, events) {
    const guests = new Set(events.map(({ data }) => data.member as { user_id: string; role: string }).filter(({ role }) => role === 'guest').map(({ user_id }) => user_id))
    const effects: Effect[] = []
    for (const id of guests) effects.push(...(await leaveBehind(db, id)))
    return [...effects, ...(await removeHiddenReminders(db, [...guests]))]
  },
}

async function leaveBehind(db: Db, userId: string): Promise<Effect[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct split_part(split_part(place, '/', 1), ':', 2) as id from notification
    where org_id = (select current_org()) and user_id = ${userId} and place like 'room:%'
  `.execute(db)
  const outside = rows.length === 0 ? [] : await listOutsideRooms(db, userId, rows.map(({ id }) => id))
  return outside.map((id) => ({ effect: 'remove', place: `room:${id}`, user_ids: [userId] }))
}
