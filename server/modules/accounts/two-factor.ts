// A second factor: codes of an app (TOTP), and recovery codes for when the phone is gone. better-auth keeps them encrypted.

import { invalid, RapportError, unavailable } from '#platform/errors'
import { originOf } from '#platform/http'
import { announce, type Accounts } from './accounts.ts'
import { forgetTrustedDevices } from './devices.ts'
import { ask, type Exchange } from './library-calls.ts'
import type { Notice } from './letters.ts'
import { post } from './posting.ts'
import { noteEnd } from './sessions.ts'
import { confirmPassword } from './users.ts'

/** Begins: nothing is asked for before a first code has shown that the app has the seed. Throws totp_enabled. */
export async function beginTotp(accounts: Accounts, exchange: Exchange, password: string): Promise<{ uri: string; recovery_codes: string[] }> {
  // What is encrypted with a key that may change would shut its owner out.
  await accounts.expectSecretKey().catch((error: Error) => Promise.reject(unavailable(error.message)))
  await confirmPassword(accounts, exchange, password)
  const answer = await ask(accounts, exchange, (api, input) => api.enableTwoFactor({ ...input, body: { password, method: 'totp' } }))
  if (answer.method !== 'totp') throw new Error('Codes of an app were asked for.')
  return { uri: answer.totpURI, recovery_codes: answer.backupCodes }
}

/** From now on the sign-in asks for it. Throws invalid for a wrong code, or too_many. */
export async function confirmTotp(accounts: Accounts, exchange: Exchange, code: string) {
  const attempt = await accounts.limits.token(exchange.request.ip)
  await ask(accounts, exchange, (api, input) => api.verifyTOTP({ ...input, body: { code } })).catch((error) => {
    const wrong = error instanceof RapportError && error.code === 'wrong_code'
    throw wrong ? invalid('This code is wrong: look whether the clock of your phone is right, and take the next one.') : error
  })
  await attempt.succeeded()
  await tell(accounts, exchange, { type: 'user.two_factor_enabled', notice: 'two_factor_enabled' })
}

export async function removeTotp(accounts: Accounts, exchange: Exchange, password: string) {
  await confirmPassword(accounts, exchange, password)
  await ask(accounts, exchange, (api, input) => api.disableTwoFactor({ ...input, body: { password } }))
  await tell(accounts, exchange, { type: 'user.two_factor_disabled', notice: 'two_factor_disabled' })
}

/** New ones; those of before are dead. */
export async function renewRecoveryCodes(accounts: Accounts, exchange: Exchange, password: string): Promise<string[]> {
  await confirmPassword(accounts, exchange, password)
  return (await ask(accounts, exchange, (api, input) => api.generateBackupCodes({ ...input, body: { password } }))).backupCodes
}

/** Browsers that are not asked for it are asked again, this one too. */
export async function removeTrustedDevices(accounts: Accounts, { request }: Exchange) {
  const { user_id } = request.session
  await forgetTrustedDevices(accounts.pool, user_id)
  const event = { type: 'user.trusted_devices_removed', subject: `user:${user_id}`, data: { user_id } }
  await announce(accounts, { user_id, origin: originOf(request) }, event)
}

async function tell(accounts: Accounts, { request }: Exchange, { type, notice }: { type: string; notice: Notice }) {
  const { user_id, id } = request.session
  // The library has given this browser another session, and an organization may ask for the factor.
  await noteEnd(accounts, { user_id, id, request })
  await accounts.authenticator.forgetAll()
  await post(accounts, 'accounts.mail_notice', { user_id, notice })
  await announce(accounts, { user_id, origin: originOf(request) }, { type, subject: `user:${user_id}`, data: { user_id } })
}
