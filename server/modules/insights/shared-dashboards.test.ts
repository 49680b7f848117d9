// Two processes with a Redis between them.

import assert from 'node:assert/strict'
import { describe, test, type TestContext } from 'node:test'
import { openClient } from '#platform/redis-address'
import { testApp, type TestApp } from '#test/app'
import { testDatabase } from '#test/database'
import { callerOf, organization, until } from '#test/factories'
import { skipWithoutRedis, startRedis, type TestRedis } from '#test/redis'
import { onClose } from '#test/scope'

async function startTwo(t: TestContext) {
  const [redis, database] = await Promise.all([startRedis(t), testDatabase(t)])
  const open = async (): Promise<TestApp> => {
    const app = await testApp(t, { database, env: { REDIS_URL: redis.url } })
    await until(async () => (await app.call({ url: '/readyz' })).json.checks.redis === 'ok')
    return app
  }
  const [a, b] = await Promise.all([open(), open()])
  const us = await organization(a)
  return { us, them: callerOf(b, us.key), redis, open, kept: await openKept(t, redis, us.organization_id) }
}

/** What is kept in Redis of this organization. */
async function openKept(t: TestContext, { url }: TestRedis, orgId: string) {
  const client = openClient(url)
  client.on('error', () => {})
  onClose(t, () => client.disconnect())
  await client.connect()
  const key = `rapport:dashboard:${orgId}`
  return {
    key,
    client,
    async change(change: (kept: { at: number; value: object }) => object) {
      await client.set(key, JSON.stringify(change(JSON.parse((await client.get(key))!))))
    },
  }
}

describe('Of two processes with a Redis', { skip: skipWithoutRedis }, () => {
  test('one takes the dashboard that the other has counted, and both have what changes', async (t) => {
    const { us, them, kept } = await startTwo(t)
    const first = await us.get('/dashboard')
    assert.equal((await them.get('/dashboard')).computed_at, first.computed_at)
    assert.ok((await kept.client.pttl(kept.key)) > 4 * 60_000)

    await us.post('/contacts', { name: 'New' })
    const began = performance.now()
    const seen = await until(async () => {
      const dashboard = await them.get('/dashboard')
      return dashboard.counts.contacts === 1 && dashboard
    }, 5)
    t.diagnostic(`seen through the other after ${(performance.now() - began).toFixed(0)} ms`)
    await until(async () => (await us.get('/dashboard')).computed_at === seen.computed_at, 5)
  })

  test('one that is new is not given what was counted before a change', async (t) => {
    const { us, open, kept } = await startTwo(t)
    await us.get('/dashboard')
    await us.post('/contacts', { name: 'New' })
    // As if whoever counted it had died a while ago, and nobody had asked since.
    await kept.change((found) => ({ ...found, at: Date.now() - 60_000 }))
    const third = callerOf(await open(), us.key)
    assert.equal((await third.get('/dashboard')).counts.contacts, 1)
  })

  test('what in Redis is no dashboard is as if it were not there', async (t) => {
    const { us, them, open, kept } = await startTwo(t)
    const first = await us.get('/dashboard')
    await kept.change(({ value, ...found }) => ({ ...found, value: { ...value, counts: {} } }))
    const second = await them.get('/dashboard')
    assert.notEqual(second.computed_at, first.computed_at)
    assert.equal(second.counts.contacts, 0)
    await kept.client.set(kept.key, 'no JSON')
    const third = callerOf(await open(), us.key)
    assert.notEqual((await third.get('/dashboard')).computed_at, second.computed_at)
  })

  test('each counts by itself while Redis is away', async (t) => {
    const { us, them, redis } = await startTwo(t)
    await redis.kill()
    assert.notEqual((await us.get('/dashboard')).computed_at, (await them.get('/dashboard')).computed_at)
  })
})
