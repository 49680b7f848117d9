// Places on the board: texts between which there always is another one (fractional-indexing), so that moving a task changes no other. Whoever
// reads neighbours has `lockTasks`: two who drag to the same gap get places one after the other.

import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'
import { sql } from 'kysely'
import type { Tx } from '#platform/db/kysely'
import type { TaskMove } from './contract.ts'

/** So many places before all others of a status, in order. */
export async function placeFirst(tx: Tx, statusId: string, count: number): Promise<string[]> {
  const { rows } = await sql<{ position: string }>`
    select position from task where org_id = (select current_org()) and status_id = ${statusId} order by position limit 1
  `.execute(tx)
  return generateNKeysBetween(null, rows[0]?.position ?? null, count)
}

/** The place that is meant, for a task that is there already or is to come. */
export async function findPlace(tx: Tx, { id, status_id, after_id, before_id }: TaskMove & { id: string; status_id: string }): Promise<string> {
  const after = after_id ? await findPosition(tx, status_id, after_id, id) : undefined
  if (after !== undefined) return generateKeyBetween(after, await findNeighbour(tx, { id, status_id, position: after, side: 'behind' }))
  const before = before_id ? await findPosition(tx, status_id, before_id, id) : undefined
  if (before !== undefined) return generateKeyBetween(await findNeighbour(tx, { id, status_id, position: before, side: 'before' }), before)
  if (before_id === null && after_id === undefined) return generateKeyBetween(await findNeighbour(tx, { id, status_id, side: 'before' }), null)
  return generateKeyBetween(null, await findNeighbour(tx, { id, status_id, side: 'behind' }))
}

/** Of a task that still stands there. */
async function findPosition(tx: Tx, statusId: string, neighbourId: string, movedId: string): Promise<string | undefined> {
  const { rows } = await sql<{ position: string }>`
    select position from task where org_id = (select current_org()) and id = ${neighbourId} and status_id = ${statusId} and id <> ${movedId}
  `.execute(tx)
  return rows[0]?.position
}

/** The place next to this one; without one, the first (`behind` the beginning) or last of all. The deleted have theirs as well. */
async function findNeighbour(tx: Tx, { id, status_id, position, side }: { id: string; status_id: string; position?: string; side: 'before' | 'behind' }): Promise<string | null> {
  const beyond = position === undefined ? sql`` : side === 'behind' ? sql`and position > ${position}` : sql`and position < ${position}`
  const { rows } = await sql<{ position: string }>`
    select position from task where org_id = (select current_org()) and status_id = ${status_id} and id <> ${id} ${beyond}
    order by position ${side === 'behind' ? sql`asc` : sql`desc`} limit 1
  `.execute(tx)
  return rows[0]?.position ?? null
}
