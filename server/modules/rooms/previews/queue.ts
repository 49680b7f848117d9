import { sql } from 'kysely'
import { enqueue, priorities, type JobPayload } from '#platform/jobs'
import type { Tx } from '#platform/db/kysely'

export interface PreviewJob extends JobPayload {
  org_id: string
  message_id: string
}

/** Has the pages read to which the message links, or linked before, where the organization wants that. */
export async function queuePreviews(tx: Tx, { org_id, message_id, texts }: PreviewJob & { texts: string[] }) {
  if (!texts.some((text) => /https?:\/\//i.test(text))) return
  const { rows } = await sql`select from room_setting where org_id = (select current_org()) and link_previews`.execute(tx)
  if (rows.length === 0) return
  const job: PreviewJob = { org_id, message_id }
  // Pages that take their time are not to hold up mails and pushes, which the same worker sends.
  await enqueue(tx, 'rooms.preview_links', job, { key: `rooms.preview_links:${message_id}`, priority: priorities.bulk })
}
