// Sessions as the browsers of people have them.

import { createHash, randomBytes } from 'node:crypto'
import { withRole, type Server } from './server.ts'

/** Somebody who is signed in. */
export interface Person {
  user_id: string
  name: string
  /** As a header. */
  cookie: string
}

/** So many of the organization, its owner first. Throws when there are fewer. */
export async function signIn(server: Server, orgId: string, count: number): Promise<Person[]> {
  return withRole(server, 'superuser', async (db) => {
    const tokens = Array.from({ length: count }, () => randomBytes(16).toString('hex'))
    const hashes = tokens.map((token) => createHash('sha256').update(token).digest('base64url'))
    const { rows } = await db.query<{ user_id: string; name: string }>(
      `with people as (
        select user_id, name, row_number() over (order by role <> 'owner', user_id) as place from member join "user" on id = user_id where org_id = $1
      ), opened as (
        insert into auth.session (user_id, token_hash, org_id, expires_at)
        select user_id, ($2::text[])[place], $1, now() + interval '1 day' from people where place <= $3
      )
      select user_id, name from people where place <= $3 order by place`,
      [orgId, hashes, count],
    )
    if (rows.length < count) throw new Error(`Only ${rows.length} people are in the organization ${orgId}.`)
    return rows.map((row, index) => ({ ...row, cookie: `rapport.session_token=${tokens[index]}.signed` }))
  })
}
