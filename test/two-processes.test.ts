// Two processes on one database, with Redis and without.

import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { WebSocket } from 'ws'
import { createOrganization } from '#modules/accounts'
import { testDatabase } from './database.ts'
import { unique, until } from './factories.ts'
import { startProcess, type RapportProcess } from './process.ts'
import { skipWithoutRedis, startRedis } from './redis.ts'
import { onClose, type Scope } from './scope.ts'

/** Processes A and B, an admin's key, and what a client of B hears. */
async function startTwo(t: TestContext, env: Record<string, string>) {
  const database = await testDatabase(t)
  const { key } = await createOrganization(database, {
    organization: unique('Org'),
    name: 'Olive Owner',
    email: `${unique('owner')}@example.org`,
  })
  const [a, b] = await Promise.all([startProcess(t, database, env), startProcess(t, database, env)])
  return { database, key, a, b, heard: await listen(t, b, key) }
}

/** The subjects and types of the events that a live client hears, as they come. */
async function listen(scope: Scope, { url }: RapportProcess, key: string) {
  const heard: { subject: string; type: string }[] = []
  const headers = { authorization: `Bearer ${key}` }
  const socket = new WebSocket(`${url.replace('http', 'ws')}/api/v1/live`, { headers })
  onClose(scope, () => socket.terminate())
  let first: () => void
  const following = new Promise<void>((resolve) => (first = resolve))
  socket.on('message', (data) => {
    first()
    heard.push(...(JSON.parse(String(data)).events ?? []))
  })
  await following
  return heard
}

async function addContact(process: RapportProcess, key: string): Promise<string> {
  const { status, body } = await process.call('/api/v1/contacts', { key, body: { name: unique('Ada') } })
  assert.equal(status, 201, JSON.stringify(body))
  return (body as { id: string }).id
}

/** Milliseconds from the answer of A until a client of B heard of it, one for each of so many changes. */
async function measureDelivery({ a, key, heard }: Awaited<ReturnType<typeof startTwo>>, count: number) {
  const times: number[] = []
  for (let i = 0; i < count; i++) {
    const id = await addContact(a, key)
    const began = performance.now()
    await until(async () => heard.some(({ subject }) => subject === `contact:${id}`), 5)
    times.push(performance.now() - began)
  }
  return times.toSorted((x, y) => x - y)
}

/** Milliseconds from the revocation through A until B refuses the key. */
async function measureRevocation({ a, b, key }: Awaited<ReturnType<typeof startTwo>>) {
  const made = await a.call('/api/v1/api-keys', { key, body: { name: 'to be revoked', role: 'member' } })
  const { id, key: revoked } = made.body as { id: string; key: string }
  assert.equal((await b.call('/api/v1/me', { key: revoked })).status, 200)
  assert.equal((await a.call(`/api/v1/api-keys/${id}`, { key, method: 'DELETE' })).status, 204)
  const began = performance.now()
  await until(async () => (await b.call('/api/v1/me', { key: revoked })).status === 401, 8)
  return performance.now() - began
}

const readiness = async (process: RapportProcess) =>
  (await process.call('/readyz', {})) as { status: number; body: { status: string; checks: Record<string, string> } }

describe('Two processes on one database', () => {
  it('hear of one another within a second or so, and of a revoked key within some, without Redis', async (t) => {
    const two = await startTwo(t, {})
    const times = await measureDelivery(two, 3)
    t.diagnostic(`news after ${times.map((ms) => ms.toFixed(0)).join(', ')} ms`)
    const revoked = await measureRevocation(two)
    t.diagnostic(`a revoked key refused after ${revoked.toFixed(0)} ms`)
    const { status, body } = await readiness(two.b)
    assert.deepEqual([status, body.status, body.checks.redis], [200, 'ok', undefined])
  })

  it('hear of one another at once with Redis, and of a revoked key', { skip: skipWithoutRedis }, async (t) => {
    const redis = await startRedis(t)
    const two = await startTwo(t, { REDIS_URL: redis.url })
    await until(async () => (await readiness(two.b)).body.checks.redis === 'ok')
    const times = await measureDelivery(two, 20)
    t.diagnostic(`news after ${times[10]!.toFixed(0)} ms (median), ${times.at(-1)!.toFixed(0)} ms at most`)
    // By the poll alone it would be half a second.
    assert.ok(times[10]! < 250, `${times[10]} ms`)
    const revoked = await measureRevocation(two)
    t.diagnostic(`a revoked key refused after ${revoked.toFixed(0)} ms`)
    assert.ok(revoked < 2_000, `${revoked} ms: that was the cache's end, not the signal`)
  })

  it('lose nothing when Redis is killed and comes back, and say so', { skip: skipWithoutRedis }, async (t) => {
    const redis = await startRedis(t)
    const two = await startTwo(t, { REDIS_URL: redis.url })
    const { a, b, key, heard } = two
    await until(async () => (await readiness(b)).body.status === 'ok')
    const ids: string[] = []
    let writing = true
    const writer = (async () => {
      while (writing) ids.push(await addContact(a, key))
    })()
    await until(async () => ids.length > 20)
    await redis.kill()
    const degraded = await until(async () => {
      const answer = await readiness(b)
      return answer.body.status === 'degraded' && answer
    })
    assert.equal(degraded.status, 200)
    assert.match(degraded.body.checks.redis!, /^down: /)
    const before = ids.length
    await until(async () => ids.length > before + 50)
    await redis.start()
    await until(async () => (await readiness(b)).body.status === 'ok')
    const after = ids.length
    await until(async () => ids.length > after + 20)
    writing = false
    await writer
    const created = () => heard.filter(({ type }) => type === 'contact.created').map(({ subject }) => subject)
    await until(async () => created().length >= ids.length, 5)
    assert.deepEqual(created(), ids.map((id) => `contact:${id}`))
    const times = await measureDelivery(two, 5)
    t.diagnostic(`${ids.length} written; afterwards news after ${times[2]!.toFixed(0)} ms`)
    assert.equal(b.output().match(/Redis is down/g)?.length, 1)
    assert.equal(b.output().match(/Redis is back/g)?.length, 1)
  })
})
