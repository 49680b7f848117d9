// A cache with protection from stampedes: in this process, or with a second level in Redis that all processes share.
// What is cached is dropped by the change that makes it stale; the time to live is only the net under that.

import { createRequire } from 'node:module'
import { BentoCache, bentostore, errors } from 'bentocache'
import { memoryDriver } from 'bentocache/drivers/memory'
import type { BusDriver } from 'bentocache/types'
import type { Redis } from '#platform/redis'
import type { Signals } from '#platform/signals'

export interface Cache {
  /** The value under `key`, else from `load`, as which it throws. What `load` finds to be undefined is not kept. */
  getOrLoad<Value>(key: string, ttlSeconds: number, load: () => Promise<Value | undefined>): Promise<Value | undefined>
  /** Forgets it: here at once, elsewhere soon, and within the time to live if no signal arrives. */
  drop(key: string): Promise<void>
  /** Forgets everything in this process. */
  clear(): Promise<void>
  /** Since the start. */
  requests: { readonly hit: number; readonly miss: number }
}

/** A cache in this process; with `shared`, over all of them. Its values are then JSON. */
export function createCache(shared?: { redis: Redis; signals: Signals }): Cache {
  // With a second level bentocache 1.6 cannot read back from the first what it did not serialize.
  const memory = bentostore().useL1Layer(memoryDriver({ maxItems: 10_000, serialize: shared !== undefined }))
  const bento = new BentoCache({
    default: 'store',
    prefix,
    stores: { store: shared ? withSecondLevel(memory, shared) : memory },
  })
  const requests = { hit: 0, miss: 0 }
  bento.on('cache:hit', () => requests.hit++)
  bento.on('cache:miss', () => requests.miss++)

  // What could not be dropped in Redis is tried again until it can be.
  const owed = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  const settle = async () => {
    timer = undefined
    try {
      for (const key of owed) {
        await bento.delete({ key, suppressL2Errors: false })
        owed.delete(key)
      }
    } catch {
      timer ??= setTimeout(settle, 1_000).unref()
    }
  }

  return {
    async getOrLoad(key, ttlSeconds, load) {
      try {
        return await bento.getOrSet({
          key,
          ttl: ttlSeconds * 1_000,
          factory: async ({ skip }) => (await load()) ?? skip(),
        })
      } catch (error) {
        // What `load` threw comes wrapped, and would be taken for a mistake of ours.
        throw error instanceof errors.E_FACTORY_ERROR ? error.cause : error
      }
    },
    async drop(key) {
      try {
        await bento.delete({ key, suppressL2Errors: false })
      } catch {
        if (owed.size < owedLimit) owed.add(key)
        timer ??= setTimeout(settle, 1_000).unref()
      }
    },
    clear: () => bento.clear(),
    requests,
  }
}

const prefix = 'rapport:cache'
const owedLimit = 10_000

const require = createRequire(import.meta.url)

type Store = ReturnType<typeof bentostore>

function withSecondLevel(memory: Store, { redis, signals }: { redis: Redis; signals: Signals }): Store {
  const { redisDriver } = require('bentocache/drivers/redis') as typeof import('bentocache/drivers/redis')
  return memory
    .useL2Layer(redisDriver({ connection: redis.client }))
    .useBus({ options: { retryQueue: { enabled: false, retryInterval: false } }, factory: () => busOver(signals) })
}

/** Bentocache's own would open two more connections, and print their errors. */
function busOver(signals: Signals): BusDriver {
  const bus: BusDriver = {
    setId: () => bus,
    publish: async (_channel, message) => signals.send('cache', JSON.stringify(message)),
    async subscribe(_channel, handler) {
      const hand = (message: object) => void handler({ ...message, namespace: prefix } as never)
      signals.on('cache', (text) => {
        const { type, keys } = parse(text)
        if (Array.isArray(keys)) hand({ type, keys })
      })
      // Nobody knows what was dropped meanwhile.
      signals.onGap(() => hand({ type: 'clear', keys: [] }))
    },
    onReconnect: () => {},
    unsubscribe: async () => {},
    disconnect: async () => {},
  }
  return bus
}

function parse(text: string): { type?: unknown; keys?: unknown } {
  try {
    return Object(JSON.parse(text))
  } catch {
    return {}
  }
}
