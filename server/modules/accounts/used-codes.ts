// Codes of a second factor that have signed somebody in: each is good once, whichever process is asked (RFC 6238, 5.2).

import { createHash } from 'node:crypto'
import type pg from 'pg'
import { withTransaction } from '#platform/db/connect'

/** For how long a code would be right: its own half minute, and the one on either side, with room for clocks. */
const seconds = 120

/** Whether it is the first time. */
export function useCode(pool: pg.Pool, userId: string, code: string): Promise<boolean> {
  const identifier = `code:${createHash('sha256').update(`${userId} ${code}`).digest('base64url')}`
  return withTransaction(pool, async (client) => {
    // Of two who bring it at once the later one waits here, and then sees that it was used.
    await client.query('select from two_factor where user_id = $1 for update', [userId])
    const used = await client.query('select from verification where identifier = $1 and expires_at > now()', [identifier])
    if (used.rowCount! > 0) return false
    const query = 'insert into verification (identifier, value, expires_at) values ($1, $2, now() + make_interval(secs => $3))'
    await client.query(query, [identifier, userId, seconds])
    return true
  })
}
