import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from './app.ts'
import { openTestDatabase, testDatabase } from './database.ts'
import { organization } from './factories.ts'
import { startProxy } from './proxy.ts'

test('lists are read from the replica, from the primary while it is away, and /readyz says so', async (t) => {
  const { address } = await testDatabase(t)
  const proxy = await startProxy(t, address)
  const database = openTestDatabase(t, { ...address, replica_url: proxy.address.url })
  const app = await testApp(t, { database, env: { DATABASE_URL: address.url, DATABASE_REPLICA_URL: proxy.address.url, RAPPORT_SECRET_KEY: address.secret } })
  const { get, post } = await organization(app)
  await post('/contacts', { name: 'Ada' })
  const names = async () => (await get('/contacts')).data.map(({ name }: { name: string }) => name)
  const health = async () => (await app.call({ url: '/readyz' })).json
  assert.deepEqual([await names(), database.pools.replica.totalCount > 0], [['Ada'], true])
  assert.deepEqual([(await health()).status, (await health()).checks.replica], ['ok', 'ok'])

  await proxy.cut()
  assert.deepEqual(await names(), ['Ada'])
  const { status, checks } = await health()
  assert.equal(status, 'degraded')
  assert.match(checks.replica, /^down, so lists are read from the primary \(.+\): is DATABASE_REPLICA_URL right\?$/)

  await proxy.mend()
  assert.deepEqual([await names(), (await health()).status], [['Ada'], 'ok'])
})
