import { generateKeyBetween } from 'fractional-indexing'
import { sql } from 'kysely'
import { inBatches } from '#modules/contacts'
import { allow, conflict, invalid } from '#platform/errors'
import { publish } from '#platform/events'
import type { Tx } from '#platform/db/kysely'
import type { Actor, Tenancy } from '#platform/tenancy'
import { canConfigureTasks } from '../policy.ts'
import { findTasks } from '../queries.ts'
import { changeTasks } from '../changing.ts'
import { lockAllTasks, taskBatch } from '../storing.ts'
import type { NewTaskStatus, TaskStatus, TaskStatusChange } from './contract.ts'
import { columns, getStatus, listStatuses } from './queries.ts'

/** More than a board can show. */
const mostStatuses = 50

/** Throws conflict when there is one of this name, or too many; not_found. */
export async function createStatus(tx: Tx, actor: Actor, { name, category, color = null, after_id }: NewTaskStatus): Promise<TaskStatus> {
  allow(canConfigureTasks(actor))
  await lockAllTasks(tx)
  const all = await listStatuses(tx, { limit: mostStatuses })
  if (all.length === mostStatuses) throw conflict('too_many_statuses', `There are ${mostStatuses} statuses already: remove one first.`)
  await refuseTaken(tx, { name })
  const { rows } = await sql<TaskStatus>`
    insert into task_status (org_id, name, category, color, position)
    values (current_org(), ${name.trim()}, ${category}, ${color}, ${await placeBehind(tx, all, after_id)}) returning ${columns}
  `.execute(tx)
  await tell(tx, actor, 'task_status.created', rows[0]!)
  return rows[0]!
}

/** Throws not_found, and conflict for a name that another one has. */
export async function changeStatus(tx: Tx, actor: Actor, { id, change }: { id: string; change: TaskStatusChange }): Promise<TaskStatus> {
  allow(canConfigureTasks(actor))
  await lockAllTasks(tx)
  const before = await getStatus(tx, id)
  const others = (await listStatuses(tx, { limit: mostStatuses })).filter((each) => each.id !== id)
  const { name = before.name, color = before.color, after_id } = change
  await refuseTaken(tx, { id, name })
  if (after_id === id) throw invalid('A status does not stand behind itself.')
  const position = after_id === undefined ? before.position : await placeBehind(tx, others, after_id)
  if (name.trim() === before.name && color === before.color && position === before.position) return before
  const { rows } = await sql<TaskStatus>`
    update task_status set name = ${name.trim()}, color = ${color}, position = ${position}, updated_at = now()
    where org_id = (select current_org()) and id = ${id} returning ${columns}
  `.execute(tx)
  await tell(tx, actor, 'task_status.updated', rows[0]!)
  return rows[0]!
}

/**
 * Removes a status; its tasks come to `into`, some at a time. Throws not_found, invalid when it has tasks and nothing says where they go, and
 * conflict for the only one of what tasks need: something to do, and done.
 */
export async function removeStatus(tenancy: Tenancy, actor: Actor, { id, into }: { id: string; into?: string }) {
  allow(canConfigureTasks(actor))
  if (into === id) throw invalid('Its tasks have to go to another status.')
  const db = tenancy.tenant(actor.org_id)
  checkRemovable(await listStatuses(db, { limit: mostStatuses }), await getStatus(db, id))
  if (into !== undefined) {
    await getStatus(db, into)
    await inBatches(tenancy, actor, (tx) => moveSome(tx, actor, { id, into }), taskBatch)
  }
  await tenancy.transact(actor, async (tx) => {
    await lockAllTasks(tx)
    const status = await getStatus(tx, id)
    checkRemovable(await listStatuses(tx, { limit: mostStatuses }), status)
    if (into !== undefined) while ((await moveSome(tx, actor, { id, into })) > 0);
    const { rows } = await sql`select from task where org_id = (select current_org()) and status_id = ${id} limit 1`.execute(tx)
    if (rows.length > 0) throw invalid('Tasks have this status, deleted ones maybe: say in `into` which one they get.')
    await sql`delete from task_status where org_id = (select current_org()) and id = ${id}`.execute(tx)
    await tell(tx, actor, 'task_status.deleted', status)
  })
}

function checkRemovable(all: TaskStatus[], { category }: TaskStatus) {
  if ((category === 'todo' || category === 'done') && all.filter((each) => each.category === category).length === 1) {
    throw conflict('last_status', `It is the only status of the category ${category}, which tasks need: make another one first.`)
  }
}

async function moveSome(tx: Tx, actor: Actor, { id, into }: { id: string; into: string }): Promise<number> {
  await lockAllTasks(tx)
  const { rows } = await sql<{ id: string }>`
    select id from task where org_id = (select current_org()) and status_id = ${id} order by position limit ${taskBatch}
  `.execute(tx)
  const tasks = await findTasks(tx, rows.map((row) => row.id))
  await changeTasks(tx, actor, tasks.map((before) => ({ before, columns: { status_id: into } })))
  return rows.length
}

async function placeBehind(tx: Tx, others: TaskStatus[], afterId: string | null | undefined): Promise<string> {
  if (afterId === null) return generateKeyBetween(null, others[0]?.position ?? null)
  if (afterId === undefined) return generateKeyBetween(others.at(-1)?.position ?? null, null)
  const place = others.findIndex((each) => each.id === afterId)
  const after = others[place] ?? (await getStatus(tx, afterId))
  return generateKeyBetween(after.position, others[place + 1]?.position ?? null)
}

async function refuseTaken(tx: Tx, { id, name }: { id?: string; name: string }) {
  const { rows } = await sql`
    select from task_status where org_id = (select current_org()) and match_name = lower(${name.trim()}) and id is distinct from ${id ?? null}::uuid
  `.execute(tx)
  if (rows.length > 0) throw conflict('task_status_taken', `There is a status “${name.trim()}” already.`)
}

async function tell(tx: Tx, actor: Actor, type: string, task_status: TaskStatus) {
  await publish(tx, actor, { type, subject: `task_status:${task_status.id}`, data: { task_status } })
}
