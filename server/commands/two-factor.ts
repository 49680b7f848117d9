import { removeTwoFactor } from '#modules/accounts'
import type { Config } from '#platform/config'
import { RapportError } from '#platform/errors'
import { withDatabase } from './with-database.ts'

/** `rapport two-factor remove ADDRESS`: for somebody who has lost the phone and the recovery codes. */
export default async function twoFactor([verb, address, ...rest]: string[], config: Config) {
  if (verb !== 'remove' || !address || rest.length > 0) {
    throw new RapportError('invalid', 'usage', 'Usage: rapport two-factor remove ADDRESS (see --help).')
  }
  await withDatabase(config, async (database) => {
    const { sessions_ended } = await removeTwoFactor({ tenancy: database, pool: database.pools.auth }, address.toLowerCase())
    console.log(`The sign-in of ${address} asks for the password alone. ${endings(sessions_ended)} They are told by mail, and the admins in the audit log.`)
  })
}

function endings(count: number): string {
  return count === 1 ? 'Their session has ended.' : count === 0 ? 'They had no session.' : `Their ${count} sessions have ended.`
}
