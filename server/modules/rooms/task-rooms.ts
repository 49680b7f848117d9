// The room of a task: its comments. Whoever asks has looked whether the actor may see the task.

import { sql } from 'kysely'
import { forbidden } from '#platform/errors'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { lockRoom } from './access.ts'
import type { RoomEntry } from './contract.ts'
import { addMembers, takeOut, tellAdded } from './members.ts'
import { getRoomEntry } from './queries.ts'

interface Commented {
  id: string
  title: string
}

/**
 * The room of a task, made when there is none yet, in which the actor is from now on, and of a new one these users as well. Whether it was made.
 * Throws forbidden for an api key, which is in no room.
 */
export async function enterTaskRoom(tx: Tx, actor: Actor, task: Commented, userIds: string[]): Promise<{ room: RoomEntry; made: boolean }> {
  if (actor.kind !== 'user') throw forbidden('An api key is in no room: sign in.')
  const by = JSON.stringify({ kind: actor.kind, id: actor.id })
  const { rows: [made] } = await sql<{ id: string }>`
    insert into room (org_id, kind, visibility, name, task_id, created_by) values (current_org(), 'task', 'public', ${task.title}, ${task.id}, ${by})
    on conflict (org_id, task_id) where task_id is not null do nothing returning id
  `.execute(tx)
  const id = made?.id ?? (await findTaskRoom(tx, task.id))!
  // The system sees it also while a guest is not in it yet.
  await lockRoom(tx, { ...actor, kind: 'system' }, id)
  const added = await addMembers(tx, { room_id: id, user_ids: [...new Set([actor.id, ...(made ? userIds : [])])] })
  await tellAdded(tx, actor, id, added)
  return { room: await getRoomEntry(tx, actor, id), made: made !== undefined }
}

/** Those whom a task concerns by now, and those whom it no longer does. Where nobody has said anything there is nothing to do. */
export async function keepTaskRoom(tx: Tx, actor: Actor, taskId: string, { come, gone }: { come: string[]; gone: string[] }) {
  const id = await findTaskRoom(tx, taskId)
  if (id === undefined || come.length + gone.length === 0) return
  await lockRoom(tx, { ...actor, kind: 'system' }, id)
  await tellAdded(tx, actor, id, await addMembers(tx, { room_id: id, user_ids: come }))
  const { rows } = await sql<{ user_id: string }>`
    select user_id from room_member where org_id = (select current_org()) and room_id = ${id} and user_id = any(${gone}::uuid[]) order by user_id
  `.execute(tx)
  for (const { user_id } of rows) await takeOut(tx, actor, id, user_id)
}

async function findTaskRoom(tx: Tx, taskId: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select id from room where org_id = (select current_org()) and task_id = ${taskId}`.execute(tx)
  return rows[0]?.id
}
