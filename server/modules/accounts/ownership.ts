// Whose an account is. Until somebody has shown that they read mail at its address, it may have been made in advance, by who
// invited them, to be in it later. With that proof, what could let anybody else in is gone.

import type pg from 'pg'
import { withTransaction } from '#platform/db/connect'
import type { Accounts } from './accounts.ts'
import { forgetTrustedDevices } from './devices.ts'
import { post } from './posting.ts'
import { endSessions } from './sessions.ts'
import { dropTokens } from './tokens.ts'

/** Whether nobody had shown it before. */
export async function claimAccount(client: pg.ClientBase, userId: string): Promise<boolean> {
  const query = 'update "user" set email_verified = true, updated_at = now() where id = $1 and not email_verified'
  if ((await client.query(query, [userId])).rowCount === 0) return false
  for (const table of ['account', 'passkey']) await client.query(`delete from ${table} where user_id = $1`, [userId])
  await forgetTrustedDevices(client, userId)
  await dropLinks(client, userId)
  return true
}

/** The provider of single sign-on has verified that this address belongs to whoever signs in. */
export async function claimByAddress(accounts: Accounts, email: string) {
  const { rows } = await accounts.pool.query<{ id: string }>('select id from "user" where email = $1 and not email_verified', [email])
  if (!rows[0]) return
  const user_id = rows[0].id
  if (!(await withTransaction(accounts.pool, (client) => claimAccount(client, user_id)))) return
  await endSessions(accounts, { user_id })
  await post(accounts, 'accounts.mail_notice', { user_id, notice: 'account_claimed' })
}

/** Whoever asked for a link before was somebody else, maybe. */
export async function dropLinks(client: pg.ClientBase, userId: string) {
  await dropTokens(client, 'password', userId)
  await dropTokens(client, 'email', userId)
}
