// The server process: found, started, stopped.
import { chown, open, readFile, rename, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { readPidFile, serverUrl, socketLockFile } from './address.ts'
import { run } from './command.ts'
import { exists, ignoreMissing } from './files.ts'
import { programPath } from './native.ts'
import type { Place } from './place.ts'
import { writeSettings } from './settings.ts'

const START_SECONDS = 60
const STOP_SECONDS = 120
const LOG_LIMIT = 10 * 2 ** 20

/** Adopts the server that runs, or starts it; waits for its crash recovery, and for one that is shutting down. */
export async function ensurePostmaster(place: Place): Promise<'started' | 'adopted'> {
  const deadline = performance.now() + START_SECONDS * 1000
  while (performance.now() < deadline) {
    const state = await probePostmaster(place, 'postgres')
    if (state === 'up') return 'adopted'
    if (state === 'down' && (await startPostmaster(place))) return 'started'
    await setTimeout(25)
  }
  throw await failure(place, `did not get ready within ${START_SECONDS} s. It may still be recovering from a crash: `
    + 'then start Rapport again, and it waits on')
}

/** Whether this database accepts connections; `busy` while the server starts, recovers or shuts down. */
export async function probePostmaster(place: Place, database: string): Promise<'up' | 'busy' | 'down'> {
  const file = await readPidFile(place)
  if (!file) return 'down'
  try {
    // Connecting comes first: the server may run in another container, where we cannot see its process.
    const connectionString = await serverUrl(place, database)
    const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 })
    client.on('error', () => {})
    await client.connect()
    await client.end()
    return 'up'
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === 'EACCES') throw error
    if (code === '57P03' || code === '3D000') return 'busy'
    if (!(await isPostmaster(place, file.pid))) return 'down'
    if (code === '28P01') {
      throw new Error(`The password in ${place.passwordFile} is not the running server's. Put the right one back.`)
    }
    return 'busy'
  }
}

/** Fast shutdown; returns at once when it does not run. Throws when it still runs after 120 s. */
export async function stopPostmaster(place: Place): Promise<void> {
  const pid = await findPostmaster(place)
  if (!pid) return
  // Not `pg_ctl stop -w`: it waits for the pid file to go, for ever when the next Rapport has already started a server.
  process.kill(pid, 'SIGINT')
  const deadline = performance.now() + STOP_SECONDS * 1000
  while (await isPostmaster(place, pid)) {
    if (performance.now() > deadline) throw await failure(place, `did not stop within ${STOP_SECONDS} s`)
    await setTimeout(10)
  }
}

// False when it is worth another try: another start came first, or remains of a killed server are still ending.
async function startPostmaster(place: Place): Promise<boolean> {
  await writeSettings(place)
  await disarmStaleLock(place, join(place.cluster, 'postmaster.pid'))
  await disarmStaleLock(place, socketLockFile(place))
  const logStart = await prepareLog(place)
  const { ok, output } = await run(programPath(place, 'pg_ctl'),
    ['start', '-D', place.cluster, '-l', place.log, '-w', '-t', String(START_SECONDS), '-s'], place.owner)
  if (ok) return true
  const news = (await readFile(place.log)).subarray(logStart).toString()
  if (/No space left on device|Disk quota exceeded/.test(news)) {
    throw new Error(`The embedded PostgreSQL did not start, since the disk of ${place.home} is full: make room there, `
      + `and start again. Nothing is lost. Its log is ${place.log}.`)
  }
  const passing = /lock file ".*" already exists|pre-existing shared memory block|Address already in use/.test(news)
  if (passing || (await findPostmaster(place))) return false
  throw await failure(place, `did not start: ${output}`)
}

// PostgreSQL takes a stale lock file for a live one when its pid is used by another process of the same user. Deleting
// the file would also switch off its check that no backend is left on the shared memory named there. So we
// put a pid that it knows to be no server: that of pg_ctl's parent, ourselves (miscinit.c, CreateLockFile). We write
// into the file that we read: if a new server has replaced it meanwhile, that is an unlinked one.
async function disarmStaleLock(place: Place, path: string) {
  const handle = await open(path, 'r+').catch(ignoreMissing)
  if (!handle) return
  try {
    const [pid, ...rest] = (await handle.readFile('utf8')).split('\n')
    if (await isPostmaster(place, Number(pid))) return
    const content = Buffer.from([process.pid, ...rest].join('\n'))
    await handle.write(content, 0, content.length, 0)
    await handle.truncate(content.length)
  } finally {
    await handle.close()
  }
}

async function findPostmaster(place: Place): Promise<number | undefined> {
  const pid = (await readPidFile(place))?.pid
  return pid && (await isPostmaster(place, pid)) ? pid : undefined
}

// By its command line, `…/postgres -D <cluster>`, since pids are used again.
async function isPostmaster(place: Place, pid: number): Promise<boolean> {
  if (!Number.isInteger(pid) || pid <= 0) return false
  if (await exists('/proc/self/cmdline')) {
    const [program, ...args] = (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0')
    return basename(program!) === 'postgres' && args.includes(place.cluster)
  }
  const { output } = await run('ps', ['-o', 'command=', '-p', String(pid)])
  return output.includes(`postgres -D ${place.cluster}`)
}

// Made here, since the user that PostgreSQL runs as may not make files beside the cluster. Returns where news begin.
async function prepareLog(place: Place): Promise<number> {
  const size = (await stat(place.log).catch(ignoreMissing))?.size ?? 0
  if (size > LOG_LIMIT) await rename(place.log, `${place.log}.1`)
  const handle = await open(place.log, 'a', 0o600)
  await handle.close()
  if (place.owner) await chown(place.log, place.owner.uid, place.owner.gid)
  return size > LOG_LIMIT ? 0 : size
}

async function failure(place: Place, what: string): Promise<Error> {
  const log = await readFile(place.log, 'utf8').catch(() => '')
  const end = log.trim().split('\n').slice(-8).map((line) => `  ${line}`).join('\n')
  return new Error(`The embedded PostgreSQL ${what}\nIts log ${place.log} ends with:\n${end}`)
}
