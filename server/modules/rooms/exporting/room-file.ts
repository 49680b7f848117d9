// All that was said in a room, in the order in which it was said: a line of JSON for each message, read page by page.

import { sql } from 'kysely'
import type { Db } from '#platform/db/kysely'
import type { Message } from '../messages/contract.ts'
import { getMessages } from '../messages/queries.ts'
import { getRoom } from '../queries.ts'

const pageSize = 200

/** Answers too, each where it was given; deleted ones without what they said. */
export async function* listAll(db: Db, roomId: string): AsyncGenerator<Message[]> {
  for (let after: [string, string] = ['-infinity', '00000000-0000-0000-0000-000000000000']; ;) {
    const { rows } = await sql<{ id: string; at: string }>`
      select id, created_at::text as at from message
      where org_id = (select current_org()) and room_id = ${roomId} and (created_at, id) > (${after[0]}::timestamptz, ${after[1]}::uuid)
      order by created_at, id limit ${pageSize}
    `.execute(db)
    const messages = await getMessages(db, rows.map(({ id }) => id))
    yield rows.flatMap(({ id }) => messages.get(id) ?? [])
    const last = rows.at(-1)
    if (!last || rows.length < pageSize) return
    after = [last.at, last.id]
  }
}

/** The room first, and then its messages. */
export async function* writeLines(db: Db, roomId: string): AsyncGenerator<string> {
  yield `${JSON.stringify({ room: await getRoom(db, roomId) })}\n`
  for await (const messages of listAll(db, roomId)) {
    if (messages.length > 0) yield `${messages.map((message) => JSON.stringify({ message })).join('\n')}\n`
  }
}
