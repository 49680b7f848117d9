// The PostgreSQL of a test run, with a migrated database to clone.

import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { readConfig } from '#platform/config'
import { withClient } from '#platform/db/connect'
import { defaultPoolSettings } from '#platform/db/pool-settings'
import { addressOf, as, prepareDatabase, type DatabaseAddress } from '#platform/db/database'
import { startEmbedded } from '#platform/db/embedded'

export const template = 'rapport_template'

/** What a test process must know of the server: it goes through the environment. */
export interface ServerAccess {
  /** Superuser, database `postgres`. */
  url: string
  secret: string
}

interface TestServer {
  access: ServerAccess
  stop(): Promise<void>
}

/** A server in a temporary folder, or the one of TEST_DATABASE_URL; with the template database. */
export function startTestServer(): Promise<TestServer> {
  const { TEST_DATABASE_URL: url } = process.env
  return url ? useServer(url) : startOwnServer()
}

/** Another version of PostgreSQL, say. Its roles named rapport_… are given other passwords. */
async function useServer(url: string): Promise<TestServer> {
  const access = { url: databaseUrl(url, 'postgres'), secret: randomBytes(32).toString('hex') }
  await prepareTemplate(access)
  return { access, stop: () => administer((client) => client.query(`drop database ${template}`).then(() => {}), access) }
}

async function startOwnServer(): Promise<TestServer> {
  const folder = await temporaryFolder('server')
  let embedded = await startEmbedded(folder)
  const stop = async () => {
    await embedded.stop()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await suitTests(embedded.url)
    // The number of connections is looked at when it starts.
    await embedded.stop()
    embedded = await startEmbedded(folder)
    const address = await addressOf(readConfig({ RAPPORT_DATA: folder }), embedded.url)
    const access = { url: databaseUrl(embedded.url, 'postgres'), secret: address.secret }
    await prepareTemplate(access)
    return { access, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** The address of one of the server's databases, as the settings would give it. */
export function databaseAddress({ url, secret }: ServerAccess, database: string): DatabaseAddress {
  const own = databaseUrl(url, database)
  // Many files share the processors: that a connection comes late is nobody's failure.
  const pooling = { ...defaultPoolSettings, size: 8, wait_ms: 10_000 }
  return { url: own, direct_url: own, replica_url: undefined, secret, prepared: true, pooling }
}

/** A folder that PostgreSQL's user may pass through when we are root. */
export async function temporaryFolder(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `rapport-test-${name}-`))
  await chmod(folder, 0o711)
  return folder
}

/** Runs `work` as the superuser, on the database `postgres`. */
export async function administer<T>(
  work: (client: pg.Client) => Promise<T>,
  { url }: Pick<ServerAccess, 'url'>,
): Promise<T> {
  return withClient({ connectionString: url }, work)
}

function databaseUrl(url: string, database: string): string {
  const other = new URL(url)
  other.pathname = `/${database}`
  return other.href
}

// The data is thrown away, so it need not survive a power cut. And several programs have their pools on it at once.
async function suitTests(url: string) {
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' }
  await administer(
    async (client) => {
      for (const [name, value] of Object.entries(settings)) await client.query(`alter system set ${name} = ${value}`)
    },
    { url },
  )
}

async function prepareTemplate(access: ServerAccess) {
  await administer((client) => client.query(`create database ${template} encoding 'UTF8' template template0`), access)
  const address = databaseAddress(access, template)
  await prepareDatabase(address)
  await withClient(as(address, 'system'), (system) => system.query('select renew_event_epoch()'))
}
