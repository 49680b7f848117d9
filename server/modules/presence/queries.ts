import { sql } from 'kysely'
import type { Db } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { isAcquainted } from '#modules/rooms'
import { statusJson } from './availability.ts'
import type { ShownUser } from './contract.ts'

/** Those of these whom the actor knows. */
export async function listShownUsers(db: Db, actor: Actor, userIds: string[]): Promise<ShownUser[]> {
  const { rows } = await sql<ShownUser>`
    select member.user_id, presence_of(member.org_id, member.user_id) as presence, coalesce(presence.changed_at, member.last_seen_at) as changed_at,
      ${statusJson} as status, quiet.quiet_from, quiet.quiet_until
    from member
    left join presence on presence.org_id = member.org_id and presence.user_id = member.user_id
    left join availability on availability.org_id = member.org_id and availability.user_id = member.user_id
    left join lateral quiet_span(availability.quiet_until, hours, zone, now()) as quiet on availability.user_id is not null
    where member.org_id = (select current_org()) and member.user_id = any(${userIds}::uuid[]) and ${isAcquainted(actor, sql`member.user_id`)}
    order by member.user_id
  `.execute(db)
  return rows
}

/** Whether somebody is doing something in Rapport now, on any of their devices. */
export async function isOnline(db: Db, userId: string): Promise<boolean> {
  const { rows } = await sql<{ online: boolean }>`select presence_of(current_org(), ${userId}::uuid) = 'online' as online`.execute(db)
  return rows[0]!.online
}
