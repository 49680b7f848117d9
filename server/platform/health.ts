// /healthz says that the process lives; /readyz that it can do its work, and what is missing when it cannot.

import type pg from 'pg'
import { findPending, readMigrations } from '#platform/db/migrate'
import { readDisk } from '#platform/disk'
import type { App } from '#platform/http'
import { isLocal, presentsToken } from '#platform/insiders'

export interface Check {
  name: string
  /** The work is done without it as well, only less quickly: its failure is shown, and does not make us unready. */
  optional?: boolean
  /** What is wrong and how to mend it; undefined when all is well. */
  run(): Promise<string | undefined>
}

/** What fails is named to everybody, and explained to those who may know of hosts and folders. */
export function healthRoutes(app: App, checks: Check[], token: string | undefined) {
  app.get('/healthz', { config: { access: 'public', essential: true }, schema: { hide: true } }, async () => ({ status: 'ok' }))

  app.get('/readyz', { config: { access: 'public', essential: true }, schema: { hide: true } }, async (request, reply) => {
    const results = await Promise.all(checks.map(async (check) => ({ ...check, result: await outcome(check.run) })))
    const failed = results.filter(({ result }) => result !== 'ok')
    const inside = isLocal(request) || presentsToken(request, token)
    const ready = failed.every(({ optional }) => optional)
    return reply.code(ready ? 200 : 503).send({
      status: failed.length === 0 ? 'ok' : ready ? 'degraded' : 'unavailable',
      checks: Object.fromEntries(results.map(({ name, result }) => [name, result === 'ok' || inside ? result : 'failed'])),
    })
  })
}

/** The database answers, and its schema is this program's. */
export function databaseChecks(pool: pg.Pool): Check[] {
  return [
    {
      name: 'database',
      run: async () => void (await pool.query('select 1')),
    },
    {
      name: 'migrations',
      run: async () => {
        const pending = await findPending(pool, await readMigrations())
        return pending.length === 0 ? undefined : `${pending.length} migrations are missing: run \`rapport migrate\`.`
      },
    },
  ]
}

/** Lists are read from the primary when it does not answer, so it is optional. */
export function replicaCheck(pool: pg.Pool): Check {
  return {
    name: 'replica',
    optional: true,
    async run() {
      const failure = await pool.query('select 1').then(() => undefined, (error: Error) => error)
      return failure && `down, so lists are read from the primary (${failure.message}): is DATABASE_REPLICA_URL right?`
    },
  }
}

const leastFree = 1_000_000_000

/** Whether the disk of the data folder has room; until it is full all works, so it is optional. */
export function diskCheck(folder: string): Check {
  return {
    name: 'disk',
    optional: true,
    async run() {
      const { free } = await readDisk(folder)
      if (free >= leastFree) return undefined
      return `Only ${Math.floor(free / 1_000_000)} MB are free on the disk of ${folder}: make room, imports stop when it is full.`
    },
  }
}

async function outcome(run: Check['run']): Promise<string> {
  try {
    return (await run()) ?? 'ok'
  } catch (error) {
    return (error as Error).message || 'does not answer'
  }
}
