// A cache with protection from stampedes. What is cached is dropped by the change that makes it stale; the time to
// live is only the net under that.

import { BentoCache, bentostore } from 'bentocache'
import { memoryDriver } from 'bentocache/drivers/memory'

export interface Cache {
  /** The value under `key`, from `load` when it is not there. What `load` finds to be undefined is not kept. */
  getOrLoad<Value>(key: string, ttlSeconds: number, load: () => Promise<Value | undefined>): Promise<Value | undefined>
  drop(key: string): Promise<void>
}

/** A cache in this process. */
export function createCache(): Cache {
  const bento = new BentoCache({
    default: 'memory',
    stores: { memory: bentostore().useL1Layer(memoryDriver({ maxItems: 10_000, serialize: false })) },
  })
  return {
    getOrLoad: (key, ttlSeconds, load) =>
      bento.getOrSet({
        key,
        ttl: ttlSeconds * 1_000,
        factory: async ({ skip }) => (await load()) ?? skip(),
      }),
    async drop(key) {
      await bento.delete({ key })
    },
  }
}
