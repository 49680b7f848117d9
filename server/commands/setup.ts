import type { Config } from '#platform/config'
import { conflict } from '#platform/errors'
import { makeOrganization, readNewOrganization } from './organization.ts'
import { withDatabase } from './with-database.ts'

/** `rapport setup`: the first organization, once. */
export default async function setup(args: string[], config: Config) {
  const input = { ...readNewOrganization(args, 'setup'), plan: config.default_plan }
  await withDatabase(config, async (database) => {
    const { rows } = await database.pools.system.query<{ name: string }>('select name from list_organizations()')
    if (rows[0]) {
      throw conflict('set_up', `Rapport is set up already, for “${rows[0].name}”. Another one: \`rapport organization create\`.`)
    }
    await makeOrganization(database, input)
  })
}
