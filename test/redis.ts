// A Redis of the test's own, which can be killed, stopped and started again.

import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { until } from './factories.ts'
import { freePort, listens } from './ports.ts'
import { onClose, type Scope } from './scope.ts'

const folders = [...(process.env.PATH ?? '').split(':'), '/usr/bin', '/usr/local/bin']
const program = folders.map((folder) => join(folder, 'redis-server')).find((path) => existsSync(path))

/** For the options of a test that needs one. */
export const skipWithoutRedis = program ? false : 'redis-server is not installed: `node bin/setup.js`'

export interface TestRedis {
  url: string
  port: number
  /** As kill -9 does. */
  kill(): Promise<void>
  /** It keeps its connections, and answers no more. */
  freeze(): void
  thaw(): void
  start(): Promise<void>
}

/** Starts a Redis with these arguments, as in its configuration file. */
export async function startRedis(scope: Scope, ...args: string[]): Promise<TestRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-test-redis-'))
  onClose(scope, () => rm(folder, { recursive: true, force: true }))
  const port = await freePort()
  let child: ChildProcess | undefined
  const start = async () => {
    const fixed = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no']
    child = spawn(program!, [...fixed, ...args], { stdio: 'ignore' })
    await until(() => listens(port))
  }
  const kill = async () => {
    const killed = child
    child = undefined
    if (!killed) return
    killed.kill('SIGKILL')
    await once(killed, 'exit')
  }
  await start()
  onClose(scope, kill)
  const freeze = () => void child?.kill('SIGSTOP')
  const thaw = () => void child?.kill('SIGCONT')
  return { url: `redis://127.0.0.1:${port}`, port, kill, freeze, thaw, start }
}
