import { sql } from 'kysely'
import { allow, changed, conflict, invalid } from '#platform/errors'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { findPlace } from './board-order.ts'
import type { NewTask, Task, TaskChange, TaskMove } from './contract.ts'
import { showTo } from './guests.ts'
import { canChangeTask, canWriteTasks } from './policy.ts'
import { findWithParts, getTask } from './queries.ts'
import { checkCircle, checkNamed, findStatusId, toColumns, toLists } from './resolving.ts'
import { checkRepetition, moveStart, nextDay } from './rules.ts'
import { changeTasks } from './changing.ts'
import { insertTask, lockTasks, type TaskColumns } from './storing.ts'

/** A new task, the first of its status. Throws invalid, and not_found for what it names. */
export async function createTask(tx: Tx, actor: Actor, input: NewTask): Promise<Task> {
  allow(canWriteTasks(actor))
  await lockTasks(tx, namedBy(input))
  await checkNamed(tx, actor, input)
  const status_id = (await findStatusId(tx, input)) ?? (await findStatusId(tx, { category: 'todo' }))!
  const { rows } = await sql<{ category: Task['category'] }>`
    select category from task_status where org_id = (select current_org()) and id = ${status_id}
  `.execute(tx)
  const columns = { ...blank, ...toColumns(input), title: input.title.trim(), status_id, category: rows[0]!.category }
  await checkRepetition(columns)
  return explainDepth(insertTask(tx, actor, { columns, lists: toLists(input) }))
}

/** Whether by this it waits for others, or is a part of one. */
export function namesOthers(change: TaskChange): boolean {
  return namedBy(change).tree
}

/** What a task newly waits for or is a part of tells of it, or is told with it. */
function namedBy({ blocker_ids = [], parent_id }: TaskChange): { named: string[]; tree: boolean } {
  const named = parent_id ? [...blocker_ids, parent_id] : blocker_ids
  return { named, tree: named.length > 0 }
}

const blank: Omit<TaskColumns, 'title' | 'status_id' | 'category' | 'position'> = {
  description: null, priority: 'none', due_on: null, due_time: null, due_zone: null, starts_on: null, estimate_minutes: null, parent_id: null,
  repeat_rule: null, repeat_mode: null, repeated_from_id: null,
}

export interface WantedChange {
  id: string
  change: TaskChange
  /** Whether the task is as the caller has read it. */
  isExpected?: (before: Task) => boolean
}

/**
 * Changes what is given. When it is all as it was, nothing is stored and nobody is told. Throws as `createTask`, conflict when it is
 * deleted or would wait for itself, changed when it is not as expected.
 */
export async function changeTask(tx: Tx, actor: Actor, { id, change, isExpected }: WantedChange): Promise<Task> {
  await lockTasks(tx, { ids: [id], ...namedBy(change), parts: change.title !== undefined })
  const before = await getLive(tx, actor, id)
  await expect(tx, actor, before, isExpected)
  return changeLocked(tx, actor, { before, change })
}

async function changeLocked(tx: Tx, actor: Actor, { before, change }: { before: Task; change: TaskChange }): Promise<Task> {
  allow(canChangeTask(actor, before, change))
  if (change.parent_id === before.id) throw invalid('A task is no part of itself.')
  await checkNamed(tx, actor, onlyNew(change, before))
  await checkCircle(tx, before, change.blocker_ids ?? [])
  const status_id = await findStatusId(tx, change)
  const columns = { ...toColumns(change, before), ...(status_id && { status_id }) }
  await checkRepetition(columns, before)
  const { tasks } = await explainDepth(changeTasks(tx, actor, [{ before, columns, lists: toLists(change) }]))
  return tasks[0]!
}

/** What is there already need not be there any more, or for the actor to see: a blocker that was deleted, say. */
function onlyNew({ blocker_ids, contact_ids, room_ids, message_ids, ...change }: TaskChange, before: Task): TaskChange {
  const known = new Set([...[...before.blockers, ...before.contacts].map(({ id }) => id), ...before.room_ids, ...before.message_ids])
  const added = (ids: string[] | undefined) => ids?.filter((id) => !known.has(id))
  return { ...change, blocker_ids: added(blocker_ids), contact_ids: added(contact_ids), room_ids: added(room_ids), message_ids: added(message_ids) }
}

/** Moves a task on the board. Throws not_found, conflict when it is deleted, changed when it is not as expected. */
export async function moveTask(tx: Tx, actor: Actor, { id, move, isExpected }: { id: string; move: TaskMove; isExpected?: (before: Task) => boolean }): Promise<Task> {
  await lockTasks(tx, { ids: [id] })
  const before = await getLive(tx, actor, id)
  allow(canChangeTask(actor, before, { status_id: move.status_id }))
  await expect(tx, actor, before, isExpected)
  await checkNamed(tx, actor, { status_id: move.status_id })
  const status_id = move.status_id ?? before.status_id
  const position = await findPlace(tx, { ...move, id, status_id })
  return (await changeTasks(tx, actor, [{ before, columns: { status_id, position } }])).tasks[0]!
}

