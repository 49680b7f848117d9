// `rapport start`: database, schema, server, worker; and all of it stopped in the other order.

import { createApp, version } from '../app.ts'
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
      console.log(greeting({ url, seconds: process.uptime(), database: placeOf(embedded), empty: await isEmpty(database) }))
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

async function isEmpty({ pools }: Database): Promise<boolean> {
  return (await pools.system.query('select from list_organizations()')).rowCount === 0
}

function placeOf(embedded: EmbeddedServer | undefined): string {
  return embedded ? `PostgreSQL 18 in ${embedded.folder}` : 'the PostgreSQL of DATABASE_URL'
}

interface Greeting {
  url: string
  seconds: number
  database: string
  /** Whether nobody has set it up yet. */
  empty: boolean
}

function greeting({ url, seconds, database, empty }: Greeting): string {
  const next = empty
    ? '  First use  npx rapport setup --name "Your name" --email you@example.org --organization "Your company"\n'
    : ''
  return `
  Rapport ${version} answers at ${url}  (${seconds.toFixed(1)} s)

  Database   ${database}
${next}  Stop       Ctrl+C
`
}
