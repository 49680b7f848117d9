import { sql } from 'kysely'
import { contactReferenceJson } from '#modules/contacts'
import { notFound } from '#platform/errors'
import { prepare, type Db } from '#platform/db/kysely'
import type { CursorValue } from '#platform/pages'
import type { Actor } from '#platform/tenancy'
import type { HistoryEntry, Task } from './contract.ts'

const list = (select: string, from: string) => `coalesce((select json_agg(${select}) from ${from}), '[]')`
const own = (table: string) => `${table} where org_id = t.org_id and task_id = t.id`

/** A task as the API shows it, built by PostgreSQL. The row is `t`. Each list is one index probe; all of it happens after sorting and limiting. */
export const taskJson = `json_build_object(
  'id', t.id, 'title', t.title, 'description', t.description, 'status_id', t.status_id, 'category', t.category, 'priority', t.priority,
  'due_on', t.due_on, 'due_time', to_char(t.due_time, 'HH24:MI'), 'due_zone', t.due_zone, 'due_at', t.due_at,
  'starts_on', t.starts_on, 'estimate_minutes', t.estimate_minutes, 'parent_id', t.parent_id,
  'parent', (select json_build_object('id', p.id, 'title', p.title) from task p where p.org_id = t.org_id and p.id = t.parent_id), 'position', t.position,
  'subtasks', (
    select json_build_object('total', count(*), 'done', count(*) filter (where not s.is_open))
    from task s where s.org_id = t.org_id and s.parent_id = t.id and s.deleted_at is null),
  'assignee_ids', ${list('user_id order by user_id', own('task_assignee'))},
  'watcher_ids', ${list('user_id order by user_id', own('task_watcher'))},
  'labels', ${list('label.name order by label.match_name', 'task_label l join label on label.org_id = l.org_id and label.id = l.label_id where l.org_id = t.org_id and l.task_id = t.id')},
  'blockers', ${list(`json_build_object('id', b.id, 'title', b.title, 'category', b.category) order by b.id`, `${blockersOf('t')} and b.deleted_at is null`)},
  'blocked', ${isBlocked('t')},
  'contacts', ${list(`${contactReferenceJson} order by c.sort_name, c.id`, 'task_contact l join contact c on c.org_id = l.org_id and c.id = l.contact_id where l.org_id = t.org_id and l.task_id = t.id and c.deleted_at is null')},
  'companies', ${list(`json_build_object('id', c.id, 'name', c.name) order by c.match_name`, 'task_company l join company c on c.org_id = l.org_id and c.id = l.company_id where l.org_id = t.org_id and l.task_id = t.id')},
  'room_ids', ${list('room_id order by room_id', own('task_room'))},
  'message_ids', ${list('message_id order by message_id', own('task_message'))},
  'comments_room_id', (select id from room where room.org_id = t.org_id and room.task_id = t.id),
  'repeat_rule', t.repeat_rule, 'repeat_mode', t.repeat_mode, 'repeated_from_id', t.repeated_from_id,
  'created_by', t.created_by, 'created_at', t.created_at, 'updated_at', t.updated_at, 'completed_at', t.completed_at, 'deleted_at', t.deleted_at
)`

/** From and where: what the task waits for, as `b`. */
function blockersOf(task: string): string {
  return `task_dependency d join task b on b.org_id = d.org_id and b.id = d.blocker_id where d.org_id = ${task}.org_id and d.task_id = ${task}.id`
}

/** Whether the task of this alias waits for something that is neither done nor cancelled. */
export function isBlocked(task: string): string {
  return `exists (select from ${blockersOf(task)} and b.is_open and b.deleted_at is null)`
}

const findTaskJson = prepare<[ids: string[]], { task: Task }>(
  'tasks.find',
  `select ${taskJson} as task from unnest($1::uuid[]) with ordinality as given (id, place)
  join task t on t.org_id = (select current_org()) and t.id = given.id order by place`,
)

/** Those of these that are there, deleted or not, in this order. */
export async function findTasks(db: Db, ids: string[]): Promise<Task[]> {
  if (ids.length === 0) return []
  return (await findTaskJson(db, ids)).map(({ task }) => task)
}

/** Each group with its tasks, `data`, in this order: all of them are read at once. */
export async function withTasks<Group extends object>(db: Db, groups: Group[], idsOf: (group: Group) => string[]): Promise<(Group & { data: Task[] })[]> {
  const tasks = await findTasks(db, groups.flatMap(idsOf))
  const byId = new Map(tasks.map((task) => [task.id, task]))
  return groups.map((group) => ({ ...group, data: idsOf(group).flatMap((id) => byId.get(id) ?? []) }))
}

/** The task, deleted or not. Throws not_found, also for a guest who may not see it. */
export async function getTask(db: Db, actor: Actor, id: string): Promise<Task> {
  const [task] = await findTasks(db, [id])
  if (!task || !canSee(actor, task)) throw notFound('task', id)
  return task
}

/** The tasks, and all parts below that are deleted since the same moment, or are not, as they are not. Each once. */
export async function findWithParts(db: Db, ids: string[]): Promise<Task[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive part as (
      select org_id, id, deleted_at, 0 as level from task where org_id = (select current_org()) and id = any(${ids}::uuid[])
      union all
      select t.org_id, t.id, t.deleted_at, level + 1 from part join task t on t.org_id = part.org_id and t.parent_id = part.id
      where t.deleted_at is not distinct from part.deleted_at
    )
    select id from part group by id order by min(level), id
  `.execute(db)
  return findTasks(db, rows.map((row) => row.id))
}

/** Guests see what is theirs, what they watch and what they have made. */
export function canSee({ role, id }: Actor, { assignee_ids, watcher_ids, created_by }: Task): boolean {
  return role !== 'guest' || assignee_ids.includes(id) || watcher_ids.includes(id) || created_by.id === id
}

/** Newest first; `before` is the id of the last one before. */
export async function listHistory(db: Db, { task_id, limit, before }: { task_id: string; limit: number; before?: CursorValue }): Promise<HistoryEntry[]> {
  const { rows } = await sql<HistoryEntry>`
    select id, field, before, after, changed_by, created_at from task_change
    where org_id = (select current_org()) and task_id = ${task_id} ${before === undefined ? sql`` : sql`and id < ${before}::uuid`}
    order by id desc limit ${limit}
  `.execute(db)
  return rows
}
