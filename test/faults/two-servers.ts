// Two servers on one database, and what can break between and in them.

import { setTimeout as sleep } from 'node:timers/promises'
import type { TestContext } from 'node:test'
import { createOrganization } from '#modules/accounts'
import type { Actor } from '#platform/tenancy'
import { openTestDatabase, testDatabase, type TestDatabase } from '../database.ts'
import { unique, until } from '../factories.ts'
import { startProxy } from '../proxy.ts'
import { seededRandom } from '../random.ts'
import { client, dataFolder, startRapport, type Process } from '../rapport.ts'
import { startRedis } from '../redis.ts'

export interface TwoServers {
  chance: Chance
  /** Not through what is cut. */
  database: TestDatabase
  actor: Actor
  key: string
  /** Of the event log, before anything is written. */
  cursor: string
  servers: Server[]
  /** One that runs, or is about to be killed; waits while there is none. */
  anyUrl(): Promise<string>
  /** Each breaks something, mends it after a while, and returns then. */
  faults: Record<string, () => Promise<void>>
}

export interface Server {
  /** Undefined while it is down. */
  url(): string | undefined
  kill(): void
  /** Resolves when it runs. */
  start(): Promise<void>
}

export interface Chance {
  /** From 0 to below 1. */
  number(): number
  /** A whole number. */
  below(limit: number): number
  pick<Item>(items: readonly Item[]): Item
}

/** Starts them; with a Redis of their own if they shall have one. */
export async function startTwoServers(t: TestContext, { seed, redis: wanted }: { seed: number; redis: boolean }): Promise<TwoServers> {
  const chance = createChance(seed)
  const { address } = await testDatabase(t)
  const database = openTestDatabase(t, { ...address, pooling: { ...address.pooling, size: 12 } })
  const proxy = await startProxy(t, address)
  const redis = wanted ? await startRedis(t) : undefined
  const owner = { name: 'Olive Owner', email: `${unique('owner')}@example.org` }
  const { organization_id, key } = await createOrganization(database, { organization: unique('Org'), ...owner })
  const settings = {
    DATABASE_URL: proxy.address.url,
    RAPPORT_SECRET_KEY: address.secret,
    RAPPORT_ROLES: 'web',
    // They share the connections of one PostgreSQL with all that runs beside this.
    DATABASE_POOL_SIZE: '5',
    ...(redis && { REDIS_URL: redis.url }),
  }
  const servers = await Promise.all([createServer(t, settings), createServer(t, settings)])
  const startAll = async () => void (await Promise.all(servers.map((server) => server.start())))
  await startAll()
  const { next_cursor: cursor } = await client(servers[0]!.url()!, key).get('/events?after=now')

  const aWhile = () => sleep(chance.below(1_500))
  const faults: TwoServers['faults'] = {
    async serverKilled() {
      const server = chance.pick(servers)
      server.kill()
      await aWhile()
      await server.start()
    },
    async bothKilled() {
      for (const server of servers) server.kill()
      await startAll()
    },
    async databaseCut() {
      await proxy.cut()
      await aWhile()
      await proxy.mend()
    },
  }
  if (redis) {
    faults.redisKilled = async () => {
      await redis.kill()
      await aWhile()
      await redis.start()
    }
  }
  const anyUrl = () => until(async () => chance.pick(servers).url())
  const actor: Actor = { org_id: organization_id, kind: 'system', id: organization_id, role: 'owner' }
  return { chance, database, actor, key, cursor, servers, anyUrl, faults }
}

async function createServer(t: TestContext, settings: Record<string, string>): Promise<Server> {
  const folder = await dataFolder(t)
  let running: Process | undefined
  let url: string | undefined
  return {
    url: () => url,
    kill() {
      running?.signal('SIGKILL')
      running = url = undefined
    },
    async start() {
      if (running) return
      const started = startRapport(t, folder, settings)
      running = started
      url = await started.url()
    },
  }
}

function createChance(seed: number): Chance {
  const number = seededRandom(seed)
  const below = (limit: number) => Math.floor(number() * limit)
  return { number, below, pick: (items) => items[below(items.length)]! }
}
