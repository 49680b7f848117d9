import { sql } from 'kysely'
import type { Tx } from '#platform/db/kysely'

/** Carries `work` out and takes back all that it stored: only what it returns is kept. */
export async function rehearse<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await sql`savepoint rehearsal`.execute(tx)
  const outcome = await work()
  await sql`rollback to savepoint rehearsal`.execute(tx)
  return outcome
}
