import { sql } from 'kysely'
import { notFound } from '#platform/errors'
import type { Db } from '#platform/db/kysely'
import type { CursorValue } from '#platform/pages'
import type { Actor } from '#platform/tenancy'
import { isVisible } from '../access.ts'
import type { MessageFile, RoomFile } from '../messages/contract.ts'

/** Of `file`, as JSON. */
export const fileJson = sql`json_build_object('id', file.id, 'name', file.name, 'type', file.type, 'size', file.size,
  'width', file.width, 'height', file.height, 'url', '/api/v1/files/' || file.id,
  'thumbnail_url', case when file.width is not null then '/api/v1/files/' || file.id || '/thumbnail' end)`

/**
 * Files of the messages of a room that are not deleted, the latest first; `before` is time and id of the last one before. Whoever asks has looked
 * whether the room is to be seen.
 */
export async function listRoomFiles(db: Db, roomId: string, { limit, before }: { limit: number; before?: CursorValue[] }): Promise<RoomFile[]> {
  const beyond = before ? sql`and (file.created_at, file.id) < (${before[0]}::timestamptz, ${before[1]}::uuid)` : sql``
  const { rows } = await sql<{ file: RoomFile }>`
    select ${fileJson}::jsonb || jsonb_build_object('message_id', file.message_id, 'uploaded_by', file.uploaded_by, 'created_at', rfc3339(file.created_at)) as file
    from message_file file join message on message.org_id = file.org_id and message.id = file.message_id
    where file.org_id = (select current_org()) and file.room_id = ${roomId} and message.deleted_at is null ${beyond}
    order by file.created_at desc, file.id desc limit ${limit}
  `.execute(db)
  return rows.map(({ file }) => file)
}

/** Throws file_not_found: where its room is not to be seen, its message is deleted, or it is not sent and somebody else's. */
export async function getVisibleFile(db: Db, actor: Actor, id: string): Promise<MessageFile> {
  const { rows } = await sql<{ file: MessageFile }>`
    select ${fileJson} as file from message_file file
      join room on room.org_id = file.org_id and room.id = file.room_id
      left join message on message.org_id = file.org_id and message.id = file.message_id
    where file.org_id = (select current_org()) and file.id = ${id} and ${isVisible(actor)}
      and case when file.message_id is null then file.uploaded_by = ${actor.id} else message.deleted_at is null end
  `.execute(db)
  if (!rows[0]) throw notFound('file', id)
  return rows[0].file
}
