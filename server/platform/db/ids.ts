import { sql } from 'kysely'
import type { Db } from '#platform/db/kysely'

/** New ids (UUIDv7), in the order of time: for rows that refer to one another before they are stored. */
export async function newIds(db: Db, count: number): Promise<string[]> {
  if (count === 0) return []
  const { rows } = await sql<{ id: string }>`select new_id() as id from generate_series(1, ${count}::int)`.execute(db)
  return rows.map(({ id }) => id)
}
