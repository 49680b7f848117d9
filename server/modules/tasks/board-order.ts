// Places on the board: texts between which there always is another one (fractional-indexing), so that moving a task changes no other. Nobody waits
// for one: it is drawn from its gap by chance, so that of two who mean the same gap at once each has a place of their own.

import { generateKeyBetween } from 'fractional-indexing'
import { sql } from 'kysely'
import type { Tx } from '#platform/db/kysely'
import type { TaskMove } from './contract.ts'

/** So many places before all others of a status, in order. */
export async function placeFirst(tx: Tx, statusId: string, count: number): Promise<string[]> {
  const { rows } = await sql<{ position: string }>`
    select position from task where org_id = (select current_org()) and status_id = ${statusId} order by position limit 1
  `.execute(tx)
  const places: string[] = []
  for (let first = rows[0]?.position ?? null; places.length < count;) places.unshift((first = drawBetween(null, first)))
  return places
}

/** Some place of the gap, by 40 halvings: of a million that are drawn from one gap, two are alike once in two times. Each makes it longer by a 6th of a letter. */
function drawBetween(after: string | null, before: string | null): string {
  let [low, high] = [after, before]
  for (let halving = 0; halving < 40; halving++) {
    const middle = generateKeyBetween(low, high)
    if (Math.random() < 0.5) low = middle
    else high = middle
  }
  return generateKeyBetween(low, high)
}

/** The place that is meant, for a task that is there already or is to come. */
export async function findPlace(tx: Tx, { id, status_id, after_id, before_id }: TaskMove & { id: string; status_id: string }): Promise<string> {
  const after = after_id ? await findPosition(tx, status_id, after_id, id) : undefined
  if (after !== undefined) return drawBetween(after, await findNeighbour(tx, { id, status_id, position: after, side: 'behind' }))
  const before = before_id ? await findPosition(tx, status_id, before_id, id) : undefined
  if (before !== undefined) return drawBetween(await findNeighbour(tx, { id, status_id, position: before, side: 'before' }), before)
  if (before_id === null && after_id === undefined) return drawBetween(await findNeighbour(tx, { id, status_id, side: 'before' }), null)
  return drawBetween(null, await findNeighbour(tx, { id, status_id, side: 'behind' }))
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
