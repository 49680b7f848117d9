import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createCache } from '#platform/cache'
import { createLog } from '#platform/log'
import { openRedis } from '#platform/redis'
import { createSignals } from '#platform/signals'
import { until } from '#test/factories'
import { skipWithoutRedis, startRedis } from '#test/redis'
import { onClose, type Scope } from '#test/scope'

/** The shared cache as one process has it. */
async function openShared(scope: Scope, url: string) {
  const redis = openRedis(url, createLog('silent'))
  const signals = createSignals(redis)
  const cache = createCache({ redis, signals })
  onClose(scope, () => redis.close())
  redis.connect()
  const up = () => until(async () => (await redis.check.run()) === undefined)
  const down = () => until(async () => (await redis.check.run()) !== undefined)
  await up()
  return { cache, up, down, signals }
}

const never = () => assert.fail('It should have been in the cache.')

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

describe('A shared cache', { skip: skipWithoutRedis }, () => {
  it('serves one process what another loaded, until it is dropped anywhere', async (t) => {
    const { url } = await startRedis(t)
    const [a, b] = await Promise.all([openShared(t, url), openShared(t, url)])
    assert.deepEqual(await a.cache.getOrLoad('key', 60, async () => ({ plan: 'free' })), { plan: 'free' })
    assert.deepEqual(await b.cache.getOrLoad('key', 60, never), { plan: 'free' })
    await a.cache.drop('key')
    // B has it in its memory until the signal is there.
    const again = () => b.cache.getOrLoad('key', 60, async () => ({ plan: 'pro' }))
    await until(async () => (await again())?.plan === 'pro')
  })

  it('is one of its own while Redis is away, and serves nothing stale when it is back', async (t) => {
    const redis = await startRedis(t)
    const [a, b] = await Promise.all([openShared(t, redis.url), openShared(t, redis.url)])
    await a.cache.getOrLoad('key', 60, async () => 'old')
    assert.equal(await b.cache.getOrLoad('key', 60, never), 'old')
    redis.freeze()
    await Promise.all([a.down(), b.down()])
    await a.cache.drop('key')
    assert.equal(await a.cache.getOrLoad('key', 60, async () => 'new'), 'new')
    assert.equal(await a.cache.getOrLoad('another', 60, async () => 1), 1)
    assert.equal(await b.cache.getOrLoad('key', 60, never), 'old')
    redis.thaw()
    await Promise.all([a.up(), b.up()])
    await until(async () => (await b.cache.getOrLoad('key', 60, async () => 'new')) === 'new')
    assert.equal(await a.cache.getOrLoad('key', 60, async () => 'new'), 'new')
  })

  it('ignores signals that make no sense', async (t) => {
    const { url } = await startRedis(t)
    const [a, b] = await Promise.all([openShared(t, url), openShared(t, url)])
    await b.cache.getOrLoad('key', 60, async () => 1)
    for (const text of ['', 'null', '{}', '{"type":"delete","keys":1}', '{"type":"other","keys":["key"]}']) {
      a.signals.send('cache', text)
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
    assert.equal(await b.cache.getOrLoad('key', 60, never), 1)
  })
})
