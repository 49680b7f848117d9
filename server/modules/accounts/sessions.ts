// Signing in with a password, and what follows each way of signing in: the device, the events, the mail.

import type { FastifyRequest } from 'fastify'
import { findCookie } from '#platform/cookies'
import { notFound } from '#platform/errors'
import { originOf } from '#platform/http'
import type { SessionIdentity } from '#platform/admission'
import type { CursorValue } from '#platform/pages'
import { announce, listMemberships, sessionCookie, twoFactorCookie, type Accounts } from './accounts.ts'
import type { NewSession, Session, SignIn, TwoFactorAnswer } from './contract.ts'
import { knowsDevice, noteDevice } from './devices.ts'
import { ask, unauthenticatedAs, type Exchange } from './library-calls.ts'
import type { Notice } from './letters/letters.ts'
import { post } from './posting.ts'
import { noteOrganization } from './session-cookie.ts'
import { hashToken, tokenIn } from './session-tokens.ts'
import { useCode } from './used-codes.ts'

/** With address and password. Throws wrong_credentials, alike for whoever is known and whoever is not, or too_many. */
export async function signIn(accounts: Accounts, exchange: Exchange, { email, password, remember }: NewSession): Promise<SignIn> {
  const { request } = exchange
  const address = email.toLowerCase()
  const known_device = await knowsDevice(accounts, request, address)
  const attempt = await accounts.limits.password({ email: address, address: request.ip, known_device })
  const body = { email: address, password, rememberMe: remember }
  const answer = await ask(accounts, exchange, (api, input) => api.signInEmail({ ...input, body })).catch((error) => {
    void noteFailure(accounts, request, 'select id from "user" where email = $1', address)
    throw error
  })
  await attempt.succeeded()
  if ('twoFactorRedirect' in answer) return { two_factor_needed: true, session: null }
  return { two_factor_needed: false, session: await welcome(accounts, exchange, answer.token) }
}

/** The second step, with a code of an app or a recovery code. Throws wrong_code, sign_in_again or too_many. */
export async function answerTwoFactor(
  accounts: Accounts,
  exchange: Exchange,
  { code, recovery_code, trust_device = false }: TwoFactorAnswer,
): Promise<SignIn> {
  const { request, reply } = exchange
  const attempt = await accounts.limits.token(request.ip)
  const second = { ...exchange, as_nobody: true }
  const verify: Promise<{ token?: string }> =
    recovery_code === undefined
      ? ask(accounts, second, (api, input) => api.verifyTOTP({ ...input, body: { code: code!, trustDevice: trust_device } }))
      : ask(accounts, second, (api, input) => api.verifyBackupCode({ ...input, body: { code: recovery_code, trustDevice: trust_device } }))
  const answer = await verify.catch((error) => {
    // Somebody who knows the password: who it is stands behind the library's cookie.
    const begun = findCookie(request.headers.cookie, twoFactorCookie(accounts.public_url))?.split('.')[0] ?? ''
    void noteFailure(accounts, request, 'select value as id from verification where identifier = $1', hashToken(begun))
    throw error
  })
  const { id, user_id } = await getSessionOf(accounts, answer.token!)
  // RFC 6238, 5.2: a code that was seen over somebody's shoulder is of no use.
  if (code !== undefined && !(await useCode(accounts.pool, user_id, code))) {
    await accounts.pool.query('delete from session where id = $1', [id])
    reply.removeHeader('set-cookie')
    throw unauthenticatedAs('wrong_code', 'This code has been used: take the next one.')
  }
  await attempt.succeeded()
  const session = await welcome(accounts, exchange, answer.token!)
  if (recovery_code !== undefined) await tellOf(accounts, request, { user_id, change: 'recovery_code_used' })
  return { two_factor_needed: false, session }
}

/**
 * What follows a sign-in, however it was done. The session that this browser had before ends; the browser is known from
 * now on. `expected`: it is no news to this person.
 */
export async function welcome(
  accounts: Accounts,
  { request, reply }: Exchange,
  token: string,
  { expected = false } = {},
): Promise<Session> {
  const { user_id, ...session } = await getSessionOf(accounts, token)
  const before = await findCaller(accounts, request)
  if (before) await endSessions(accounts, { user_id: before.user_id, id: before.id, request })
  const new_device = await noteDevice(accounts, { request, reply, user_id })
  if (new_device && !expected) await post(accounts, 'accounts.mail_new_sign_in', { user_id, session_id: session.id })
  await announce(accounts, { user_id, origin: originOf(request) }, {
    type: 'session.created',
    subject: `session:${session.id}`,
    data: { session: { id: session.id, user_id, method: session.method, new_device } },
  })
  return { ...session, current: true }
}

/** The sessions of a person, newest first; `current` is the one that asks. */
export async function listSessions(
  { pool }: Accounts,
  { user_id, id }: SessionIdentity,
  { limit, before }: { limit: number; before?: CursorValue },
): Promise<Session[]> {
  const { rows } = await pool.query<Session>(
    `select ${sessionColumns}, id = $2 as current from session
    where user_id = $1 and ${alive} and ($3::uuid is null or id < $3) order by id desc limit $4`,
    [user_id, id, before ?? null, limit],
  )
  return rows
}

