// The server under test: the real program in a process of its own.

import { once } from 'node:events'
import { readdir, readFile, readlink, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { readConfig } from '#platform/config'
import { connectionOptions } from '#platform/db/connect'
import { addressOf, as } from '#platform/db/database'
import { findEmbedded } from '#platform/db/embedded'
import type { RoleName } from '#platform/db/roles'
import { readOrCreateSecret } from '#platform/secret-file'
import { freePort } from '#test/ports'
import { emptyFolder } from './folders.ts'
import { startProcess, type Process } from './processes.ts'
import type { Collections } from './programs/collection-probe.ts'

export interface Server extends Process {
  url: string
  /** From the start of the process to the first 200 of /readyz. */
  ready_ms: number
  /** How to connect to its database, as one of Rapport's roles or its superuser. */
  connection(as: RoleName | 'superuser'): Promise<pg.ClientConfig>
}

const memoryFile = (folder: string) => join(folder, 'memory.json')
const program = fileURLToPath(new URL('../bin/rapport.js', import.meta.url))

/** Starts `rapport start` on a data folder, and waits until it is ready. Throws when it ends instead. */
export async function startServer(folder: string, env: Record<string, string> = {}): Promise<Server> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const begun = performance.now()
  // By its first line, which says how Node is to be run; on this Node.
  const PATH = `${dirname(process.execPath)}:${process.env.PATH}`
  const started = startProcess(program, ['start'], {
    env: { ...process.env, PATH, ...settings(folder), PORT: String(port), ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const gone = once(started.child, 'exit').then(() => Promise.reject(new Error('The server ended before it was ready.')))
  gone.catch(() => {})
  await Promise.race([untilReady(url), gone])
  return { ...started, url, ready_ms: performance.now() - begun, connection: (role) => connection(folder, role) }
}

/** Settings for a server whose memory `settledMemory` can tell; or, with the other probe, `watchedCollections`. */
export function withProbe(folder: string, probe: 'memory-probe' | 'collection-probe' = 'memory-probe'): Record<string, string> {
  const file = new URL(`programs/${probe}.ts`, import.meta.url).href
  return { NODE_OPTIONS: `--expose-gc --import ${file}`, BENCH_MEMORY_FILE: memoryFile(folder) }
}

/** Memory of such a server after its garbage was collected, in bytes. */
export function settledMemory(pid: number, folder: string): Promise<NodeJS.MemoryUsage> {
  return askProbe(pid, folder)
}

/** What the server's own garbage collections left and took so far. */
export function watchedCollections(pid: number, folder: string): Promise<Collections> {
  return askProbe(pid, folder)
}

async function askProbe<Answer>(pid: number, folder: string): Promise<Answer> {
  await rm(memoryFile(folder), { force: true })
  process.kill(pid, 'SIGUSR2')
  for (;;) {
    const text = await readFile(memoryFile(folder), 'utf8').catch(() => undefined)
    if (text) return JSON.parse(text) as Answer
    await wait(20)
  }
}

/** Another process on the database of a server's data folder, with a folder of its own. */
export async function startBeside(folder: string, env: Record<string, string> = {}): Promise<Server> {
  const url = await findEmbedded(folder)
  if (!url) throw new Error(`No database runs in ${folder}.`)
  const secret = await readOrCreateSecret(join(folder, 'secret.key'))
  return startServer(await emptyFolder(), { DATABASE_URL: url, RAPPORT_SECRET_KEY: secret, ...env })
}

/** Processor time of all threads of a process so far, in milliseconds. */
export async function processorTime(pid: number): Promise<number> {
  const threads = await readdir(`/proc/${pid}/task`)
  // One that has ended meanwhile did nothing more.
  const times = threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').catch(() => '0'))
  return (await Promise.all(times)).reduce((sum, text) => sum + Number(text.split(' ')[0]), 0) / 1e6
}

/** Processor time of a process's main thread so far, in milliseconds: of Node's, that of the event loop. */
export async function loopTime(pid: number): Promise<number> {
  return Number((await readFile(`/proc/${pid}/schedstat`, 'utf8')).split(' ')[0]) / 1e6
}

/** Resident memory of a process, in MB. */
export async function residentMemory(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)![1]) / 1024
}

/** What a process has open: how much of it are sockets, and how much is something else. */
export async function openFiles(pid: number): Promise<{ sockets: number; others: number }> {
  const names = await readdir(`/proc/${pid}/fd`)
  // One that was closed meanwhile leads nowhere.
  const targets = await Promise.all(names.map((name) => readlink(`/proc/${pid}/fd/${name}`).catch(() => undefined)))
  const open = targets.filter((target) => target !== undefined)
  const sockets = open.filter((target) => target.startsWith('socket:')).length
  return { sockets, others: open.length - sockets }
}

/** Connects as a role for as long as `work` takes. */
export async function withRole<T>(server: Server, role: RoleName | 'superuser', work: (db: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(await server.connection(role))
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function settings(folder: string): Record<string, string> {
  const none = { DATABASE_URL: '', DATABASE_DIRECT_URL: '', DATABASE_REPLICA_URL: '', REDIS_URL: '' }
  return { ...none, RAPPORT_DATA: folder, LOG_LEVEL: 'warn', HOST: '127.0.0.1' }
}

async function untilReady(url: string) {
  for (;;) {
    const answer = await fetch(`${url}/readyz`).catch(() => undefined)
    await answer?.arrayBuffer()
    if (answer?.ok) return
    await wait(10)
  }
}

async function connection(folder: string, role: RoleName | 'superuser'): Promise<pg.ClientConfig> {
  const url = await findEmbedded(folder)
  if (!url) throw new Error(`No database runs in ${folder}.`)
  const options = role === 'superuser' ? connectionOptions(url) : as(await addressOf(readConfig(settings(folder)), url), role)
  // Parsers are functions, which cannot be handed to another process.
  return { ...options, types: undefined }
}
