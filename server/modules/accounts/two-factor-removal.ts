// The way back for somebody who has lost the phone and the recovery codes: whoever runs the server takes the factor away.
// No admin can: a person may be in several organizations, and none of them decides for the others.

import { conflict, RapportError } from '#platform/errors'
import { withTransaction } from '#platform/db/connect'
import { announce, type Accounts } from './accounts.ts'
import { forgetTrustedDevices } from './devices.ts'
import { post } from './posting.ts'
import { endSessions } from './sessions.ts'

/**
 * From now on the sign-in of whoever has this address asks for nothing but the password. All of their sessions end; they
 * are told by mail, and the admins in the audit log. Throws user_not_found and totp_not_enabled.
 */
export async function removeTwoFactor(accounts: Pick<Accounts, 'tenancy' | 'pool'>, email: string): Promise<{ sessions_ended: number }> {
  const by = 'command_line'
  const user_id = await withTransaction(accounts.pool, async (client) => {
    const { rows } = await client.query<{ id: string; two_factor_enabled: boolean }>(
      'select id, two_factor_enabled from "user" where email = $1 for update',
      [email],
    )
    if (!rows[0]) throw new RapportError('not_found', 'user_not_found', `Nobody signs in with ${email}.`)
    const { id, two_factor_enabled } = rows[0]
    if (!two_factor_enabled) throw conflict('totp_not_enabled', `${email} has no second factor: the password is enough.`)
    await client.query('update "user" set two_factor_enabled = false, updated_at = now() where id = $1', [id])
    await client.query('delete from two_factor where user_id = $1', [id])
    await forgetTrustedDevices(client, id)
    return id
  })
  // Servers that run read of the ends in the log.
  const authenticator = { forget: async () => {} }
  const sessions_ended = await endSessions({ ...accounts, authenticator }, { user_id, by })
  await post(accounts, 'accounts.mail_notice', { user_id, notice: 'two_factor_removed' })
  await announce(accounts, { user_id, by }, { type: 'user.two_factor_removed', subject: `user:${user_id}`, data: { user_id } })
  return { sessions_ended }
}