/** Tells somebody by mail, and the admins in the audit log, what has become of their account. */
export async function tellOf(accounts: Accounts, request: FastifyRequest, { user_id, change }: { user_id: string; change: Notice }) {
  await post(accounts, 'accounts.mail_notice', { user_id, notice: change })
  await announce(accounts, { user_id, origin: originOf(request) }, { type: `user.${change}`, subject: `user:${user_id}`, data: { user_id } })
}

export interface Ending {
  user_id: string
  /** One of them; all when there is neither this nor `but`. */
  id?: string
  /** All but this one. */
  but?: string
  request?: FastifyRequest
  /** Who ends them, if not this person: a part of Rapport. */
  by?: string
}

interface SessionKeeper extends Pick<Accounts, 'tenancy' | 'pool'> {
  authenticator: Pick<Accounts['authenticator'], 'forget'>
}

export async function getOwnSession({ pool }: Accounts, { id }: SessionIdentity): Promise<Session> {
  return (await pool.query<Session>(`select ${sessionColumns}, true as current from session where id = $1`, [id])).rows[0]!
}

/** Ends sessions of a person, at once, in every process. Returns how many. */
export async function endSessions(accounts: SessionKeeper, { user_id, id, but, ...from }: Ending): Promise<number> {
  const { rows } = await accounts.pool.query<{ id: string }>(
    `delete from session
    where user_id = $1 and ($2::uuid is null or id = $2) and ($3::uuid is null or id <> $3) returning id`,
    [user_id, id ?? null, but ?? null],
  )
  for (const ended of rows) await noteEnd(accounts, { user_id, id: ended.id, ...from })
  return rows.length
}

/** What follows the end of a session that is gone from the table: every process forgets it and closes its sockets. */
async function noteEnd(accounts: SessionKeeper, { user_id, id, request, by }: Ending & { id: string }) {
  await accounts.authenticator.forget(id)
  await announce(accounts, { user_id, origin: request && originOf(request), by }, {
    type: 'session.ended',
    subject: `session:${id}`,
    data: { session: { id, user_id } },
  })
}

/**
 * The library has given this browser another session, whose cookie is on its way: the end of the one before is told when
 * the answer is out, or the browser would be asked to leave while it still has the old cookie.
 */
export async function noteReplacement(accounts: Accounts, { request, reply }: Exchange) {
  const { id, user_id } = request.session
  await accounts.authenticator.forget(id)
  let told = false
  const tell = () => {
    if (told) return
    told = true
    noteEnd(accounts, { user_id, id, request }).catch((error) => accounts.log.warn({ err: error }, 'The end of a session could not be noted.'))
  }
  reply.raw.once('finish', tell).once('close', tell)
}

/** Throws organization_not_found when this person is not in it. */
export async function switchOrganization(
  accounts: Accounts,
  { reply }: Exchange,
  { user_id, id, organization_id }: SessionIdentity & { organization_id: string },
): Promise<Session> {
  const memberships = await listMemberships(accounts.pool, user_id)
  if (!memberships.some(({ org_id }) => org_id === organization_id)) throw notFound('organization', organization_id)
  const { rows } = await accounts.pool.query<Session>(
    `update session set org_id = $2 where id = $1 returning ${sessionColumns}, true as current`,
    [id, organization_id],
  )
  await accounts.authenticator.forget(id)
  noteOrganization(accounts, reply, organization_id)
  return rows[0]!
}

/** As Session in the contract says, but for `current`. */
const sessionColumns = 'id, org_id as organization_id, method, address, user_agent, created_at, last_seen_at, expires_at'

const alive = `expires_at > now() and last_seen_at > now() - interval '14 days'`

type StoredSession = Omit<Session, 'current'> & { user_id: string }

/** The session with this token. Throws sign_in_again. */
export async function getSessionOf({ pool }: Accounts, token: string): Promise<StoredSession> {
  const { rows } = await pool.query<StoredSession>(
    `select ${sessionColumns}, user_id from session where token_hash = $1`,
    [hashToken(token)],
  )
  if (!rows[0]) throw unauthenticatedAs('sign_in_again', 'This session has ended: sign in again.')
  return rows[0]
}

/** As whom this browser was signed in when it asked. */
export async function findCaller({ pool, public_url }: Accounts, request: FastifyRequest): Promise<SessionIdentity | undefined> {
  const token = tokenIn(findCookie(request.headers.cookie, sessionCookie(public_url)))
  if (token === undefined) return undefined
  const query = `select id, user_id from session where token_hash = $1 and ${alive}`
  return (await pool.query<{ id: string; user_id: string }>(query, [hashToken(token)])).rows[0]
}

/**
 * Tells the admins that somebody failed to be the person whose id `query` finds by `value`. Not waited for: it would take longer
 * for whoever is known.
 */
export async function noteFailure(accounts: Accounts, request: FastifyRequest, query: string, value: string) {
  try {
    const { rows } = await accounts.pool.query<{ id: string }>(query, [value])
    if (!rows[0]) return
    const user_id = rows[0].id
    const event = { type: 'sign_in.failed', subject: `user:${user_id}`, data: { user_id } }
    // Whoever failed to be this person is not this person.
    await announce(accounts, { user_id, origin: originOf(request), by: 'sign_in' }, event)
  } catch (error) {
    accounts.log.warn({ err: error }, 'A failed sign-in could not be noted.')
  }
}
