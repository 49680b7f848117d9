// `rapport doctor`: what is wrong, and how to mend it. It changes and starts nothing; with --test-mail it sends a mail.

import { parseArgs } from 'node:util'
import type { Config } from '#platform/config'
import type { DatabaseAddress } from '#platform/db/database'
import { checkPooler, checkRoles, checkSchema, checkServer, checkWork, locateDatabase } from './doctor/database.ts'
import { attempt, ok, type Finding } from './doctor/finding.ts'
import { checkDataFolder, checkNode, checkPackage } from './doctor/machine.ts'
import { checkFiles, checkMail, checkRedis } from './doctor/outside.ts'
import { checkAnswer, checkPublicUrl } from './doctor/reach.ts'

/** Resolves to 1 when something is wrong, to 0 when there are warnings at most. */
export default async function doctor(args: string[], config: Config): Promise<number> {
  const { values } = parseArgs({ args, options: { 'test-mail': { type: 'string' } } })
  const findings: Finding[] = []
  for await (const found of examine(config, values['test-mail'])) {
    findings.push(...found)
    for (const finding of found) console.log(describe(finding))
  }
  const count = (state: Finding['state']) => findings.filter((finding) => finding.state === state).length
  console.log(`\n${conclude(count('error'), count('warning'))}`)
  return count('error') > 0 ? 1 : 0
}

async function* examine(config: Config, testAddress: string | undefined): AsyncGenerator<Finding[]> {
  yield attempt('Node', checkNode)
  // They were read before this began, and a bad one would have ended it.
  yield [ok('Settings', 'every one is valid')]
  yield attempt('PostgreSQL package', () => checkPackage(config))
  yield attempt('Data folder', () => checkDataFolder(config))
  const { address, finding } = await locateDatabase(config)
  if (finding) yield [finding]
  if (address) yield* examineDatabase(config, address)
  yield attempt('Server', () => checkAnswer(config))
  yield attempt('PUBLIC_URL', () => checkPublicUrl(config))
  yield attempt('Redis', () => checkRedis(config))
  yield attempt('Files', () => checkFiles(config))
  yield attempt('Mail', () => checkMail(config, testAddress))
}

async function* examineDatabase(config: Config, address: DatabaseAddress): AsyncGenerator<Finding[]> {
  const mend = config.database_url ? 'Is DATABASE_URL right, and does its PostgreSQL run?' : undefined
  const server = await attempt('Database', () => checkServer(address), mend)
  yield server
  if (server.some(({ state }) => state === 'error')) return
  yield attempt('Pooler', () => checkPooler(config, address))
  const roles = await attempt('Roles', () => checkRoles(address))
  yield roles
  // Without the roles nobody may look further.
  if (roles.some(({ text }) => text.includes('cannot connect'))) return
  yield attempt('Migrations', () => checkSchema(address))
  yield attempt('Jobs', () => checkWork(address))
}

const words = { ok: 'ok', note: 'note', warning: 'warning', error: 'error' }

function describe({ state, subject, text, mend }: Finding): string {
  const line = `  ${words[state].padEnd(9)}${subject.padEnd(20)}${text}`
  return mend ? `${line}\n${' '.repeat(31)}→ ${mend}` : line
}

function conclude(errors: number, warnings: number): string {
  const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`
  const all = [errors > 0 ? plural(errors, 'error') : [], warnings > 0 ? plural(warnings, 'warning') : []].flat()
  return all.length === 0 ? 'All is well.' : `${all.join(', ')}: what to do stands behind the arrows.`
}
