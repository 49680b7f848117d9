// The first organization. Its one-time link is printed by the terminal of a first start.

import type pg from 'pg'
import { conflict } from '#platform/errors'
import { withTransaction } from '#platform/db/connect'
import { originOf } from '#platform/http'
import { acceptedLanguage } from '#platform/languages'
import type { Accounts } from './accounts.ts'
import type { SignIn } from './contract.ts'
import { ask, type Exchange } from './library-calls.ts'
import { createOrganizationWithoutKey } from './organizations.ts'
import { hashPassword, setPassword } from './passwords.ts'
import { setupHours } from './rules.ts'
import { welcome } from './sessions.ts'
import { createToken, useToken } from './tokens.ts'

/** Whether there is no organization yet. */
export async function needsSetup(pool: pg.Pool): Promise<boolean> {
  return (await pool.query('select from organization where deleted_at is null limit 1')).rowCount === 0
}

/** The link with which somebody sets Rapport up in a browser. On the pool of the role of signing in. */
export async function setupLink(pool: pg.Pool, publicUrl: string): Promise<string> {
  return `${publicUrl}/setup?token=${await createToken(pool, 'setup', 'first', setupHours * 3_600)}`
}

interface SetupInput {
  token: string
  name: string
  email: string
  password: string
  organization: string
}

/** Makes the first organization and signs its owner in. Throws invalid_token, or set_up when there is one. */
export async function setUp(accounts: Accounts, exchange: Exchange, { token, password, ...input }: SetupInput): Promise<SignIn> {
  const attempt = await accounts.limits.token(exchange.request.ip)
  // The token is used up with what it is for, or not at all: whatever is wrong can be mended and sent again.
  await withTransaction(accounts.pool, async (client) => {
    await client.query("select pg_advisory_xact_lock(hashtext('rapport setup'))")
    await useToken(client, 'setup', token)
    if (!(await needsSetup(accounts.pool))) throw conflict('set_up', 'Rapport is set up already: sign in, or ask for an invitation.')
    const hash = await hashPassword(password)
    const known = await client.query<{ id: string }>('select id from "user" where email = $1', [input.email.toLowerCase()])
    // Whoever has the link has the machine: they may be somebody whose organization was deleted.
    if (known.rows[0]) await setPassword(client, known.rows[0].id, hash)
    const password_hash = known.rows[0] ? undefined : hash
    await createOrganizationWithoutKey(accounts.tenancy, { ...input, password_hash, plan: accounts.default_plan, origin: originOf(exchange.request) })
    await client.query("delete from verification where identifier like 'setup:%'")
  })
  await attempt.succeeded()
  return signInAnew(accounts, exchange, { email: input.email, password })
}

/** Of somebody who has just chosen this password. */
export async function signInAnew(
  accounts: Accounts,
  exchange: Exchange,
  { email, password }: { email: string; password: string },
): Promise<SignIn> {
  const body = { email: email.trim().toLowerCase(), password }
  // Somebody new may be written to before a page of ours has said what they read.
  const language = acceptedLanguage(exchange.request.headers['accept-language'])
  await accounts.pool.query('update "user" set language = $2 where email = $1 and language is null', [body.email, language])
  const answer = await ask(accounts, exchange, (api, input) => api.signInEmail({ ...input, body }))
  if ('twoFactorRedirect' in answer) return { two_factor_needed: true, session: null }
  return { two_factor_needed: false, session: await welcome(accounts, exchange, answer.token, { expected: true }) }
}
