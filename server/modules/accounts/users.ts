// A person's own account: name, password, address. What is dear asks for the password again.

import { conflict, RapportError } from '#platform/errors'
import { withTransaction } from '#platform/db/connect'
import { originOf } from '#platform/http'
import { acceptedLanguage } from '#platform/languages'
import { checkZone } from '#platform/zones'
import { announce, type Accounts } from './accounts.ts'
import type { UserChange } from './contract.ts'
import { forgetTrustedDevices } from './devices.ts'
import { ask, type Exchange } from './library-calls.ts'
import { nameOf } from './organizations.ts'
import { claimAccount, dropLinks } from './ownership.ts'
import { hashPassword, setPassword } from './passwords.ts'
import { post } from './posting.ts'
import { freshMinutes } from './rules.ts'
import { endSessions, noteFailure, tellOf } from './sessions.ts'
import { invalidToken, useToken } from './tokens.ts'

/** What is left out stays. Throws invalid for a name that is none, and a zone that is none. */
export async function changeUser({ pool }: Accounts, userId: string, { name, language, time_zone }: UserChange) {
  if (time_zone !== undefined) checkZone(time_zone)
  await pool.query(
    `update "user" set name = coalesce($2, name), language = coalesce($3, language), time_zone = coalesce($4, time_zone), updated_at = now() where id = $1`,
    [userId, name === undefined ? null : nameOf('name', name), language ?? null, time_zone ?? null],
  )
}

/** Ends the other sessions. Throws wrong_password or too_many. */
export async function changePassword(accounts: Accounts, exchange: Exchange, { current, password }: { current: string; password: string }) {
  const { request } = exchange
  const { user_id, id } = request.session
  await confirmPassword(accounts, exchange, current)
  const hash = await hashPassword(password)
  await withTransaction(accounts.pool, async (client) => {
    await setPassword(client, user_id, hash)
    await dropLinks(client, user_id)
  })
  await endSessions(accounts, { user_id, but: id, request })
  await tellOf(accounts, request, { user_id, change: 'password_changed' })
}

/** Whoever asks: a mail goes to whoever has this address, and nobody is told whether anybody does. */
export async function requestPasswordReset(accounts: Accounts, { request }: Exchange, email: string) {
  const address = email.toLowerCase()
  if (await accounts.limits.mail(request.ip, address)) await post(accounts, 'accounts.mail_password_link', { email: address, language: acceptedLanguage(request.headers['accept-language']) })
}

/** Ends all sessions, and every other link. Throws invalid_token. */
export async function resetPassword(accounts: Accounts, { request }: Exchange, { token, password }: { token: string; password: string }) {
  const attempt = await accounts.limits.token(request.ip)
  const user_id = await withTransaction(accounts.pool, async (client) => {
    const id = await useToken(client, 'password', token)
    await claimAccount(client, id)
    await dropLinks(client, id)
    await forgetTrustedDevices(client, id)
    await setPassword(client, id, await hashPassword(password))
    return id
  })
  await attempt.succeeded()
  await endSessions(accounts, { user_id, request })
  await tellOf(accounts, request, { user_id, change: 'password_changed' })
}

/** A link goes to the new address, and word to the old one; nothing changes before it is used, nor does it say whether the address is free. */
export async function requestEmailChange(accounts: Accounts, exchange: Exchange, { email, password }: { email: string; password: string }) {
  await confirmPassword(accounts, exchange, password)
  const address = email.toLowerCase()
  const { user_id } = exchange.request.session
  if (!(await accounts.limits.mail(exchange.request.ip, address))) return
  await post(accounts, 'accounts.mail_email_confirmation', { user_id, email: address })
  await tellOf(accounts, exchange.request, { user_id, change: 'email_change_requested' })
}

/** Throws invalid_token, or address_taken. */
export async function confirmEmail(accounts: Accounts, { request }: Exchange, token: string) {
  const attempt = await accounts.limits.token(request.ip)
  const { user_id, before } = await withTransaction(accounts.pool, async (client) => {
    const [id, email] = (await useToken(client, 'email', token)).split(' ') as [string, string]
    const taken = await client.query('select from "user" where email = $1 and id <> $2', [email, id])
    if (taken.rowCount! > 0) throw conflict('address_taken', `Somebody else signs in with ${email} already.`)
    const known = await client.query<{ email: string }>('select email from "user" where id = $1 for update', [id])
    if (!known.rows[0]) throw invalidToken()
    await client.query('update "user" set email = $2, email_verified = true, updated_at = now() where id = $1', [id, email])
    await dropLinks(client, id)
    return { user_id: id, before: known.rows[0].email }
  })
  await attempt.succeeded()
  await post(accounts, 'accounts.mail_notice', { user_id, notice: 'email_changed', to: before })
  await announce(accounts, { user_id, origin: originOf(request) }, { type: 'user.email_changed', subject: `user:${user_id}`, data: { user_id } })
}

/** Throws wrong_password or too_many: a stolen session guesses no faster than a stranger, from however many addresses. */
export async function confirmPassword(accounts: Accounts, exchange: Exchange, password: string) {
  const { request } = exchange
  const { id, user_id } = request.session
  const attempt = await accounts.limits.confirmation(id)
  const verify = ask(accounts, exchange, async (api, { headers }) => ({ response: await api.verifyPassword({ headers, body: { password } }) }))
  await verify.catch((error) => {
    void noteFailure(accounts, request, 'select $1::uuid as id', user_id)
    throw error
  })
  await attempt.succeeded()
}

/** By the password, or by having just signed in: not everybody has a password. Throws confirm_identity, wrong_password or too_many. */
export async function confirmIdentity(accounts: Accounts, exchange: Exchange, password: string | undefined) {
  if (password !== undefined) return confirmPassword(accounts, exchange, password)
  const query = 'select from session where id = $1 and created_at > now() - make_interval(mins => $2)'
  const fresh = await accounts.pool.query(query, [exchange.request.session.id, freshMinutes])
  if (fresh.rowCount === 1) return
  throw new RapportError('forbidden', 'confirm_identity', `Send your password as well, or sign in anew: your session is older than ${freshMinutes} min.`)
}
