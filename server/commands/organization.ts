import { parseArgs } from 'node:util'
import { createOrganization, type NewOrganization } from '#modules/accounts'
import type { Config } from '#platform/config'
import { RapportError } from '#platform/errors'
import type { Database } from '#platform/db/database'
import { withDatabase } from './with-database.ts'

/** `rapport organization create`. */
export default async function organization([verb, ...args]: string[], config: Config) {
  if (verb !== 'create') throw new RapportError('invalid', 'usage', 'Usage: rapport organization create --name … (see --help).')
  const input = { ...readNewOrganization(args, 'organization create'), plan: config.default_plan }
  await withDatabase(config, (database) => makeOrganization(database, input))
}

/** `--name`, `--email` and `--organization`. Throws when one is missing. */
export function readNewOrganization(args: string[], command: string): NewOrganization {
  const option = { type: 'string' } as const
  const { values } = parseArgs({ args, options: { name: option, email: option, organization: option } })
  const missing = (['name', 'email', 'organization'] as const).filter((name) => !values[name]?.trim())
  if (missing.length > 0) {
    const names = missing.map((name) => `--${name}`).join(', ')
    throw new RapportError('invalid', 'usage', `\`rapport ${command}\` needs ${names}.`)
  }
  return values as NewOrganization
}

/** Makes it and prints its key. */
export async function makeOrganization(database: Database, input: NewOrganization) {
  const { key } = await createOrganization(database, input)
  console.log(`Made the organization “${input.organization}”, owned by ${input.name} <${input.email}>.

Its admin api key, shown this once:

  ${key}

Try it:  RAPPORT_API_KEY=${key} npx rapport import people.csv`)
}
