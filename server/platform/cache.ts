// A cache in this process, with protection from stampedes. What is cached is dropped by the change that makes it stale; the
// time to live is only the net under that.

import { BentoCache, bentostore, errors } from 'bentocache'
import { memoryDriver } from 'bentocache/drivers/memory'

export interface Cache {
  /** The value under `key`, else from `load`, as which it throws. What `load` finds to be undefined is not kept. */
  getOrLoad<Value>(key: string, ttlSeconds: number, load: () => Promise<Value | undefined>): Promise<Value | undefined>
  drop(key: string): Promise<void>
  /** Forgets everything. */
  clear(): Promise<void>
  requests: CacheRequests
}

/** How often what was asked for was there, since the start, and how often it was not. */
export interface CacheRequests {
  readonly hit: number
  readonly miss: number
}

export function createCache(): Cache {
  const memory = bentostore().useL1Layer(memoryDriver({ maxItems: 10_000, serialize: false }))
  const bento = new BentoCache({ default: 'store', stores: { store: memory } })
  const requests = { hit: 0, miss: 0 }
  bento.on('cache:hit', () => requests.hit++)
  bento.on('cache:miss', () => requests.miss++)

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
    drop: async (key) => void (await bento.delete({ key })),
    clear: () => bento.clear(),
    requests,
  }
}
