// Two processes on one database, with Redis and without.

import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { createOrganization } from '#modules/accounts'
import { testDatabase } from './database.ts'
import { unique, until } from './factories.ts'
import { liveClient } from './live-client.ts'
import { dataFolder, startRapport } from './rapport.ts'
import { skipWithoutRedis, startRedis } from './redis.ts'
import { onClose } from './scope.ts'

/** Processes A and B, an admin's key, and a client of B. */
async function startTwo(t: TestContext, { plan, ...env }: Record<string, string> & { plan?: 'free' }) {
  const database = await testDatabase(t)
  const { key } = await createOrganization(database, {
    organization: unique('Org'),
    name: 'Olive Owner',
    email: `${unique('owner')}@example.org`,
    plan,
  })
  const { url, secret } = database.address
  const settings = { DATABASE_URL: url, RAPPORT_SECRET_KEY: secret, LOG_LEVEL: 'info', ...env }
  const start = async () => {
    const process = startRapport(t, await dataFolder(t), settings)
    return { url: await process.url(), output: process.output }
  }
  const [a, b] = await Promise.all([start(), start()])
  const client = liveClient(key)
  onClose(t, () => client.cut())
  await client.connect(b.url)
  return { a, b, key, heard: client.events }
}

interface Running {
  url: string
  output(): string
}

interface Request {
  key?: string
  method?: string
  body?: object
}

async function call({ url }: Running, path: string, { key, method, body }: Request = {}) {
  const response = await fetch(url + path, {
    method: method ?? (body ? 'POST' : 'GET'),
    headers: { ...(key && { authorization: `Bearer ${key}` }), ...(body && { 'content-type': 'application/json' }) },
    body: body && JSON.stringify(body),
  })
  const text = await response.text()
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
}

async function addContact(process: Running, key: string): Promise<string> {
  const { status, body } = await call(process, '/api/v1/contacts', { key, body: { name: unique('Ada') } })
  assert.equal(status, 201, JSON.stringify(body))
  return body.id
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
  const made = await call(a, '/api/v1/api-keys', { key, body: { name: 'to be revoked', scope: 'write' } })
  const { id, key: revoked } = made.body
  assert.equal((await call(b, '/api/v1/me', { key: revoked })).status, 200)
  assert.equal((await call(a, `/api/v1/api-keys/${id}`, { key, method: 'DELETE' })).status, 204)
  const began = performance.now()
  await until(async () => (await call(b, '/api/v1/me', { key: revoked })).status === 401, 8)
  return performance.now() - began
}

const readiness = (process: Running) => call(process, '/readyz')

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

  it('count the limits of a plan together with Redis', { skip: skipWithoutRedis }, async (t) => {
    const redis = await startRedis(t)
    const { a, b, key } = await startTwo(t, { REDIS_URL: redis.url, plan: 'free' })
    const ready = async (process: Running) => (await readiness(process)).body.checks.redis === 'ok'
    await until(async () => (await ready(a)) && (await ready(b)))
    const ask = async (process: Running) => (await call(process, '/api/v1/me', { key })).status
    const answers = await Promise.all(Array.from({ length: 60 }, async () => [await ask(a), await ask(b)]))
    // The free plan has 100 a minute; the client's own connection is one of them.
    const refused = answers.flat().filter((status) => status === 429).length
    assert.ok(refused >= 20 && refused <= 21, String(refused))
    await redis.kill()
    await until(async () => (await ask(a)) === 200)
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
