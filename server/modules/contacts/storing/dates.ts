import { sql } from 'kysely'
import type { Tx } from '#platform/db/kysely'

/** The days that they had not. People are born once. */
export async function addDates(tx: Tx, { is_new }: { is_new: boolean }): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ contact_id: string; id: string }>`
    insert into contact_date (org_id, contact_id, kind, label, year, month, day)
    select distinct on (contact_id, kind, label, month, day) current_org(), contact_id, kind, label, year, month, day
    from incoming, jsonb_to_recordset(dates) as given (kind text, label text, year int, month int, day int)
    where is_new = ${is_new} and dates <> '[]' and not exists (
      select from contact_date known
      where known.org_id = (select current_org()) and known.contact_id = incoming.contact_id and known.kind = given.kind
        and known.label is not distinct from given.label and known.month = given.month and known.day = given.day
    )
    order by contact_id, kind, label, month, day, year
    on conflict do nothing
    returning contact_id, id
  `.execute(tx)
  return gather(rows, ({ id }) => id)
}

/** What was added, by contact. */
export function gather<Row extends { contact_id: string }>(rows: Row[], value: (row: Row) => string): Map<string, string[]> {
  const byContact = Map.groupBy(rows, ({ contact_id }) => contact_id)
  return new Map([...byContact].map(([id, found]) => [id, found.map(value)]))
}
