// What `rapport start` does once there is a database: schema, server, worker; and all of it stopped in the other order.

import { createApp, version } from '../../app.ts'
import { needsSetup, setupLink } from '#modules/accounts'
import type { Config } from '#platform/config'
import { addressOf, openDatabase, prepareDatabase, type Database } from '#platform/db/database'
import type { EmbeddedServer } from '#platform/db/embedded'
import type { App } from '#platform/http'
import type { Log } from '#platform/log'
import { forgetRunning, noteRunning } from '#platform/running'

export interface Serving {
  config: Config
  log: Log
  /** Undefined where DATABASE_URL names a database. */
  embedded: EmbeddedServer | undefined
  /** Resolves when it is to end. */
  stopped: Promise<undefined>
  /** How many people of a demo are wanted. */
  demo: { people: number } | undefined
}

/** Serves until it is stopped or the database is lost. Resolves to the exit code. */
export async function serve({ config, log, embedded, stopped, demo }: Serving): Promise<number> {
  const address = await addressOf(config, embedded?.url)
  const database = openDatabase(address)
  const rapport = createApp(config, database, log)
  try {
    // The routes are put together while the database brings its schema up to date.
    const [applied] = await Promise.all([prepareDatabase(address), rapport.http.ready()])
    if (applied.length > 0) log.info({ migrations: applied }, 'The schema was brought up to date.')
    const story = demo && (await import('./demo.ts'))
    const actor = await story?.ensureDemo(database, config)
    await rapport.start()
    const url = await listen(rapport.http, config)
    await noteRunning(config.data_folder, url)
    console.log(greeting({ url, seconds: process.uptime(), database: placeOf(embedded), setup: await findSetupLink(database, url, config) }))
    if (actor) await story!.showDemo(database, config, { actor, people: demo!.people, public_url: publicUrl(config, url) })
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
async function findSetupLink({ pools }: Database, url: string, config: Config): Promise<string | undefined> {
  if (!config.roles.includes('web') || !(await needsSetup(pools.auth))) return undefined
  return setupLink(pools.auth, publicUrl(config, url))
}

/** Passkeys need a name, and a port that was free is known only now. */
function publicUrl({ port, public_url }: Config, url: string): string {
  return port === 0 ? `http://localhost:${new URL(url).port}` : public_url
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

function firstUse(link: URL): string {
  return `  First use  ${link}
             This link is valid for 24 hours, and once. Without a browser:
               npx rapport setup --name "Your name" --email you@example.org --organization "Your company"
`
}
