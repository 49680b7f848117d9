// The comments of a task: a room of those whom it concerns. A task without comments has none.

import { sql } from 'kysely'
import { enterTaskRoom, keepTaskRoom } from '#modules/rooms'
import { publish } from '#platform/events'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import type { Task } from './contract.ts'
import { getTask } from './queries.ts'
import { lockTasks, type ChangedTask } from './storing.ts'

/** The room of a task, in which the actor is from now on. Throws not_found, and forbidden for an api key. */
export async function enterRoom(tx: Tx, actor: Actor, id: string) {
  await lockTasks(tx, { ids: [id] })
  const task = await getTask(tx, actor, id)
  const { room, made } = await enterTaskRoom(tx, actor, task, await listConcerned(tx, task))
  if (made) await publish(tx, actor, { type: 'task.updated', subject: `task:${id}`, data: { task: await getTask(tx, actor, id), changes: [] } })
  return room
}

/** Those for whom it is, who watch it, and who has made it. */
async function listConcerned(tx: Tx, { assignee_ids, watcher_ids, created_by }: Task): Promise<string[]> {
  const { rows } = await sql<{ user_id: string }>`
    select user_id from member where org_id = (select current_org()) and user_id = any(${[...assignee_ids, ...watcher_ids, created_by.id]}::uuid[])
  `.execute(tx)
  return rows.map(({ user_id }) => user_id)
}

/** Lets into the rooms of these tasks whom they concern by now, and others out. */
export async function keepRooms(tx: Tx, actor: Actor, changed: ChangedTask[]) {
  for (const { before, after } of changed) {
    if (after.comments_room_id === null || !before) continue
    const [had, has] = [peopleOf(before), peopleOf(after)]
    const gone = had.filter((id) => !has.includes(id) && id !== after.created_by.id)
    await keepTaskRoom(tx, actor, after.id, { come: has.filter((id) => !had.includes(id)), gone })
  }
}

function peopleOf({ assignee_ids, watcher_ids }: Task): string[] {
  return [...new Set([...assignee_ids, ...watcher_ids])]
}
