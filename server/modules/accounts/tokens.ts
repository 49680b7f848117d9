// One-time tokens: what a link proves, once and for a while. The database has their hashes only.

import { createHash, randomBytes } from 'node:crypto'
import type pg from 'pg'
import { RapportError } from '#platform/errors'

export type TokenPurpose = 'setup' | 'password' | 'email'

type Client = pg.Pool | pg.ClientBase

/** A token that stands for `value`: an id, and maybe a space and what is to become so. */
export async function createToken(client: Client, purpose: TokenPurpose, value: string, seconds: number): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await client.query(
    "insert into verification (identifier, value, expires_at) values ($1, $2, now() + make_interval(secs => $3))",
    [identifierOf(purpose, token), value, seconds],
  )
  return token
}

/** What it stood for; it is used up. Throws invalid_token for one that is unknown, used or too old. */
export async function useToken(client: Client, purpose: TokenPurpose, token: string): Promise<string> {
  const { rows } = await client.query<{ value: string; valid: boolean }>(
    'delete from verification where identifier = $1 returning value, expires_at > now() as valid',
    [identifierOf(purpose, token)],
  )
  if (!rows[0]?.valid) throw invalidToken()
  return rows[0].value
}

/** Ends all tokens that stand for this id, or for something of it. */
export async function dropTokens(client: Client, purpose: TokenPurpose, id: string) {
  await client.query("delete from verification where identifier like $1 || ':%' and (value = $2 or value like $2 || ' %')", [purpose, id])
}

export function invalidToken(): RapportError {
  return new RapportError('invalid', 'invalid_token', 'This link is not valid, was used already, or is too old: ask for a new one.')
}

function identifierOf(purpose: TokenPurpose, token: string): string {
  return `${purpose}:${createHash('sha256').update(token).digest('base64url')}`
}
