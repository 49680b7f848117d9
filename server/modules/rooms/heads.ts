// Messages as other modules show them: where each is, who wrote it, how it begins.

import { Type, type Static } from 'typebox'
import { sql } from 'kysely'
import type { Db } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { isVisible } from './access.ts'
import { Author } from './messages/contract.ts'
import { authorOf } from './messages/queries.ts'

const id = Type.String({ format: 'uuid' })

export const MessageHead = Type.Object(
  {
    id,
    room_id: id,
    thread_id: Type.Union([id, Type.Null()]),
    room_name: Type.Union([Type.String(), Type.Null()], { description: 'Null of direct messages.' }),
    author: Author,
    snippet: Type.String({ description: 'Empty of a deleted one.' }),
    created_at: Type.String({ format: 'date-time' }),
  },
  { title: 'MessageHead' },
)
export type MessageHead = Static<typeof MessageHead>

/** Those of these that the actor sees, by id. */
export async function listMessageHeads(db: Db, actor: Actor, ids: string[]): Promise<Map<string, MessageHead>> {
  const { rows } = await sql<MessageHead>`
    select message.id, room_id, thread_id, room.name as room_name, ${authorOf('message')} as author,
      case when deleted_at is null then snippet else '' end as snippet, message.created_at
    from message join room on room.org_id = message.org_id and room.id = message.room_id
    where message.org_id = (select current_org()) and message.id = any(${ids}::uuid[]) and ${isVisible(actor)}
  `.execute(db)
  return new Map(rows.map((head) => [head.id, head]))
}
