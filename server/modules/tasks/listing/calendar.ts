// What is due, day by day, by the clocks of whoever looks: which tasks in one statement for a month, then what they look like.

import { CompiledQuery } from 'kysely'
import { invalid } from '#platform/errors'
import type { Db } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { withTasksShownTo } from '../guests.ts'
import type { Calendar, CalendarQuery } from './contract.ts'
import { compileSelection, wholeConditions } from './selection.ts'

const mostDays = 92

/** Throws invalid for what is no range of days, or too long. */
export async function getCalendar(db: Db, actor: Actor, { from, to, limit, zone, ...filter }: CalendarQuery): Promise<Calendar> {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1
  if (days < 1 || days > mostDays) throw invalid(`A calendar shows 1 to ${mostDays} days: from ${from} to ${to} are ${Math.max(days, 0)}.`)
  const narrower = { from: [filter.due_from ?? from, from].toSorted()[1]!, to: [filter.due_to ?? to, to].toSorted()[0]! }
  const compiled = compileSelection(actor, { ...filter, due_from: narrower.from, due_to: narrower.to, zone, deleted: false })
  const { values } = compiled
  const text = `
    with due as materialized (
      select t.id, case when t.due_at is null then t.due_on else (t.due_at at time zone ${values.add(zone)})::date end as day, t.sort_due
      from task t where ${wholeConditions(compiled)}
    ), placed as (
      select *, row_number() over (partition by day order by sort_due, id) as place, count(*) over (partition by day)::int as total from due
    )
    select to_char(day, 'YYYY-MM-DD') as day, total, array_agg(id order by place) as ids
    from placed where place <= ${limit} group by day, total order by day`
  const { rows } = await db.executeQuery<{ day: string; total: number; ids: string[] }>(CompiledQuery.raw(text, values.all))
  const shown = await withTasksShownTo(db, actor, rows, ({ ids }) => ids)
  return { days: shown.map(({ day, total, data }) => ({ day, total, data })) }
}
