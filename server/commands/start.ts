// `rapport start`: database, schema, server, worker; and all of it stopped in the other order.

import { createApp, version } from '../app.ts'
import { needsSetup, setupLink } from '#modules/accounts'
import type { Config } from '#platform/config'
import { makeDataFolder } from '#platform/data-folder'
import { addressOf, openDatabase, prepareDatabase, type Database } from '#platform/db/database'
import { startEmbedded, type EmbeddedServer } from '#platform/db/embedded'
import type { App } from '#platform/http'
import { createLog } from '#platform/log'
import { forgetRunning, noteRunning } from '#platform/running'
import { onInterruption } from './interruption.ts'

/** Serves until SIGINT or SIGTERM. Resolves to the exit code. */
export default async function start(_args: string[], config: Config): Promise<number> {
  const log = createLog(config.log_level)
  const stopped = new Promise<undefined>((resolve) => onInterruption(() => resolve(undefined)))
  await makeDataFolder(config.data_folder)
  const embedded = config.database_url ? undefined : await startEmbedded(config.data_folder)
  try {
    const address = await addressOf(config, embedded?.url)
    const applied = await prepareDatabase(address)
    if (applied.length > 0) log.info({ migrations: applied }, 'The schema was brought up to date.')

    const database = openDatabase(address)
    const rapport = createApp(config, database, log)
    try {
      await rapport.start()
      const url = await listen(rapport.http, config)
      await noteRunning(config.data_folder, url)
      console.log(greeting({ url, seconds: process.uptime(), database: placeOf(embedded), setup: await findSetupLink(database, url, config) }))
      const lost = await Promise.race([stopped, embedded?.lost ?? stopped])
      if (lost) {
        log.fatal({ err: lost }, 'The embedded database is gone. Start Rapport again: it recovers by itself.')
        return 1
      }
      log.info('Stopping: requests and jobs come to an end first.')
      return 0
    } finally {
      await forgetRunning(config.data_folder)
      await rapport.stop()
      await database.close()
    }
  } finally {
    await embedded?.stop()
  }
}

async function listen(http: App, { host, port }: Config): Promise<string> {
  try {
    return await http.listen({ host, port })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE') throw new Error(`Port ${port} of ${host} is taken by another program: set PORT to a free one.`)
    if (code === 'EACCES') throw new Error(`Port ${port} needs privileges: set PORT to one above 1023.`)
    throw error
  }
}

/** Undefined once somebody has set it up, and for a process that answers nobody. */
async function findSetupLink({ pools }: Database, url: string, { roles, port, public_url }: Config): Promise<string | undefined> {
  if (!roles.includes('web') || !(await needsSetup(pools.auth))) return undefined
  // Passkeys need a name, and a port that was free is known only now.
  return setupLink(pools.auth, port === 0 ? `http://localhost:${new URL(url).port}` : public_url)
}

function placeOf(embedded: EmbeddedServer | undefined): string {
  return embedded ? `PostgreSQL 18 in ${embedded.folder}` : 'the PostgreSQL of DATABASE_URL'
}

interface Greeting {
  url: string
  seconds: number
  database: string
  /** With which somebody sets it up. */
  setup: string | undefined
}

function greeting({ url, seconds, database, setup }: Greeting): string {
  const next = setup ? firstUse(new URL(setup)) : ''
  return `
  Rapport ${version} answers at ${url}  (${seconds.toFixed(1)} s)

  Database   ${database}
${next}  Stop       Ctrl+C
`
}

/** There is no web page yet: what can be done with the link today is said as well. */
function firstUse(link: URL): string {
  const example = { token: link.searchParams.get('token'), name: '…', email: '…', password: '…', organization: '…' }
  return `  First use  ${link}
             This link is valid for 24 hours, and once. Without a browser, either
               npx rapport setup --name "Your name" --email you@example.org --organization "Your company"
             or
               curl ${link.origin}/api/v1/setup -H 'content-type: application/json' -c cookies \\
                 -d '${JSON.stringify(example)}'
`
}
