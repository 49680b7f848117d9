// The undo of a Slack import: its messages go, some at a time, and then the rooms that it has made. What somebody has said since stays,
// with what it answers and where it stands.

import { sql, type RawBuilder } from 'kysely'
import { storeRejections } from '#modules/imports'
import { publish } from '#platform/events'
import type { OperationRun } from '#platform/operation-worker'
import { markUndone } from '#platform/operations'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { lockMessages, removeMessages } from '../refreshing.ts'

interface Checkpoint {
  done: number
  removed: number
  kept: number
}

const batchSize = 500

export async function undoSlack(run: OperationRun<{ import_id: string }, Checkpoint>) {
  const importId = run.input.import_id
  let at: Checkpoint = run.checkpoint ?? { done: 0, removed: 0, kept: 0 }
  for (let more = true; more; ) {
    run.signal.throwIfAborted()
    at = await run.step(async (tx) => {
      const removed = await removeSome(tx, run.actor, importId)
      more = removed > 0
      if (more) return { done: at.done + removed, failed: 0, checkpoint: { ...at, done: at.done + removed, removed: at.removed + removed } }
      const kept = await removeRooms(tx, run, importId)
      await markUndone(tx, run.actor, importId)
      return { done: at.done, failed: kept, checkpoint: { ...at, kept } }
    })
  }
  return { total: at.done, removed: at.removed, restored: 0, kept: at.kept }
}

/** Of one room: how many went. What is answered by others than the import stays. */
async function removeSome(tx: Tx, actor: Actor, importId: string): Promise<number> {
  const { rows: [room] } = await sql<{ id: string }>`
    select room.id from room where org_id = (select current_org()) and id = (
      select room_id from imported_message join message on message.org_id = imported_message.org_id and message.id = message_id
      where imported_message.org_id = (select current_org()) and import_id = ${importId} and ${removable(importId)} limit 1)
    for no key update
  `.execute(tx)
  if (!room) return 0
  const found = await listRemovable(tx, importId, sql`message.room_id = ${room.id}`)
  await lockMessages(tx, found)
  await removeMessages(tx, actor, { room_id: room.id, ids: await listRemovable(tx, importId, sql`message.id = any(${found}::uuid[])`) })
  return found.length
}

async function listRemovable(tx: Tx, importId: string, which: RawBuilder<unknown>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select message.id from imported_message join message on message.org_id = imported_message.org_id and message.id = message_id
    where imported_message.org_id = (select current_org()) and import_id = ${importId} and ${which} and ${removable(importId)}
    order by message.created_at desc limit ${batchSize}
  `.execute(tx)
  return rows.map(({ id }) => id)
}

/** Answers first: so a thread is gone before the message that begins it, unless somebody has gone on with it. */
function removable(importId: string) {
  return sql`not exists (
    select from message answer where answer.org_id = message.org_id and answer.thread_id = message.id and not exists (
      select from imported_message own where own.org_id = answer.org_id and own.message_id = answer.id and own.import_id = ${importId}))`
}

/** Those that it has made, but where something is left; these are listed. Returns how many. */
async function removeRooms(tx: Tx, { id, actor }: Pick<OperationRun, 'id' | 'actor'>, importId: string): Promise<number> {
  const { rows: rooms } = await sql<{ id: string; name: string | null; visibility: string; is_empty: boolean; user_ids: string[] }>`
    select room.id, room.name, room.visibility,
      not exists (select from message where org_id = room.org_id and room_id = room.id) as is_empty,
      array(select user_id from room_member where org_id = room.org_id and room_id = room.id) as user_ids
    from imported_room join room on room.org_id = imported_room.org_id and room.id = room_id
    where imported_room.org_id = (select current_org()) and import_id = ${importId} order by room.id for update of room
  `.execute(tx)
  for (const { id: roomId, visibility, user_ids } of rooms.filter(({ is_empty }) => is_empty)) {
    const subject = `room:${roomId}`
    const data = { room_id: roomId }
    if (visibility === 'public') await publish(tx, actor, { type: 'room.hidden', subject, data })
    for (const userId of user_ids) await publish(tx, actor, { type: 'room.left', subject, audience: `user:${userId}`, data })
    await sql`delete from room where org_id = (select current_org()) and id = ${roomId}`.execute(tx)
  }
  const left = rooms.filter(({ is_empty }) => !is_empty)
  await storeRejections(tx, id, left.map(({ id: roomId, name }, index) => ({
    position: index + 1, reason: 'Something was said in it after the import: it stays, with that.', excerpt: name ?? '', record: [name ?? '', roomId],
  })))
  await sql`update imported_room set import_id = null where org_id = (select current_org()) and import_id = ${importId}`.execute(tx)
  return left.length
}
