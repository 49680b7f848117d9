// Importing a file through the API, as a client would, and watching the server's memory meanwhile.

import { openAsBlob } from 'node:fs'
import { basename } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { residentMemory, type Server } from './server.ts'

export interface ImportOutcome {
  /** From the first byte sent to the end of the operation. */
  seconds: number
  /** MB of the server's process: before, at its highest, and ten seconds after. */
  memory: { before: number; highest: number; after: number }
  done: number
  failed: number
  result: Record<string, number>
}

/** Throws when the operation does not succeed. */
export async function importFile(server: Server, key: string, path: string, options: object = {}): Promise<ImportOutcome> {
  const before = await residentMemory(server.pid)
  const watch = watchMemory(server.pid)
  const begun = performance.now()
  const form = new FormData()
  form.set('options', JSON.stringify(options))
  form.set('file', await openAsBlob(path), basename(path))
  const created = await call(`${server.url}/api/v1/imports`, key, { method: 'POST', body: form })
  const operation = await untilEnded(server, key, created.id)
  const seconds = (performance.now() - begun) / 1_000
  const highest = watch.stop()
  if (operation.status !== 'succeeded') throw new Error(`The import ${operation.status}: ${JSON.stringify(operation.error)}`)
  await wait(10_000)
  const { done, failed, result } = operation
  return { seconds, memory: { before, highest, after: await residentMemory(server.pid) }, done, failed, result }
}

interface Operation {
  id: string
  status: string
  done: number
  failed: number
  error: object | null
  result: Record<string, number>
}

async function untilEnded(server: Server, key: string, id: string): Promise<Operation> {
  for (;;) {
    const operation = await call(`${server.url}/api/v1/operations/${id}`, key)
    if (!['queued', 'running'].includes(operation.status)) return operation
    await wait(50)
  }
}

async function call(url: string, key: string, init: RequestInit = {}): Promise<Operation> {
  const answer = await fetch(url, { ...init, headers: { authorization: `Bearer ${key}` } })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${text}`)
  return JSON.parse(text) as Operation
}

function watchMemory(pid: number) {
  let highest = 0
  const timer = setInterval(async () => (highest = Math.max(highest, await residentMemory(pid).catch(() => 0))), 100)
  return {
    stop() {
      clearInterval(timer)
      return highest
    },
  }
}
