import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createCache } from '#platform/cache'

describe('A cache', () => {
  it('loads once for all who ask at the same time, and counts', async () => {
    const cache = createCache()
    let loads = 0
    const load = async () => {
      await new Promise((resolve) => setTimeout(resolve, 20))
      return ++loads
    }
    assert.deepEqual(await Promise.all([1, 2, 3].map(() => cache.getOrLoad('key', 60, load))), [1, 1, 1])
    assert.equal(await cache.getOrLoad('key', 60, load), 1)
    assert.deepEqual(cache.requests, { hit: 3, miss: 1 })
    await cache.drop('key')
    assert.equal(await cache.getOrLoad('key', 60, load), 2)
  })

  it('does not keep that there is nothing', async () => {
    const cache = createCache()
    assert.equal(await cache.getOrLoad('key', 60, async () => undefined), undefined)
    assert.equal(await cache.getOrLoad('key', 60, async () => 'now there is'), 'now there is')
  })

  it('passes on why a load failed, and tries again', async () => {
    const cache = createCache()
    await assert.rejects(cache.getOrLoad('key', 60, () => Promise.reject(new Error('no database'))), /no database/)
    assert.equal(await cache.getOrLoad('key', 60, async () => 1), 1)
  })
})
