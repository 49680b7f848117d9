// The embedded PostgreSQL: creates it, starts it or adopts the one that runs, and stops it.
// Order matters and is the safety: native copy → cluster → postmaster → instance lock → database.
import { serverUrl } from './embedded/address.ts'
import { createCluster } from './embedded/cluster.ts'
import { ensureDatabase, holdInstanceLock, type InstanceLock } from './embedded/instance-lock.ts'
import { installNative, sweepOldNatives } from './embedded/native.ts'
import { findPlace, openPlace, type Place } from './embedded/place.ts'
import { ensurePostmaster, probePostmaster, stopPostmaster } from './embedded/postmaster.ts'

export { InstanceRunning } from './embedded/instance-lock.ts'

export interface EmbeddedServer {
  /** Superuser `postgres`, database `rapport`, over a Unix socket or loopback; for `pg` and for libpq alike. */
  url: string
  /** The folder of its files: the data folder, or one elsewhere when the server's user cannot reach that. */
  folder: string
  started: 'created' | 'started' | 'adopted'
  /**
   * Settles only when the server is gone without `stop()`: PostgreSQL was killed, or another Rapport took over
   * while it restarted after a crash. It never rejects. The caller should say so and end the process.
   */
  lost: Promise<Error>
  /** Fast shutdown (open connections are ended), waits up to 120 s, then releases the instance lock. Idempotent. */
  stop(): Promise<void>
}

/**
 * Brings up the server of this data folder and takes its instance lock, which the process holds until `stop()`.
 * Takes about 1.2 s on an empty folder, 0.2 s later.
 * @throws InstanceRunning when another Rapport serves this folder. Any other Error says what to do about it.
 */
export async function startEmbedded(dataFolder: string): Promise<EmbeddedServer> {
  const place = await openPlace(dataFolder)
  await installNative(place)
  const created = await createCluster(place)
  const { lock, adopted } = await bringUp(place)
  const stop = once(() => lock.release(() => stopPostmaster(place)))
  try {
    await ensureDatabase(place)
    if (!adopted) await sweepOldNatives(place)
    const started = created ? 'created' : adopted ? 'adopted' : 'started'
    return { url: await serverUrl(place, 'rapport'), folder: place.home, started, lost: lock.lost, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/**
 * The URL of this data folder's server when it accepts connections now, else undefined. Takes no lock: for commands
 * that share a running server. Throws EACCES when this user may not read the data folder, and when the server's files
 * are elsewhere and gone.
 */
export async function findEmbedded(dataFolder: string): Promise<string | undefined> {
  const place = await findPlace(dataFolder)
  if (!place || (await probePostmaster(place, 'rapport')) !== 'up') return undefined
  return serverUrl(place, 'rapport')
}

/** `EmbeddedServer.folder`, whether the server runs or not; undefined when there is no data folder. */
export async function findEmbeddedFolder(dataFolder: string): Promise<string | undefined> {
  return (await findPlace(dataFolder))?.home
}

// The server that we found may be on its way down, stopped by the one that leaves: then we start it again.
async function bringUp(place: Place): Promise<{ lock: InstanceLock, adopted: boolean }> {
  for (;;) {
    const adopted = (await ensurePostmaster(place)) === 'adopted'
    const lock = await holdInstanceLock(place)
    if (lock) return { lock, adopted }
  }
}

function once(action: () => Promise<void>): () => Promise<void> {
  let outcome: Promise<void> | undefined
  return () => (outcome ??= action())
}
