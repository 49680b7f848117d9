// A second factor: codes of an app (TOTP), and recovery codes for when the phone is gone. better-auth keeps them encrypted.

import { invalid, RapportError, unavailable } from '#platform/errors'
import { originOf } from '#platform/http'
import { announce, type Accounts } from './accounts.ts'
import { forgetTrustedDevices } from './devices.ts'
import { ask, tokenGiven, totpEnabled, type Exchange } from './library-calls.ts'
import { endSessions, getSessionOf, noteReplacement, tellOf } from './sessions.ts'
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

/** From now on the sign-in asks for it; the other sessions end. Throws invalid for a wrong code, totp_enabled, or too_many. */
export async function confirmTotp(accounts: Accounts, exchange: Exchange, code: string) {
  const { user_id } = exchange.request.session
  const enabled = await accounts.pool.query('select from "user" where id = $1 and two_factor_enabled', [user_id])
  if (enabled.rowCount === 1) throw totpEnabled()
  const attempt = await accounts.limits.token(exchange.request.ip)
  await ask(accounts, exchange, (api, input) => api.verifyTOTP({ ...input, body: { code } })).catch((error) => {
    const wrong = error instanceof RapportError && error.code === 'wrong_code'
    throw wrong ? invalid('This code is wrong: look whether the clock of your phone is right, and take the next one.') : error
  })
  await attempt.succeeded()
  // Others have shown no more than the password, and would now pass for whoever has shown both.
  const { id } = await getSessionOf(accounts, tokenGiven(accounts, exchange.reply))
  await endSessions(accounts, { user_id, but: id, request: exchange.request })
  await tell(accounts, exchange, 'two_factor_enabled')
}

export async function removeTotp(accounts: Accounts, exchange: Exchange, password: string) {
  await confirmPassword(accounts, exchange, password)
  await ask(accounts, exchange, (api, input) => api.disableTwoFactor({ ...input, body: { password } }))
  await tell(accounts, exchange, 'two_factor_disabled')
}

/** New ones; those of before are dead. */
export async function renewRecoveryCodes(accounts: Accounts, exchange: Exchange, password: string): Promise<string[]> {
  await confirmPassword(accounts, exchange, password)
  const { backupCodes } = await ask(accounts, exchange, (api, input) => api.generateBackupCodes({ ...input, body: { password } }))
  const { request } = exchange
  await tellOf(accounts, request, { user_id: request.session.user_id, change: 'recovery_codes_renewed' })
  return backupCodes
}

/** Browsers that are not asked for it are asked again, this one too. */
export async function removeTrustedDevices(accounts: Accounts, { request }: Exchange) {
  const { user_id } = request.session
  await forgetTrustedDevices(accounts.pool, user_id)
  const event = { type: 'user.trusted_devices_removed', subject: `user:${user_id}`, data: { user_id } }
  await announce(accounts, { user_id, origin: originOf(request) }, event)
}

async function tell(accounts: Accounts, exchange: Exchange, change: 'two_factor_enabled' | 'two_factor_disabled') {
  await noteReplacement(accounts, exchange)
  // An organization may ask for the factor.
  await accounts.authenticator.forgetAll()
  await tellOf(accounts, exchange.request, { user_id: exchange.request.session.user_id, change })
}
