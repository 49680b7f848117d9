import { CompiledQuery, sql } from 'kysely'
import type { BulkKind } from '#modules/contacts'
import { invalid, notFound } from '#platform/errors'
import type { Db, Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import type { Task } from '../contract.ts'
import { compileSelection, wholeConditions, type Selection } from '../listing/selection.ts'
import { canWriteTasks } from '../policy.ts'
import { findTasks, findWithParts } from '../queries.ts'
import { checkNamed, findStatusId, toColumns } from '../resolving.ts'
import { changeTasks } from '../changing.ts'
import { lockAllTasks, type ChangedTask, type WantedTask } from '../storing.ts'
import { taskViews } from '../views/task-views.ts'
import type { BulkTaskChange, BulkTaskSelection } from './contract.ts'
import { takeBackBatch } from './taking-back.ts'

export const taskBulk: BulkKind<Selection, BulkTaskChange> = {
  kind: 'task',
  plural: 'tasks',
  noun: 'task_bulk_change',
  operation: 'tasks.bulk',
  rows: 'bulk_change_task',
  mayWrite: canWriteTasks,
  lock: lockAllTasks,
  async checkChange(tx, actor, change) {
    const { status_id, add_assignee_ids: assignee_ids } = change
    await checkNamed(tx, actor, { status_id, assignee_ids })
    await findStatusId(tx, change)
    if (change.due_time && !change.due_zone) throw invalid('A time is one of some place: give `due_zone` as well, such as Europe/Berlin.')
    // As for a task that has a day: only those get a time.
    toColumns({ ...change, due_on: change.due_on === undefined ? '9999-01-01' : change.due_on })
    if (overlaps(change.add_labels, change.remove_labels) || overlaps(change.add_assignee_ids, change.remove_assignee_ids)) {
      throw invalid('Something is to be added and removed: choose one.')
    }
  },
  async toSelection(db, actor, { action, ids, selection }) {
    if ((ids === undefined) === (selection === undefined)) throw invalid('Say which you mean: either `task_ids` or `selection`.')
    const deleted = action === 'restore'
    if (ids) return { task_ids: ids, deleted }
    const { view, ...given } = selection as BulkTaskSelection
    const wanted = { ...(view && (await taskViews.get(db, actor, view)).filter), ...given, deleted }
    // An operation has no “me” of its own.
    return { ...wanted, ...named(actor, wanted) }
  },
  async findSelected(db, actor, selection, { after, until, limit }) {
    const compiled = compileSelection(actor, selection)
    const { values, conditions } = compiled
    if (after !== undefined) conditions.push(`t.id > ${values.add(after)}::uuid`)
    if (until !== undefined) conditions.push(`t.id < ${values.add(until)}::uuid`)
    const query = CompiledQuery.raw(`
      with found as materialized (select t.id from task t where ${wholeConditions(compiled)})
      select array(select id from found order by id limit ${limit}) as ids, (select count(*)::int from found) as total`, values.all)
    return (await db.executeQuery<{ ids: string[]; total: number }>(query)).rows[0]!
  },
  async checkNamed(db: Db, _actor, { task_ids }) {
    if (task_ids && (await findTasks(db, task_ids.slice(0, 1_000))).length === 0) throw notFound('task', task_ids[0]!)
  },
  async applyToBatch(tx, actor, { id, action, change, ids }) {
    const tasks = (await findTasks(tx, ids)).filter(({ deleted_at }) => (deleted_at !== null) === (action === 'restore'))
    const { changed } = await changeTasks(tx, actor, await toWanted(tx, { action, change, tasks }), eventTypes[action])
    await keep(tx, id, changed)
    return changed.length
  },
  takeBackBatch,
}

const eventTypes = { change: 'task.updated', delete: 'task.deleted', restore: 'task.restored' } as const

function overlaps(some: string[] = [], others: string[] = []): boolean {
  const fold = (each: string) => each.trim().toLowerCase()
  const known = new Set(some.map(fold))
  return others.some((each) => known.has(fold(each)))
}

function named({ kind, id }: Actor, { assignee, watcher, creator }: BulkTaskSelection): Partial<Selection> {
  const mine = Object.entries({ assignee, watcher, creator }).filter(([, given]) => given === 'me' && kind === 'user')
  return Object.fromEntries(mine.map(([field]) => [field, id]))
}

async function toWanted(tx: Tx, { action, change, tasks }: { action: keyof typeof eventTypes; change?: BulkTaskChange | null; tasks: Task[] }): Promise<WantedTask[]> {
  if (action === 'restore') return withoutLostParents(tx, tasks)
  if (action === 'delete') return (await findWithParts(tx, tasks.map(({ id }) => id))).map((before) => ({ before, deleted: true }))
  const status_id = await findStatusId(tx, change!)
  return tasks.map((before) => ({ before, columns: { ...dated(change!, before), ...(status_id && { status_id }) }, lists: listsOf(change!, before) }))
}

/** A time is for those that have a day; one that would begin after it is due keeps its dates. */
function dated(change: BulkTaskChange, before: Task) {
  const { due_on = before.due_on, starts_on = before.starts_on } = change
  const { due_on: _, due_time, due_zone, starts_on: __, ...rest } = change
  if (due_on && starts_on && starts_on > due_on) return toColumns(rest, before)
  return toColumns(due_on || (!due_time && !due_zone) ? change : { ...rest, starts_on: change.starts_on }, before)
}

function listsOf({ add_assignee_ids, remove_assignee_ids, add_labels, remove_labels }: BulkTaskChange, { assignee_ids, labels }: Task) {
  const changed = (own: string[], added: string[] = [], removed: string[] = []) => {
    const gone = new Set(removed.map((each) => each.trim().toLowerCase()))
    return [...own.filter((each) => !gone.has(each.toLowerCase())), ...added]
  }
  return {
    ...((add_assignee_ids ?? remove_assignee_ids) && { assignee_ids: changed(assignee_ids, add_assignee_ids, remove_assignee_ids) }),
    ...((add_labels ?? remove_labels) && { labels: changed(labels, add_labels, remove_labels) }),
  }
}

/** What is a part of a task that stays deleted is left out. */
async function withoutLostParents(tx: Tx, tasks: Task[]): Promise<WantedTask[]> {
  const coming = new Set(tasks.map(({ id }) => id))
  const parents = tasks.flatMap(({ parent_id }) => (parent_id && !coming.has(parent_id) ? [parent_id] : []))
  const lost = new Set((await findTasks(tx, parents)).filter(({ deleted_at }) => deleted_at !== null).map(({ id }) => id))
  return tasks.filter(({ parent_id }) => !parent_id || !lost.has(parent_id)).map((before) => ({ before, deleted: false }))
}

async function keep(tx: Tx, id: string, changed: ChangedTask[]) {
  const rows = changed.map(({ before, after, changes }) => ({
    id: after.id, made_at: after.updated_at, updated_before: before!.updated_at, before: Object.fromEntries(changes.map((change) => [change.field, change.before])),
  }))
  await sql`
    with kept as (
      insert into bulk_change_task (org_id, bulk_change_id, task_id, made_at, updated_before, before)
      select current_org(), ${id}, given.id, made_at, updated_before, before
      from json_to_recordset(${JSON.stringify(rows)}) as given (id uuid, made_at timestamptz, updated_before timestamptz, before jsonb)
    )
    update bulk_change set changed = changed + ${rows.length} where org_id = (select current_org()) and id = ${id}
  `.execute(tx)
}
