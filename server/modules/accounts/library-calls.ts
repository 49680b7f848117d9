// Calls of better-auth on behalf of a request: what it must know of it, its cookies on our answer, its errors as ours.

import type { FastifyReply, FastifyRequest } from 'fastify'
import { findCookie } from '#platform/cookies'
import { conflict, RapportError } from '#platform/errors'
import { sessionCookie, type Accounts } from './accounts.ts'
import type { Auth } from './better-auth.ts'
import { addressHeader } from './rules.ts'
import { tokenIn } from './session-tokens.ts'

export interface Exchange {
  request: FastifyRequest
  reply: FastifyReply
  /** Whoever this browser is signed in as plays no part. */
  as_nobody?: boolean
  /** Which better-auth; the one without a provider unless told otherwise. */
  library?: () => Promise<Auth>
}

type Call<Answer> = (api: Auth['api'], input: { headers: Headers; returnHeaders: true }) => Promise<{ headers?: Headers | null; response: Answer }>

/** Throws our errors. */
export async function ask<Answer>(accounts: Accounts, exchange: Exchange, call: Call<Answer>): Promise<Answer> {
  const { api } = await (exchange.library ?? accounts.library)()
  try {
    const { headers, response } = await call(api, { headers: headersFor(accounts, exchange), returnHeaders: true })
    for (const cookie of headers?.getSetCookie() ?? []) exchange.reply.header('set-cookie', cookie)
    return response
  } catch (error) {
    throw explain(error)
  }
}

/** The token of the session that this answer gives the browser. */
export function tokenGiven({ public_url }: Accounts, reply: FastifyReply): string {
  const cookies = [reply.getHeader('set-cookie') ?? []].flat().map(String)
  const token = cookies.map((cookie) => tokenIn(findCookie(cookie, sessionCookie(public_url)))).find(Boolean)
  if (!token) throw new Error('The library has given no session.')
  return token
}

export function headersFor({ public_url }: Pick<Accounts, 'public_url'>, { request, as_nobody = false }: Exchange): Headers {
  const { cookie = '', 'user-agent': agent = '' } = request.headers
  const name = sessionCookie(public_url)
  const kept = as_nobody ? cookie.split(';').filter((pair) => pair.split('=')[0]!.trim() !== name) : [cookie]
  return new Headers({
    cookie: printable(kept.join(';')),
    'user-agent': printable(agent.slice(0, 300)),
    origin: new URL(public_url).origin,
    [addressHeader]: request.ip,
  })
}

/** What a header of the Fetch standard may hold; Node lets more through. */
function printable(text: string): string {
  return text.replaceAll(/[^\t\x20-\x7e\x80-\xff]/g, '')
}

const wrongCode = 'This code is wrong or has been used: take the next one.'
const startOver = 'This took too long: begin again with address and password.'

const explanations: Record<string, () => RapportError> = {
  INVALID_EMAIL: () => wrongCredentials(),
  INVALID_EMAIL_OR_PASSWORD: () => wrongCredentials(),
  PASSWORD_TOO_LONG: () => wrongCredentials(),
  INVALID_PASSWORD: () => new RapportError('forbidden', 'wrong_password', 'This is not your password.'),
  INVALID_CODE: () => unauthenticatedAs('wrong_code', wrongCode),
  INVALID_BACKUP_CODE: () => unauthenticatedAs('wrong_code', 'This recovery code is wrong or has been used.'),
  INVALID_TWO_FACTOR_COOKIE: () => unauthenticatedAs('sign_in_again', startOver),
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: () => unauthenticatedAs('sign_in_again', 'Too many wrong codes: begin again with address and password.'),
  ACCOUNT_TEMPORARILY_LOCKED: () => tooManyCodes(),
  CHALLENGE_NOT_FOUND: () => challengeExpired(),
  YOU_ARE_NOT_ALLOWED_TO_REGISTER_THIS_PASSKEY: () => challengeExpired(),
  PASSKEY_NOT_FOUND: () => wrongPasskey(),
  AUTHENTICATION_FAILED: () => wrongPasskey(),
  FAILED_TO_VERIFY_REGISTRATION: () => new RapportError('invalid', 'wrong_passkey', 'This passkey could not be checked, or is known already: try again, or take another device.'),
  USER_NOT_VERIFIED: () => new RapportError('invalid', 'user_not_verified', 'The device did not ask who you are: set up its PIN, fingerprint or face, or take another one.'),
  UNAUTHORIZED: () => unauthenticatedAs('sign_in_again', 'Your session has ended: sign in again.'),
  TOTP_NOT_ENABLED: () => conflict('totp_not_enabled', 'There are no codes of an app for this account: set them up first.'),
  TOTP_ALREADY_ENABLED: () => totpEnabled(),
  BACKUP_CODES_NOT_ENABLED: () => conflict('totp_not_enabled', 'There are no recovery codes for this account.'),
  TWO_FACTOR_NOT_ENABLED: () => conflict('totp_not_enabled', 'There are no codes of an app for this account: set them up first.'),
}

function explain(error: unknown): unknown {
  const code = (error as { body?: { code?: unknown } } | undefined)?.body?.code
  return typeof code === 'string' && Object.hasOwn(explanations, code) ? explanations[code]!() : error
}

/** The same for whoever is known and whoever is not. */
function wrongCredentials(): RapportError {
  return unauthenticatedAs('wrong_credentials', 'Address or password is wrong.')
}

export function totpEnabled(): RapportError {
  return conflict('totp_enabled', 'Codes of an app are set up already: remove them first.')
}

function challengeExpired(): RapportError {
  return new RapportError('invalid', 'challenge_expired', 'This took longer than 5 min, or was sent twice: ask for new options.')
}

function wrongPasskey(): RapportError {
  return unauthenticatedAs('wrong_passkey', 'This passkey is not known here, or was removed: sign in in another way.')
}

export function unauthenticatedAs(code: string, message: string): RapportError {
  return new RapportError('unauthenticated', code, message)
}

function tooManyCodes(): RapportError {
  const message = 'Too many wrong codes: try again in 15 min.'
  return Object.assign(new RapportError('too_many', 'rate_limited', message), { retry_after: 900 })
}
