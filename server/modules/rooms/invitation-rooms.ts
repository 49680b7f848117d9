// Channels into which an invitation to the organization leads. Who may say so is asked when it is made, and once more when it is accepted:
// what was archived or deleted meanwhile, and private channels in which whoever invited is not any more, nobody comes into by it.

import { sql } from 'kysely'
import type { InvitationRooms } from '#modules/accounts'
import { allow } from '#platform/errors'
import { checkChannel, checkOpen, isVisible, lockRoom } from './access.ts'
import { addMembers, tellJoined } from './members.ts'
import { canInvite } from './policy.ts'

export const invitationRooms: InvitationRooms = {
  async hold(tx, actor, { id, room_ids }) {
    for (const roomId of room_ids.toSorted()) {
      const room = await lockRoom(tx, actor, roomId)
      checkChannel(room)
      checkOpen(room)
      allow(canInvite(actor, room), 'Guests invite nobody.')
    }
    await sql`
      insert into invitation_room (org_id, invitation_id, room_id) select current_org(), ${id}, unnest(${room_ids}::uuid[])
    `.execute(tx)
  },

  async enter(tx, actor, id) {
    const { rows } = await sql<{ id: string }>`
      select room.id from invitation_room held
      join invitation on invitation.org_id = held.org_id and invitation.id = held.invitation_id
      join room on room.org_id = held.org_id and room.id = held.room_id
      where held.org_id = (select current_org()) and held.invitation_id = ${id} and room.archived_at is null
        and (room.visibility = 'public' or exists (
          select from room_member here join member on member.org_id = here.org_id and member.user_id = here.user_id and member.role <> 'guest'
          where here.org_id = room.org_id and here.room_id = room.id and here.user_id = invitation.invited_by))
      order by room.id for no key update of room
    `.execute(tx)
    for (const room of rows) await tellJoined(tx, actor, room.id, await addMembers(tx, { room_id: room.id, user_ids: [actor.id] }))
  },

  async list(db, actor, ids) {
    const { rows } = await sql<{ invitation_id: string; id: string; name: string }>`
      select invitation_id, room.id, name from invitation_room held join room on room.org_id = held.org_id and room.id = held.room_id
      where held.org_id = (select current_org()) and invitation_id = any(${ids}::uuid[]) and ${isVisible(actor)} order by match_name, room.id
    `.execute(db)
    const rooms = Map.groupBy(rows, ({ invitation_id }) => invitation_id)
    return new Map(ids.map((id) => [id, (rooms.get(id) ?? []).map((room) => ({ id: room.id, name: room.name }))]))
  },
}
