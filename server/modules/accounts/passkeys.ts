// Passkeys: a key that a device keeps, and uses for this address alone, for whom it has asked who they are. better-auth checks them.

import type { FastifyRequest } from 'fastify'
import { notFound } from '#platform/errors'
import { originOf } from '#platform/http'
import type { CursorValue } from '#platform/pages'
import type { SessionIdentity } from '#platform/admission'
import { announce, type Accounts } from './accounts.ts'
import type { SignIn } from './contract.ts'
import { ask, type Exchange } from './library-calls.ts'
import { nameOf } from './organizations.ts'
import type { NewPasskey, Passkey, UsedCredential } from './passkey-contract.ts'
import { post } from './posting.ts'
import { noteFailure, welcome } from './sessions.ts'
import { confirmIdentity } from './users.ts'

/** How long the browser may take; the library forgets the challenge then. */
const timeout = 300_000

/** Begins to add one. Throws confirm_identity, wrong_password or too_many. */
export async function beginPasskey(accounts: Accounts, exchange: Exchange, password: string | undefined) {
  await confirmIdentity(accounts, exchange, password)
  const options = await ask(accounts, exchange, (api, input) => api.generatePasskeyRegistrationOptions(input))
  const { excludeCredentials = [], authenticatorSelection, rp, attestation = 'none', ...rest } = options
  const { residentKey = 'required', requireResidentKey = true, userVerification = 'required' } = authenticatorSelection ?? {}
  return {
    ...rest,
    rp: { id: rp.id!, name: rp.name },
    timeout,
    excludeCredentials,
    authenticatorSelection: { residentKey, requireResidentKey, userVerification },
    attestation,
  }
}

/** Throws challenge_expired, wrong_passkey or user_not_verified. */
export async function addPasskey(accounts: Accounts, exchange: Exchange, { credential, name }: NewPasskey): Promise<Passkey> {
  const { request } = exchange
  const body = { response: credential, name: nameOf('name', name ?? 'Passkey') }
  const { id, aaguid } = await ask(accounts, exchange, (api, input) => api.verifyPasskeyRegistration({ ...input, body }))
  if (name === undefined) await renamePasskey(accounts, request.session, { id, name: await nameOfMaker(aaguid) })
  await tell(accounts, request, { id, change: 'added' })
  return getPasskey(accounts, request.session, id)
}

/** The challenge of a sign-in. Throws too_many. */
export async function beginPasskeySignIn(accounts: Accounts, exchange: Exchange) {
  await accounts.limits.beginning(exchange.request.ip)
  const nobody = { ...exchange, as_nobody: true }
  const { challenge, rpId } = await ask(accounts, nobody, (api, input) => api.generatePasskeyAuthenticationOptions(input))
  return { challenge, rpId: rpId!, timeout, userVerification: 'required' }
}

/** Throws challenge_expired, wrong_passkey, user_not_verified or too_many. */
export async function signInWithPasskey(accounts: Accounts, exchange: Exchange, credential: UsedCredential): Promise<SignIn> {
  const { request } = exchange
  const attempt = await accounts.limits.token(request.ip)
  const nobody = { ...exchange, as_nobody: true }
  const body = { response: credential }
  const { session } = await ask(accounts, nobody, (api, input) => api.verifyPasskeyAuthentication({ ...input, body })).catch((error) => {
    void noteFailure(accounts, request, 'select user_id as id from passkey where credential_id = $1', credential.id)
    throw error
  })
  await attempt.succeeded()
  await accounts.pool.query('update passkey set last_used_at = now() where credential_id = $1', [credential.id])
  return { two_factor_needed: false, session: await welcome(accounts, exchange, session.token) }
}

/** In the order in which they were added. */
export async function listPasskeys(
  { pool }: Accounts,
  { user_id }: SessionIdentity,
  { limit, after }: { limit: number; after?: CursorValue },
): Promise<Passkey[]> {
  const { rows } = await pool.query<Passkey>(
    `select ${passkeyColumns} from passkey where user_id = $1 and ($2::uuid is null or id > $2) order by id limit $3`,
    [user_id, after ?? null, limit],
  )
  return rows
}

/** Throws passkey_not_found. */
export async function renamePasskey({ pool }: Accounts, { user_id }: SessionIdentity, { id, name }: { id: string; name: string }): Promise<Passkey> {
  const { rows } = await pool.query<Passkey>(
    `update passkey set name = $3 where user_id = $1 and id = $2 returning ${passkeyColumns}`,
    [user_id, id, nameOf('name', name)],
  )
  if (!rows[0]) throw notFound('passkey', id)
  return rows[0]
}

/** It signs nobody in any more; the sessions that it began go on. Throws passkey_not_found. */
export async function removePasskey(accounts: Accounts, request: FastifyRequest, id: string) {
  const { rowCount } = await accounts.pool.query('delete from passkey where user_id = $1 and id = $2', [request.session.user_id, id])
  if (rowCount === 0) throw notFound('passkey', id)
  await tell(accounts, request, { id, change: 'removed' })
}

const passkeyColumns = 'id, name, backed_up as synced, created_at, last_used_at'

async function getPasskey({ pool }: Accounts, { user_id }: SessionIdentity, id: string): Promise<Passkey> {
  const { rows } = await pool.query<Passkey>(`select ${passkeyColumns} from passkey where user_id = $1 and id = $2`, [user_id, id])
  if (!rows[0]) throw notFound('passkey', id)
  return rows[0]
}

/** What keeps it, as far as it says so: many do not. */
async function nameOfMaker(aaguid: string | null | undefined): Promise<string> {
  const { getAuthenticatorName } = await import('@better-auth/passkey')
  return getAuthenticatorName(aaguid) ?? 'Passkey'
}

async function tell(accounts: Accounts, request: FastifyRequest, { id, change }: { id: string; change: 'added' | 'removed' }) {
  const { user_id } = request.session
  await post(accounts, 'accounts.mail_notice', { user_id, notice: `passkey_${change}` })
  const event = { type: `passkey.${change}`, subject: `passkey:${id}`, data: { passkey: { id, user_id } } }
  await announce(accounts, { user_id, origin: originOf(request) }, event)
}
