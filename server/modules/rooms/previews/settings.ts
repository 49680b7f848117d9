import { sql } from 'kysely'
import { publish } from '#platform/events'
import type { Db, Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import type { LinkPreviews } from './contract.ts'

/** Whether links of messages are shown with what their pages say; not, unless somebody has said so. */
export async function getLinkPreviews(db: Db): Promise<LinkPreviews> {
  const { rows } = await sql<LinkPreviews>`select link_previews as enabled from room_setting where org_id = (select current_org())`.execute(db)
  return rows[0] ?? { enabled: false }
}

/** Of messages from now on. Whoever calls it has seen that the actor is an admin. */
export async function setLinkPreviews(tx: Tx, actor: Actor, { enabled }: LinkPreviews): Promise<LinkPreviews> {
  await sql`
    insert into room_setting (org_id, link_previews) values (current_org(), ${enabled}) on conflict (org_id) do update set link_previews = excluded.link_previews
  `.execute(tx)
  await publish(tx, actor, { type: 'link_previews.updated', subject: `organization:${actor.org_id}`, audience: 'admins', data: { enabled } })
  return { enabled }
}
