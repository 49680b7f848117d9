// The real program in a process of its own, on a data folder of its own: to be signalled and killed.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import assert from 'node:assert/strict'
import { addressOf, openDatabase } from '#platform/db/database'
import { findEmbedded } from '#platform/db/embedded'
import { readConfig } from '#platform/config'
import { createOrganization } from '#modules/accounts'
import { environment } from './environment.ts'
import { unique } from './factories.ts'
import { form } from './forms.ts'
import { onClose, type Scope } from './scope.ts'
import { temporaryFolder } from './server.ts'

const bin = fileURLToPath(new URL('../bin/rapport.js', import.meta.url))

/** A data folder; whatever still serves it is killed when the scope ends, and it is removed. */
export async function dataFolder(scope: Scope): Promise<string> {
  const folder = await temporaryFolder('rapport')
  onClose(scope, async () => {
    const pid = await postmasterPid(folder).catch(() => 0)
    const line = pid && (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => ''))
    if (line && line.includes(folder)) process.kill(pid, 'SIGKILL')
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
  })
  return folder
}

export async function postmasterPid(folder: string): Promise<number> {
  return Number((await readFile(join(folder, 'postgres-18/postmaster.pid'), 'utf8')).split('\n')[0])
}

export interface Process {
  /** Resolves to what it printed up to the greeting; rejects with it when it ends before. */
  ready: Promise<string>
  pid: number
  /** All that it printed, on both streams. */
  output(): string
  signal(signal: NodeJS.Signals): void
  /** Its exit code, or the signal that ended it. */
  exited: Promise<number | NodeJS.Signals>
}

/** `rapport start` on a free port. */
export function startRapport(
  scope: Scope,
  folder: string,
  env: Record<string, string> = {},
): Process & { url(): Promise<string> } {
  const process = spawnRapport(scope, ['start'], { RAPPORT_DATA: folder, PORT: '0', ...env })
  return { ...process, url: async () => /answers at (\S+)/.exec(await process.ready)![1]! }
}

export function spawnRapport(scope: Scope, args: string[], env: Record<string, string>): Process {
  const child = spawn(process.execPath, [bin, ...args], {
    env: { ...environment, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exited = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | NodeJS.Signals)
  onClose(scope, async () => {
    child.kill('SIGKILL')
    await exited
  })
  let output = ''
  const ready = new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        output += chunk
        if (/answers at \S+/.test(output)) resolve(output)
      })
    }
    void exited.then(() => reject(new Error(`It ended before it was ready:\n${output}`)))
  })
  ready.catch(() => {})
  return { ready, pid: child.pid!, output: () => output, signal: (signal) => void child.kill(signal), exited }
}

/** What a test asks a running server. */
export interface Client {
  key: string
  at(url: string): Client
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into what came
  get(path: string): Promise<any>
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into what came
  upload(file: string | Buffer, filename?: string): Promise<any>
}

/** An organization in the running server's database, and a client of the server. */
export async function newClient(url: string, folder: string): Promise<Client> {
  const config = readConfig({ RAPPORT_DATA: folder })
  const database = openDatabase(await addressOf(config, await findEmbedded(folder)))
  try {
    const { key } = await createOrganization(database, {
      organization: unique('Org'),
      name: 'Owner',
      email: 'owner@own.example',
    })
    return client(url, key)
  } finally {
    await database.close()
  }
}

export function client(url: string, key: string): Client {
  const ask = async (path: string, init: RequestInit, status: number) => {
    const response = await fetch(`${url}/api/v1${path}`, {
      ...init,
      headers: { authorization: `Bearer ${key}`, ...init.headers },
    })
    const text = await response.text()
    assert.equal(response.status, status, text)
    return JSON.parse(text)
  }
  return {
    key,
    at: (other) => client(other, key),
    get: (path) => ask(path, {}, 200),
    upload(file, filename) {
      const { body, headers } = form({ file, filename })
      return ask('/imports', { method: 'POST', body: new Uint8Array(body), headers }, 202)
    },
  }
}
