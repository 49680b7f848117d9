import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openTestDatabase, testDatabase } from '#test/database'

test('the pools are as large, and whoever waits waits as long, as the settings say', async (t) => {
  const { address } = await testDatabase(t)
  const { pools } = openTestDatabase(t, { ...address, pooling: { ...address.pooling, size: 2, system_size: 1, wait_ms: 3_000 } })
  await Promise.all([[pools.app, 2] as const, [pools.system, 1] as const].map(async ([pool, most]) => {
    const taken = await Promise.all(Array.from({ length: most }, () => pool.connect()))
    const begun = performance.now()
    await assert.rejects(pool.connect(), /timeout exceeded when trying to connect/)
    assert.ok(performance.now() - begun > 2_900)
    for (const client of taken) client.release()
    const again = await pool.connect()
    again.release()
  }))
})
