// A Redis for a scenario.

import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort, listens } from '#test/ports'
import { startProcess, type Process } from './processes.ts'

export async function startRedis(): Promise<Process & { url: string }> {
  const port = await freePort()
  const started = startProcess('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], { stdio: 'ignore' })
  await once(started.child, 'spawn').catch(() => {
    throw new Error('redis-server is not installed: `node bin/setup.js`.')
  })
  while (!(await listens(port))) await wait(20)
  return { ...started, url: `redis://127.0.0.1:${port}` }
}
