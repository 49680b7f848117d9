import { hashPassword } from '#modules/accounts'
import type { Config } from '#platform/config'
import { conflict } from '#platform/errors'
import { makeOrganization, readNewOrganization } from './organization.ts'
import { readPassword } from './password-input.ts'
import { withDatabase } from './with-database.ts'

/** `rapport setup`: the first organization, once. */
export default async function setup(args: string[], config: Config) {
  const input = { ...readNewOrganization(args, 'setup'), plan: config.default_plan }
  const password = await readPassword()
  await withDatabase(config, async (database) => {
    const { rows } = await database.pools.system.query<{ name: string }>('select name from list_organizations()')
    if (rows[0]) {
      throw conflict('set_up', `Rapport is set up already, for “${rows[0].name}”. Another one: \`rapport organization create\`.`)
    }
    const password_hash = password && (await hashPassword(password))
    await makeOrganization(database, config, { ...input, password_hash })
  })
}
