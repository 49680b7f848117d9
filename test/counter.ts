// A worker in a process of its own, to be killed. Its operation counts: each step is a row.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { openDatabase, type DatabaseAddress } from '#platform/db/database'
import { startWorker } from '#platform/jobs'
import { createLog } from '#platform/log'
import { operationJobs, type OperationRun } from '#platform/operation-worker'
import { onClose, type Scope } from './scope.ts'

export interface Counter {
  /** Whether it has the operation. */
  counts(): Promise<boolean>
  kill(): Promise<void>
}

export async function startCounter(scope: Scope, address: DatabaseAddress): Promise<Counter> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), JSON.stringify(address)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  const kill = async () => {
    child.kill('SIGKILL')
    await exited
  }
  onClose(scope, kill)
  let text = ''
  child.stdout.setEncoding('utf8').on('data', (chunk) => (text += chunk))
  await once(child.stdout, 'data')
  return { counts: async () => text.includes('counting'), kill }
}

async function count(run: OperationRun<{ to: number }, { at: number }>) {
  console.log('counting')
  for (let at = (run.checkpoint?.at ?? 0) + 1; at <= run.input.to; at++) {
    await run.step(async (tx) => {
      await sql`insert into tag (org_id, name) values (current_org(), ${String(at)})`.execute(tx)
      return { done: at, failed: 0, checkpoint: { at } }
    })
  }
  return {}
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const database = openDatabase(JSON.parse(process.argv[2]!) as DatabaseAddress)
  const log = createLog('silent')
  await startWorker(database.pools.worker, operationJobs(database, { 'tests.count': count }, log), {
    concurrency: 1,
    log,
  })
  console.log('ready')
}
