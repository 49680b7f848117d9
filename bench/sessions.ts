// Sessions as the browsers of people have them.

import { createHash, randomBytes } from 'node:crypto'
import { withRole, type Server } from './server.ts'

export interface Cookie {
  name: string
  value: string
}

/** A session of somebody in each of these organizations, as the cookie of a browser. */
export async function openSessions(server: Server, orgIds: string[]): Promise<Cookie[]> {
  return withRole(server, 'superuser', async (db) => {
    const cookies: Cookie[] = []
    for (const orgId of orgIds) {
      const token = randomBytes(16).toString('hex')
      const { rowCount } = await db.query(
        `insert into auth.session (user_id, token_hash, org_id, expires_at)
        select user_id, $1, org_id, now() + interval '1 day' from member where org_id = $2 limit 1`,
        [createHash('sha256').update(token).digest('base64url'), orgId],
      )
      if (rowCount !== 1) throw new Error(`Nobody is in the organization ${orgId}.`)
      cookies.push({ name: 'rapport.session_token', value: `${token}.signed` })
    }
    return cookies
  })
}
