// What somebody has begun to write: kept here, so that it is on all of their devices and outlives each.

import { Type } from 'typebox'
import { sql } from 'kysely'
import { invalid } from '#platform/errors'
import { publish, withdraw } from '#platform/events'
import type { App } from '#platform/http'
import type { Db, Tx } from '#platform/db/kysely'
import type { Actor, Tenancy } from '#platform/tenancy'
import { checkVisible, notInRoom } from './access.ts'
import { Draft, DraftChange, DraftList } from './contract.ts'
import { getVisibleMessage } from './messages/queries.ts'

export function draftRoutes(app: App, { tenant, transact }: Tenancy) {
  app.get('/rooms/drafts', {
    config: { access: 'guest' },
    schema: { operationId: 'getDrafts', description: 'What you have begun to write, the latest first.', response: { 200: DraftList } },
  }, async ({ actor }) => ({ data: actor.kind === 'user' ? await listDrafts(tenant(actor.org_id), actor.id) : [] }))

  app.put('/rooms/:id/draft', {
    config: { access: 'guest' },
    schema: {
      operationId: 'changeDraft',
      description: 'Your draft in a room, or in answer to a message of it. The last one that is written is kept; the answer says since when.',
      params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
      body: DraftChange,
      response: { 200: Draft },
    },
  }, ({ actor, params: { id }, body }) => transact(actor, (tx) => putDraft(tx, actor, { room_id: id, ...body })))
}

async function listDrafts(db: Db, userId: string): Promise<Draft[]> {
  const { rows } = await sql<Draft>`
    select room_id, thread_id, text, updated_at from message_draft
    where org_id = (select current_org()) and user_id = ${userId} order by updated_at desc limit 1000
  `.execute(db)
  return rows
}

/** Throws room_not_found, not_in_room, message_not_found, invalid. */
async function putDraft(tx: Tx, actor: Actor, { room_id, thread_id = null, text }: { room_id: string; thread_id?: string | null; text: string }): Promise<Draft> {
  await checkVisible(tx, actor, room_id)
  if (thread_id !== null) {
    const root = await getVisibleMessage(tx, actor, thread_id)
    if (root.room_id !== room_id || root.thread_id !== null) throw invalid('A thread begins with a message of this room that answers none.')
  }
  const { rows: members } = await sql`
    select from room_member where org_id = (select current_org()) and room_id = ${room_id} and user_id = ${actor.id} for update
  `.execute(tx)
  if (actor.kind !== 'user' || members.length === 0) throw notInRoom()
  // Not `now()`: of two devices the later to get here is the later to have written.
  const change = text.trim() === ''
    ? sql<Draft>`
        delete from message_draft
        where org_id = (select current_org()) and user_id = ${actor.id} and room_id = ${room_id} and thread_id is not distinct from ${thread_id}::uuid
        returning room_id, thread_id, '' as text, clock_timestamp() as updated_at`
    : sql<Draft>`
        insert into message_draft (org_id, user_id, room_id, thread_id, text, updated_at)
        values (current_org(), ${actor.id}, ${room_id}, ${thread_id}::uuid, ${text}, clock_timestamp())
        on conflict (org_id, user_id, room_id, thread_id) do update set text = excluded.text, updated_at = clock_timestamp()
        returning room_id, thread_id, text, updated_at`
  const { rows: [draft] } = await change.execute(tx)
  if (!draft) return { room_id, thread_id, text: '', updated_at: new Date().toISOString() }
  const told = { subject: `draft:${thread_id ?? room_id}`, audience: `user:${actor.id}` } as const
  await withdraw(tx, told)
  await publish(tx, actor, { type: 'draft.updated', ...told, audited: false, data: { draft } })
  return draft
}
