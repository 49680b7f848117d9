// `npm test`: one PostgreSQL with a migrated template database, and Node's test runner over every *.test.ts, or over
// the files and folders that are named.

import { spawn } from 'node:child_process'
import { glob, stat, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startTestServer } from './server.ts'

const files = await findTests(process.argv.slice(2))
if (files.length === 0) {
  console.error('There is no *.test.ts there.')
  process.exit(1)
}
const memory = await findMemory()
// Also of the processes that tests start in folders of their own.
if (memory) process.env.TMPDIR = memory
const server = await startTestServer()
try {
  process.exitCode = await runTests(files, {
    ...process.env,
    // Each file is a process, and most of them load the whole program: parsed code is kept from one to the next.
    NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache'),
    RAPPORT_TEST_SERVER: JSON.stringify(server.access),
  })
} finally {
  await server.stop()
}

async function findTests(named: string[]): Promise<string[]> {
  const places = named.length > 0 ? named : ['server', 'test', 'bench']
  const patterns = await Promise.all(
    places.map(async (place) => ((await isFolder(place)) ? `${place.replace(/\/$/, '')}/**/*.test.ts` : place)),
  )
  const found = await Array.fromAsync(glob(patterns))
  // Those with processes of their own take longest: they begin first.
  return found.toSorted((a, b) => rank(a) - rank(b) || a.localeCompare(b))
}

function rank(file: string): number {
  return /faults|journeys|embedded|pgbouncer|processes/.test(file) ? 0 : 1
}

/** A file system in memory with room enough: half of what the tests waited for was the disk. */
async function findMemory(): Promise<string | undefined> {
  const folder = '/dev/shm'
  const found = await statfs(folder).catch(() => undefined)
  return found && found.bavail * found.bsize > 6 * 1024 ** 3 ? folder : undefined
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then((found) => found.isDirectory(), () => false)
}

/** The exit code of Node's test runner. Signals are passed on to it, so that what was started is stopped here. */
function runTests(files: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const args = ['--test', '--test-concurrency=5', '--test-timeout=300000', ...files]
  const child = spawn(process.execPath, args, { stdio: 'inherit', env })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)))
}
