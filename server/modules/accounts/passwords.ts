// Passwords: hashed as better-auth does, without loading it.

import type pg from 'pg'
import { setupHours } from './rules.ts'
import { createToken } from './tokens.ts'

/** scrypt, with a salt of its own; some tens of milliseconds in another thread. */
export async function hashPassword(password: string): Promise<string> {
  const { hashPassword: hash } = await import('better-auth/crypto')
  return hash(password)
}

/** Gives a person a password, their first or another one. */
export async function setPassword(client: pg.Pool | pg.ClientBase, userId: string, hash: string) {
  await client.query(
    `insert into account (user_id, provider_id, account_id, password) values ($1::uuid, 'credential', $1::uuid::text, $2)
    on conflict (provider_id, account_id) do update set password = excluded.password, updated_at = now()`,
    [userId, hash],
  )
}

/** A link with which this person chooses a password; undefined when nobody has the address. */
export async function passwordLink(
  pool: pg.Pool,
  { email, public_url }: { email: string; public_url: string },
): Promise<string | undefined> {
  const { rows } = await pool.query<{ id: string }>('select id from "user" where email = $1', [email])
  if (!rows[0]) return undefined
  return `${public_url}/password?token=${await createToken(pool, 'password', rows[0].id, setupHours * 3_600)}`
}