/** Lets a task wait for another one, or wait no longer. Repeating it changes nothing. Throws not_found, and conflict for a circle. */
export async function setBlocker(tx: Tx, actor: Actor, { id, blocker_id, blocks }: { id: string; blocker_id: string; blocks: boolean }): Promise<Task> {
  allow(canWriteTasks(actor))
  await lockTasks(tx, { ids: [id], ...(blocks && namedBy({ blocker_ids: [blocker_id] })) })
  const before = await getLive(tx, actor, id)
  const others = before.blockers.map((blocker) => blocker.id).filter((each) => each !== blocker_id)
  return changeLocked(tx, actor, { before, change: { blocker_ids: blocks ? [...others, blocker_id] : others } })
}

/** Whether the actor is told of the task from now on. Throws not_found, and invalid for an api key, which is nobody to be told. */
export async function setWatching(tx: Tx, actor: Actor, { id, watching }: { id: string; watching: boolean }): Promise<Task> {
  if (actor.kind !== 'user') throw invalid('An api key watches nothing: sign in, or name somebody in `watcher_ids`.')
  await lockTasks(tx, { ids: [id] })
  const before = await getLive(tx, actor, id)
  const others = before.watcher_ids.filter((each) => each !== actor.id)
  return (await changeTasks(tx, actor, [{ before, lists: { watcher_ids: watching ? [...others, actor.id] : others } }])).tasks[0]!
}

/** Puts what comes again off to its next day, undone. Throws not_found, and conflict where there is none that it could be put off to. */
export async function skipTask(tx: Tx, actor: Actor, id: string): Promise<Task> {
  await lockTasks(tx, { ids: [id] })
  const before = await getLive(tx, actor, id)
  if (before.repeat_mode !== 'on_completion') throw conflict('task_not_repeating', 'It does not come again once it is done: give it another day instead.')
  const due_on = await nextDay(before, Date.now())
  if (!due_on) throw conflict('task_repetition_over', 'By its rule it does not come again.')
  return changeLocked(tx, actor, { before, change: { due_on, starts_on: moveStart(before, due_on) } })
}

/**
 * Takes a task out of all lists, with all that is a part of it; they can be restored until they are purged. What waited for it waits no
 * longer. Repeating it changes nothing. Throws not_found.
 */
export async function deleteTask(tx: Tx, actor: Actor, id: string): Promise<void> {
  allow(canWriteTasks(actor))
  const [task, ...parts] = await lockWithParts(tx, actor, id)
  if (task.deleted_at !== null) return
  const wanted = [task, ...parts].map((before) => ({ before, deleted: true }))
  await changeTasks(tx, actor, wanted, 'task.deleted')
}

/** Brings a deleted task back, with the parts that went with it. Throws not_found, and conflict while what it is a part of is deleted. */
export async function restoreTask(tx: Tx, actor: Actor, id: string): Promise<Task> {
  allow(canWriteTasks(actor))
  const [task, ...parts] = await lockWithParts(tx, actor, id)
  if (task.deleted_at === null) return task
  const parent = task.parent_id && (await getTask(tx, actor, task.parent_id))
  if (parent && parent.deleted_at !== null) throw conflict('parent_deleted', `It is a part of “${parent.title}”, which is deleted: restore that first.`)
  const wanted = [task, ...parts].map((before) => ({ before, deleted: false }))
  return (await changeTasks(tx, actor, wanted, 'task.restored')).tasks[0]!
}

/**
 * The task and all that is a part of it, at once: one after the other would be a deadlock with who changes a part. What comes again adds to them
 * without asking for the tree: so they are looked at again.
 */
async function lockWithParts(tx: Tx, actor: Actor, id: string): Promise<[Task, ...Task[]]> {
  await lockTasks(tx, { tree: true })
  await getTask(tx, actor, id)
  let found = await findWithParts(tx, [id])
  for (let held = 0; held < found.length;) {
    held = found.length
    await lockTasks(tx, { ids: found.map((task) => task.id) })
    found = await findWithParts(tx, [id])
  }
  return found as [Task, ...Task[]]
}

async function getLive(tx: Tx, actor: Actor, id: string): Promise<Task> {
  const task = await getTask(tx, actor, id)
  if (task.deleted_at !== null) throw conflict('task_deleted', 'The task is deleted: restore it first.')
  return task
}

/** They have read it as it is shown to them. */
async function expect(tx: Tx, actor: Actor, before: Task, isExpected: ((before: Task) => boolean) | undefined) {
  if (isExpected && !isExpected(await showTo(tx, actor, before))) throw changed('task_changed', 'The task is not as you have read it any more: read it again, and decide.')
}

async function explainDepth<T>(work: Promise<T>): Promise<T> {
  return work.catch((error) => {
    if ((error as { constraint?: string }).constraint !== 'task_depth') throw error
    throw conflict('task_depth', 'Parts of parts go four levels deep, and never in a circle: choose another task for it to be a part of.')
  })
}
