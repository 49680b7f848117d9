// How long statements of the program take by themselves: on one connection, as the program sends them, without HTTP.

import type pg from 'pg'
import type { Recorded } from './recording.ts'

/** Milliseconds of each call, which is the slowest of its statements: the program asks them at once. By turns, for so many seconds. */
export async function timeCalls(db: pg.ClientBase, { orgId, calls, seconds }: { orgId: string; calls: Recorded[][]; seconds: number }): Promise<number[]> {
  const times: number[] = []
  const begun = performance.now()
  for (let turn = 0; performance.now() - begun < seconds * 1_000 || turn < 2 * calls.length; turn++) {
    let slowest = 0
    for (const { sql, values, name } of calls[turn % calls.length]!) {
      await db.query(`begin read only; set local rapport.org_id = '${orgId}'`)
      const asked = performance.now()
      await db.query({ text: sql, values, name })
      slowest = Math.max(slowest, performance.now() - asked)
      await db.query('commit')
    }
    // The first round reads what is on the disk.
    if (turn >= calls.length) times.push(slowest)
  }
  return times
}
