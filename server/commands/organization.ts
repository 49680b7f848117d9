import { parseArgs } from 'node:util'
import { changeParallel, changePlan, createOrganization, passwordLink, type NewOrganization } from '#modules/accounts'
import type { Config } from '#platform/config'
import type { Database } from '#platform/db/database'
import { conflict, RapportError } from '#platform/errors'
import { plans, requestsPerMinute, type Plan } from '#platform/plans'
import { passwordLinkText } from './password.ts'
import { withDatabase } from './with-database.ts'

const verbs: Record<string, (args: string[], config: Config) => Promise<void>> = { create, list, plan, parallel }

/** `rapport organization create`, `list`, `plan` and `parallel`. */
export default async function organization([verb = '', ...args]: string[], config: Config) {
  if (!Object.hasOwn(verbs, verb)) throw usage('Say `rapport organization create`, `list`, `plan` or `parallel` (see --help).')
  await verbs[verb]!(args, config)
}

async function create(args: string[], config: Config) {
  const input = { ...readNewOrganization(args, 'organization create'), plan: config.default_plan }
  await withDatabase(config, (database) => makeOrganization(database, config, input))
}

async function list(args: string[], config: Config) {
  parseArgs({ args, options: {} })
  const found = await withDatabase(config, findOrganizations)
  if (found.length === 0) return console.log('There is no organization yet: `rapport setup` makes one.')
  const rows = found.map(({ id, name, plan, owner_email }) => [id, plan, name, owner_email ?? 'nobody'])
  console.log(inColumns([['ID', 'PLAN', 'NAME', 'OWNER'], ...rows]))
}

async function plan(args: string[], config: Config) {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} })
  const [asked, wanted] = positionals
  if (positionals.length !== 2) throw usage('Name an organization and a plan: `rapport organization plan "Acme" pro`.')
  if (!plans.includes(wanted as Plan)) throw usage(`There is no plan “${wanted}”: it is one of ${plans.join(', ')}.`)
  const plan = wanted as Plan
  await withDatabase(config, async (database) => {
    const { id, name } = pick(await findOrganizations(database), asked!)
    const actor = { org_id: id, kind: 'system', id, role: 'owner' } as const
    const before = await database.transact(actor, (tx) => changePlan(tx, actor, plan))
    const change = before === plan ? `has the plan ${plan} already` : `had the plan ${before} and has ${plan} now`
    console.log(`“${name}” ${change}: ${describe(plan)}. Servers that run know it within five seconds.`)
  })
}

async function parallel(args: string[], config: Config) {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} })
  const [asked, wanted] = positionals
  if (positionals.length !== 2) throw usage('Name an organization and a number: `rapport organization parallel "Acme" 5`.')
  const parallel = Number(wanted)
  if (!Number.isInteger(parallel) || parallel < 1 || parallel > 50) throw usage(`It is a whole number from 1 to 50, not “${wanted}”.`)
  await withDatabase(config, async (database) => {
    const { id, name } = pick(await findOrganizations(database), asked!)
    const actor = { org_id: id, kind: 'system', id, role: 'owner' } as const
    const before = await database.transact(actor, (tx) => changeParallel(tx, actor, parallel))
    console.log(`“${name}” may have ${parallel} operations of each kind running at once; it was ${before}. It counts for those that start from now on.`)
  })
}

function describe(plan: Plan): string {
  const requests = requestsPerMinute[plan]
  return requests === Infinity ? 'no limit' : `${requests.toLocaleString('en')} requests a minute for each api key and person`
}

interface Found {
  id: string
  name: string
  plan: Plan
  owner_email: string | null
}

async function findOrganizations({ pools }: Database): Promise<Found[]> {
  return (await pools.system.query<Found>('select * from list_organization_plans()')).rows
}

/** By id, or by a name that only one has. */
function pick(found: Found[], asked: string): Found {
  const byId = found.find(({ id }) => id === asked.toLowerCase())
  const named = byId ? [byId] : found.filter(({ name }) => name === asked)
  if (named.length === 0) {
    const message = `There is no organization “${asked}”: \`rapport organization list\` shows them all.`
    throw new RapportError('not_found', 'organization_not_found', message)
  }
  if (named.length > 1) {
    throw conflict('several', `${named.length} organizations are called “${asked}”: name the id that \`rapport organization list\` shows.`)
  }
  return named[0]!
}

function inColumns(rows: string[][]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ').trimEnd()).join('\n')
}

/** `--name`, `--email` and `--organization`. Throws when one is missing. */
export function readNewOrganization(args: string[], command: string): NewOrganization {
  const option = { type: 'string' } as const
  const { values } = parseArgs({ args, options: { name: option, email: option, organization: option } })
  const missing = (['name', 'email', 'organization'] as const).filter((name) => !values[name]?.trim())
  if (missing.length > 0) {
    const names = missing.map((name) => `--${name}`).join(', ')
    throw usage(`\`rapport ${command}\` needs ${names}.`)
  }
  return values as NewOrganization
}

/** Makes it; prints its key, and for an owner without a password the link to choose one. */
export async function makeOrganization(database: Database, { public_url }: Config, input: NewOrganization) {
  const { key, user_id } = await createOrganization(database, input)
  const hasPassword = await knowsPassword(database, user_id)
  const link = hasPassword ? undefined : await passwordLink(database.pools.auth, { email: input.email.toLowerCase(), public_url })
  console.log(`Made the organization “${input.organization}”, owned by ${input.name} <${input.email}>.

Its admin api key, shown this once:

  ${key}

Try it:  RAPPORT_API_KEY=${key} npx rapport import people.csv${link ? `

${passwordLinkText(link)}` : ''}`)
}

async function knowsPassword({ pools }: Database, userId: string): Promise<boolean> {
  return (await pools.auth.query('select from account where user_id = $1', [userId])).rowCount! > 0
}

function usage(message: string): RapportError {
  return new RapportError('invalid', 'usage', message)
}
