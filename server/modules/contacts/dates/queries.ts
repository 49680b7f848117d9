import { sql } from 'kysely'
import { invalid, notFound } from '#platform/errors'
import type { Db } from '#platform/db/kysely'
import type { CursorValue } from '#platform/pages'
import { contactReferenceJson } from '../queries.ts'
import type { ContactDate, UpcomingDate } from './contract.ts'

/** Of the row, in the order of `ContactDate`. */
export const columns = sql.raw('id, kind, label, year, month, day, yearly, contact_id, created_at')

/** Throws not_found. */
export async function getDate(db: Db, id: string): Promise<ContactDate> {
  const { rows } = await sql<ContactDate>`
    select ${columns} from contact_date where org_id = (select current_org()) and id = ${id}
  `.execute(db)
  if (!rows[0]) throw notFound('date', id)
  return rows[0]
}

/** In the order in which they were added; `after` is the id of the last one before. */
export async function listDates(
  db: Db,
  { contact_id, limit, after }: { contact_id: string; limit: number; after?: CursorValue },
): Promise<ContactDate[]> {
  const beyond = after === undefined ? sql`` : sql`and id > ${after}::uuid`
  const { rows } = await sql<ContactDate>`
    select ${columns} from contact_date
    where org_id = (select current_org()) and contact_id = ${contact_id} ${beyond} order by id limit ${limit}
  `.execute(db)
  return rows
}

/** A stretch of one year: from one day to another, as `month_day`. */
interface Stretch {
  year: number
  first: number
  last: number
}

/** `year`, `month_day` and `id`: where the next page goes on. */
export type UpcomingRow = UpcomingDate & { month_day: number; in_year: number }

/** What comes up in so many days, soonest first: one or two ranges of an index. */
export async function listUpcomingDates(
  db: Db,
  { from, days, limit, after }: { from: string; days: number; limit: number; after?: CursorValue[] },
): Promise<UpcomingRow[]> {
  const [year, monthDay, id] = after ?? []
  const beyond = after === undefined ? sql`` : sql`
    and (stretch.year > ${year}::int or (stretch.year = ${year}::int and (month_day, d.id) > (${monthDay}::smallint, ${id}::uuid)))`
  const { rows } = await sql<UpcomingRow>`
    with listed as materialized (
      select stretch.year as in_year, found.* from
        json_to_recordset(${JSON.stringify(stretches(from, days))}) as stretch (year int, first smallint, last smallint),
        lateral (
          select * from contact_date d
          where org_id = (select current_org()) and month_day between stretch.first and stretch.last
            and case when yearly then coalesce(d.year, 0) <= stretch.year else d.year = stretch.year end ${beyond}
            and exists (select from contact c where c.org_id = d.org_id and c.id = d.contact_id and c.deleted_at is null)
          order by month_day, id limit ${limit}
        ) found
      order by in_year, month_day, id limit ${limit}
    )
    select d.id, d.kind, d.label, d.year, d.month, d.day, d.yearly, d.in_year, d.month_day,
      make_date(d.in_year, d.month,
        case when d.month_day = 229 and extract(day from make_date(d.in_year, 3, 1) - 1) = 28 then 28 else d.day end)::text as occurs_on,
      d.in_year - d.year as years,
      ${sql.raw(contactReferenceJson)} as contact
    from listed d join contact c on c.org_id = d.org_id and c.id = d.contact_id
    order by d.in_year, d.month_day, d.id
  `.execute(db)
  return rows
}

function stretches(from: string, days: number): Stretch[] {
  const first = new Date(`${from}T00:00:00Z`)
  if (Number.isNaN(first.getTime()) || !first.toISOString().startsWith(from)) throw invalid(`There is no day ${from}.`)
  const last = new Date(first.getTime() + (days - 1) * 86_400_000)
  const [begin, end] = [first.getUTCFullYear(), last.getUTCFullYear()]
  if (begin === end) return [{ year: begin, first: monthDayOf(first), last: lastMonthDay(last) }]
  return [
    { year: begin, first: monthDayOf(first), last: 1231 },
    { year: end, first: 101, last: lastMonthDay(last) },
  ]
}

function monthDayOf(day: Date): number {
  return (day.getUTCMonth() + 1) * 100 + day.getUTCDate()
}

/** On 28 February of a year without a 29th that one is kept as well. */
function lastMonthDay(day: Date): number {
  const next = new Date(day.getTime() + 86_400_000)
  return monthDayOf(day) === 228 && monthDayOf(next) === 301 ? 229 : monthDayOf(day)
}
