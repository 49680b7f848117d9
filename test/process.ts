// Rapport as a process of its own, as `npm start` runs it, on a test's database.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { findRunning } from '#platform/running'
import type { TestDatabase } from './database.ts'
import { environment } from './environment.ts'
import { until } from './factories.ts'
import { onClose, type Scope } from './scope.ts'
import { temporaryFolder } from './server.ts'

export interface RapportProcess {
  url: string
  data_folder: string
  /** What it wrote, log lines among it. */
  output(): string
  call(path: string, options: Request): Promise<{ status: number; body: unknown }>
}

interface Request {
  key?: string
  method?: string
  body?: object
}

/** Starts it, with these settings; it has ended when the scope ends. */
export async function startProcess(
  scope: Scope,
  { address }: TestDatabase,
  env: Record<string, string> = {},
): Promise<RapportProcess> {
  const folder = await temporaryFolder('process')
  onClose(scope, () => rm(folder, { recursive: true, force: true }))
  const settings = { RAPPORT_DATA: folder, PORT: '0', DATABASE_URL: address.url, RAPPORT_SECRET_KEY: address.secret }
  const child = spawn(process.execPath, [fileURLToPath(new URL('../server/main.ts', import.meta.url)), 'start'], {
    env: { ...environment, LOG_LEVEL: 'info', ...settings, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exited = once(child, 'exit')
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk) => (text += chunk))
  onClose(scope, async () => {
    child.kill('SIGTERM')
    await exited
  })
  const url = await until(async () => {
    if (child.exitCode !== null) throw new Error(`It did not start:\n${text}`)
    return findRunning(folder)
  })
  return {
    url,
    data_folder: folder,
    output: () => text,
    async call(path, { key, method, body }) {
      const authorization = key && { authorization: `Bearer ${key}` }
      const response = await fetch(url + path, {
        method: method ?? (body ? 'POST' : 'GET'),
        headers: { ...authorization, ...(body && { 'content-type': 'application/json' }) },
        body: body && JSON.stringify(body),
      })
      const answer = await response.text()
      return { status: response.status, body: answer === '' ? undefined : JSON.parse(answer) }
    },
  }
}
