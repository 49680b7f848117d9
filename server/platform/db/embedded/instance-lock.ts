// One Rapport per data folder: a session advisory lock, held on a connection of its own for as long as we serve. It is
// in the database `postgres`, so that `rapport` can be dropped and restored meanwhile.
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { serverUrl } from './address.ts'
import type { Place } from './place.ts'
import { probePostmaster } from './postmaster.ts'

// 'rapp', and the first of our locks.
const KEY = [0x72617070, 1]
const NAME = 'rapport instance '

export class InstanceRunning extends Error {
  override name = 'InstanceRunning'
  /** The process id of the other Rapport, as its own container sees it. */
  pid: number

  constructor(folder: string, pid: number) {
    super(`Another Rapport (process ${pid}) already serves the data folder ${folder}. `
      + 'Stop that one first, or give this one a data folder of its own.')
    this.pid = pid
  }
}

export interface InstanceLock {
  lost: Promise<Error>
  /** Runs `last` with the lock held, then lets go. */
  release(last: () => Promise<void>): Promise<void>
}

/**
 * Takes the lock, or throws InstanceRunning; undefined when the server went down meanwhile. When PostgreSQL restarts
 * itself after the crash of a backend, the lock is taken again; when that fails, `lost` resolves.
 */
export async function holdInstanceLock(place: Place): Promise<InstanceLock | undefined> {
  const lost = Promise.withResolvers<Error>()
  let releasing = false
  let client = await acquire(place)
  if (!client) return undefined
  keep(client)
  return {
    lost: lost.promise,
    async release(last) {
      releasing = true
      await last()
      await client?.end().catch(() => {})
    },
  }

  function keep(held: pg.Client) {
    client = held
    held.once('end', () => {
      if (!releasing) reacquire(place).then(keep, (error) => releasing || lost.resolve(error))
    })
  }
}

/** Creates the database `rapport` where it is missing: on the first start, or when that was killed just before this. */
export async function ensureDatabase(place: Place): Promise<void> {
  const client = await connect(place)
  try {
    const { rowCount } = await client.query("select from pg_database where datname = 'rapport'")
    if (!rowCount) await client.query('create database rapport')
  } finally {
    await client.end()
  }
}

async function acquire(place: Place): Promise<pg.Client | undefined> {
  let client: pg.Client | undefined
  try {
    client = await connect(place)
    // Waits a little: the backend of a Rapport that was killed a moment ago may not have noticed yet.
    await client.query("set lock_timeout = '1s'")
    await client.query('select pg_advisory_lock($1, $2)', KEY)
    return client
  } catch (error) {
    const { code } = error as { code?: string }
    const holder = code === '55P03' && client && (await findHolder(client))
    await client?.end().catch(() => {})
    if (holder) throw new InstanceRunning(place.folder, holder)
    if (code === '55P03' || isShutdown(error)) return undefined
    throw error
  }
}

async function reacquire(place: Place): Promise<pg.Client> {
  while ((await probePostmaster(place, 'postgres')) !== 'down') {
    const client = await acquire(place)
    if (client) return client
    await setTimeout(25)
  }
  throw new Error(`The embedded PostgreSQL in ${place.folder} ended without being asked to (killed? no memory, or no room on the disk?). `
    + `Its log is ${place.log}. Start Rapport again: it recovers what was committed.`)
}

async function connect(place: Place): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: await serverUrl(place, 'postgres'),
    application_name: `${NAME}${process.pid}`, connectionTimeoutMillis: 10_000 })
  // Without a listener, a killed server ends this process.
  client.on('error', () => {})
  await client.connect()
  return client
}

async function findHolder(client: pg.Client): Promise<number | undefined> {
  const { rows } = await client.query(`select application_name from pg_locks join pg_stat_activity using (pid)
    where locktype = 'advisory' and granted and classid = $1 and objid = $2`, KEY)
  return rows[0] && Number(rows[0].application_name.slice(NAME.length))
}

// 57P01 to 57P03: shutting down, crashed, not ready. The others: the connection broke, or is refused.
function isShutdown(error: unknown) {
  const { code, message } = error as NodeJS.ErrnoException
  const broken = message.startsWith('Connection terminated')
  return broken || /^(57P0[123]|ECONNREFUSED|ECONNRESET|EPIPE|ENOENT)$/.test(code ?? '')
}
