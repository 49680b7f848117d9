import { sql } from 'kysely'
import type { Db } from '#platform/db/kysely'
import type { CursorValue } from '#platform/pages'
import type { TimelineEntry } from './contract.ts'

/**
 * What passed between us and a contact, newest first. `after` are occurred_at and id of the last entry before.
 * Someone who is in a mail twice (From and Cc, or by two addresses) still has it once.
 */
export async function listTimeline(
  db: Db,
  { contact_id, limit, after }: { contact_id: string; limit: number; after?: CursorValue[] },
): Promise<TimelineEntry[]> {
  const [occurredAt, id] = after ?? [null, null]
  const beyond = after ? sql`and (occurred_at, interaction_id) < (${occurredAt}::timestamptz, ${id}::uuid)` : sql``
  const { rows } = await sql<TimelineEntry>`
    with listed as materialized (
      select distinct occurred_at, interaction_id from participant
      where org_id = (select current_org()) and contact_id = ${contact_id} ${beyond}
      order by occurred_at desc, interaction_id desc limit ${limit}
    )
    select i.id, i.kind, i.direction, i.subject, i.snippet, i.occurred_at, i.source, i.thread_id, i.has_attachments,
      (select json_agg(json_build_object('role', role, 'address', address, 'name', name, 'contact_id', contact_ids->>0, 'contact_ids', contact_ids)
          order by array_position('{from,to,cc,bcc}', role), address)
        from (
          select role, address, max(name) as name,
            coalesce(json_agg(contact_id order by contact_id) filter (where contact_id is not null), '[]') as contact_ids
          from participant where org_id = i.org_id and interaction_id = i.id group by role, address
        ) someone) as participants
    from listed join interaction i on i.org_id = (select current_org()) and i.id = listed.interaction_id
    order by listed.occurred_at desc, i.id desc
  `.execute(db)
  return rows
}
