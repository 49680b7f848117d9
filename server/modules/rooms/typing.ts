// That somebody is typing: a signal to those who are in the room, and kept nowhere.

import { Type } from 'typebox'
import { sql } from 'kysely'
import type { App } from '#platform/http'
import type { SignalLive } from '#platform/signals'
import type { Tenancy } from '#platform/tenancy'
import { checkVisible, isWritable, notInRoom } from './access.ts'

/** Each key that is pressed may be told here: more often than that it is not passed on. */
const throttleMs = 2_000

const Typing = Type.Object(
  { thread_id: Type.Optional(Type.Union([Type.String({ format: 'uuid' }), Type.Null()])) },
  { additionalProperties: false, title: 'Typing' },
)

export function typingRoutes(app: App, { tenant }: Tenancy, signal: SignalLive) {
  const told = new Map<string, number>()

  app.post('/rooms/:id/typing', {
    config: { access: 'guest' },
    schema: {
      operationId: 'createTyping',
      description: 'You are writing in this room, or in a thread of it. Who is in it is told over the WebSocket, at most every 2 s: show it for 5.',
      params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
      body: Typing,
      response: { 204: Type.Null() },
    },
  }, async ({ actor, params: { id }, body: { thread_id = null } }, reply) => {
    reply.code(204)
    const key = `${actor.id} ${id} ${thread_id}`
    const now = performance.now()
    if (now - (told.get(key) ?? -Infinity) < throttleMs) return
    const db = tenant(actor.org_id)
    await checkVisible(db, actor, id)
    const { rows } = await sql`
      select from room where org_id = (select current_org()) and id = ${id} and archived_at is null and ${isWritable(actor)}
    `.execute(db)
    if (rows.length === 0) throw notInRoom()
    if (told.size > 10_000) told.clear()
    told.set(key, now)
    signal(actor.org_id, `room:${id}`, { type: 'typing', room_id: id, thread_id, user_id: actor.id })
  })
}
