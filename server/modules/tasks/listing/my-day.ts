// What somebody might do today. From what is assigned to them and open, which is little of all tasks, and from what they have planned.

import { sql } from 'kysely'
import type { Db } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { withTasksShownTo } from '../guests.ts'
import { isBlocked } from '../queries.ts'
import type { MyDay } from './contract.ts'
import { clockOf, isOverdue } from './selection.ts'

const mostShown = 100
const sections = ['planned', 'overdue', 'due_today', 'started', 'unblocked', 'done'] as const

export async function getMyDay(db: Db, actor: Actor, zone: string): Promise<MyDay> {
  const { id } = actor
  const { today, begins, ends } = clockOf(zone)
  const [beginning, end] = [new Date(begins(today)).toISOString(), new Date(ends(today)).toISOString()]
  const overdue = sql.raw(isOverdue('now()', 'day'))
  const { rows } = await sql<{ section: (typeof sections)[number]; total: number; ids: string[] }>`
    with here as materialized (
      select ${today}::date as day, ${beginning}::timestamptz as beginning, ${end}::timestamptz as ending
    ), mine as materialized (
      select task_id as id, null::date as planned_on from task_assignee where org_id = (select current_org()) and user_id = ${id}
    ), planned as materialized (
      select task_id as id, planned_on from task_plan, here where org_id = (select current_org()) and user_id = ${id} and planned_on <= day
    ), sorted as (
      select t.id, t.sort_due, t.sort_priority, t.position, case
        when not t.is_open then case when t.completed_at >= beginning and t.completed_at < ending then 6 end
        when planned.id is not null then 1
        when ${overdue} then 2
        when case when t.due_at is null then t.due_on = day else t.due_at < ending end then 3
        when t.category = 'doing' or t.starts_on <= day then 4
        when ${sql.raw(wasUnblocked)} then 5
      end as section
      from here, (select id from mine union select id from planned) any_of
        join task t on t.org_id = (select current_org()) and t.id = any_of.id and t.deleted_at is null
          and (t.is_open or t.completed_at >= ${beginning}::timestamptz) and ${actor.role === 'guest' ? isSharedWith(id) : sql`true`}
        left join planned on planned.id = t.id
    ), placed as (
      select id, section, count(*) over (partition by section)::int as total,
        row_number() over (partition by section order by sort_due, sort_priority, position, id) as place
      from sorted where section is not null
    )
    select (${sections}::text[])[section] as section, total, array_agg(id order by place) as ids
    from placed where place <= ${mostShown} group by section, total
  `.execute(db)
  const found = await withTasksShownTo(db, actor, rows, ({ ids }) => ids)
  const bySection = new Map(found.map(({ section, total, data }) => [section, { total, data }]))
  const shown = Object.fromEntries(sections.map((section) => [section, bySection.get(section) ?? { total: 0, data: [] }]))
  return { day: today, ...shown } as MyDay
}

/** What a guest has planned may not concern them any more. */
function isSharedWith(userId: string) {
  return sql`(t.id in (select id from mine) or t.created_by->>'id' = ${userId}
    or exists (select from task_watcher l where l.org_id = t.org_id and l.task_id = t.id and l.user_id = ${userId}))`
}

/** Whether all that the task `t` waited for is done, of which something lately. */
const wasUnblocked = `not ${isBlocked('t')} and exists (
  select from task_dependency d join task b on b.org_id = d.org_id and b.id = d.blocker_id
  where d.org_id = t.org_id and d.task_id = t.id and b.completed_at > now() - interval '7 days' and b.deleted_at is null)`
