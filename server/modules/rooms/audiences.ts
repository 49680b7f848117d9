// Who hears what is said in a room: those who are in it, and every api key of a public one. What is said of a task every member but
// guests, who see the task as well.

import { sql } from 'kysely'
import type { AudienceSource, Listeners } from '#platform/audiences'

export const roomAudiences: AudienceSource = {
  audiencesOf: ({ kind, id, role }) => {
    const hears = role !== 'guest'
    if (kind === 'user') {
      return sql`
        select 'room:' || room_id from room_member where org_id = (select current_org()) and user_id = ${id}
        union all select 'room:' || id from room where org_id = (select current_org()) and kind = 'task' and ${hears}::boolean`
    }
    return sql`select 'room:' || id from room where org_id = (select current_org()) and visibility = 'public' and ${hears}::boolean`
  },
  async listenersOf(db, audiences) {
    const ids = audiences.filter((audience) => audience.startsWith('room:')).map((audience) => audience.slice(5)).filter((id) => uuid.test(id))
    const { rows } = await sql<{ id: string; api_keys: boolean; user_ids: string[] }>`
      select id, visibility = 'public' as api_keys,
        coalesce((
          select json_agg(user_id) from (
            select user_id from room_member where org_id = room.org_id and room_id = room.id
            union select user_id from member where room.kind = 'task' and org_id = room.org_id and role <> 'guest'
          ) hearer
        ), '[]') as user_ids
      from room where org_id = (select current_org()) and id = any(${ids}::uuid[])
    `.execute(db)
    return new Map(rows.map(({ id, api_keys, user_ids }): [string, Listeners] => [`room:${id}`, { ids: new Set(user_ids), api_keys }]))
  },
  changedBy({ type, subject }) {
    // They are out of all of their rooms; or hear of every task, or no longer.
    if (type.startsWith('member.')) return 'all'
    return changing.has(type) ? [subject] : []
  },
}

/** Their subject is the room, which is also the name of its audience. */
const changing = new Set(['room.members_added', 'room.member_removed', 'room.updated', 'room.hidden'])

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
