import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openTestDatabase, testDatabase } from '#test/database'

test('the pools are as large, and whoever waits waits as long, as the settings say', async (t) => {
  const { address } = await testDatabase(t)
  const { pools } = openTestDatabase(t, { ...address, pooling: { ...address.pooling, size: 2, system_size: 1, wait_ms: 50 } })
  for (const [pool, most] of [[pools.app, 2], [pools.system, 1]] as const) {
    const taken = await Promise.all(Array.from({ length: most }, () => pool.connect()))
    await assert.rejects(pool.connect(), /timeout exceeded when trying to connect/)
    for (const client of taken) client.release()
    const again = await pool.connect()
    again.release()
  }
})
