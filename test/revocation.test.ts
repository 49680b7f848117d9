// What is taken away through one process is refused by the other, which had let it in, and its live socket is closed.

import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { describe, it, type TestContext } from 'node:test'
import { createOrganization } from '#modules/accounts'
import { testDatabase, type TestDatabase } from './database.ts'
import { unique, until } from './factories.ts'
import { liveClient } from './live-client.ts'
import { startProcess, type RapportProcess } from './process.ts'
import { skipWithoutRedis, startRedis } from './redis.ts'
import { onClose } from './scope.ts'

type Headers = Record<string, string>

interface Two {
  a: RapportProcess
  b: RapportProcess
  database: TestDatabase
  org_id: string
  /** Of an admin. */
  admin: Headers
}

async function startTwo(t: TestContext, env: Record<string, string> = {}): Promise<Two> {
  const database = await testDatabase(t)
  const owner = { name: 'Olive Owner', email: `${unique('owner')}@example.org` }
  const { key, organization_id } = await createOrganization(database, { organization: unique('Org'), ...owner })
  const [a, b] = await Promise.all([startProcess(t, database, env), startProcess(t, database, env)])
  return { a, b, database, org_id: organization_id, admin: { authorization: `Bearer ${key}` } }
}

/** A member of this role with a session; without the work of a password. */
async function signedIn({ database, org_id }: Two, role: string) {
  const token = randomBytes(16).toString('hex')
  const [person] = await database.query<{ user_id: string; session_id: string }>(
    `with person as (insert into "user" (name, email, email_verified) values ($1, $2, true) returning id),
      membership as (insert into member (org_id, user_id, role) select $3, id, $4 from person)
    insert into auth.session (user_id, token_hash, org_id, expires_at)
    select id, $5, $3, now() + interval '1 day' from person returning user_id, id as session_id`,
    [`The ${role}`, `${unique(role)}@example.org`, org_id, role, createHash('sha256').update(token).digest('base64url')],
  )
  return { ...person!, headers: { cookie: `rapport.session_token=${token}.signed` } }
}

async function ask({ url }: RapportProcess, path: string, { method = 'GET', headers = {}, body }: { method?: string; headers?: Headers; body?: object } = {}) {
  const json: Headers = body ? { 'content-type': 'application/json' } : {}
  const response = await fetch(`${url}/api/v1${path}`, { method, headers: { ...headers, ...json }, body: body && JSON.stringify(body) })
  const text = await response.text()
  return { status: response.status, json: text === '' ? undefined : JSON.parse(text) }
}

/** Milliseconds until B refuses `path` to these headers, and until it has closed their socket. */
async function measure(t: TestContext, { b }: Two, { headers, path = '/contacts', end }: { headers: Headers; path?: string; end(): Promise<{ status: number }> }) {
  const client = liveClient(headers)
  onClose(t, () => client.cut())
  await client.connect(b.url)
  assert.equal((await ask(b, path, { headers })).status, 200)
  const { status } = await end()
  assert.ok(status < 300, String(status))
  const began = performance.now()
  const since = (seen: () => Promise<boolean>) => until(seen, 10).then(() => performance.now() - began)
  const [refused, closed] = await Promise.all([
    since(async () => (await ask(b, path, { headers })).status > 400),
    since(async () => client.closed.includes(4401)),
  ])
  return { refused, closed }
}

const endings: Record<string, (t: TestContext, two: Two) => ReturnType<typeof measure>> = {
  async 'a session that its owner ends'(t, two) {
    const { headers, session_id, user_id } = await signedIn(two, 'member')
    const other = randomBytes(16).toString('hex')
    await two.database.query(
      "insert into auth.session (user_id, token_hash, org_id, expires_at) values ($1, $2, $3, now() + interval '1 day')",
      [user_id, createHash('sha256').update(other).digest('base64url'), two.org_id],
    )
    const end = () => ask(two.a, `/sessions/${session_id}`, { method: 'DELETE', headers: { cookie: `rapport.session_token=${other}.signed` } })
    return measure(t, two, { headers, end })
  },
  async 'a member who is removed'(t, two) {
    const { headers, user_id } = await signedIn(two, 'member')
    return measure(t, two, { headers, end: () => ask(two.a, `/members/${user_id}`, { method: 'DELETE', headers: two.admin }) })
  },
  async 'a member who becomes a guest'(t, two) {
    const { headers, user_id } = await signedIn(two, 'member')
    return measure(t, two, { headers, end: () => ask(two.a, `/members/${user_id}`, { method: 'PATCH', headers: two.admin, body: { role: 'guest' } }) })
  },
  async 'a key that is revoked'(t, two) {
    const { json } = await ask(two.a, '/api-keys', { method: 'POST', headers: two.admin, body: { name: 'to be revoked', scope: 'read' } })
    const headers = { authorization: `Bearer ${json.key}` }
    return measure(t, two, { headers, end: () => ask(two.a, `/api-keys/${json.id}`, { method: 'DELETE', headers: two.admin }) })
  },
  async 'the key of a member who is removed'(t, two) {
    const { headers: theirs, user_id } = await signedIn(two, 'admin')
    const { json } = await ask(two.a, '/api-keys', { method: 'POST', headers: theirs, body: { name: 'goes with its owner', scope: 'read' } })
    const headers = { authorization: `Bearer ${json.key}` }
    return measure(t, two, { headers, end: () => ask(two.a, `/members/${user_id}`, { method: 'DELETE', headers: two.admin }) })
  },
}

/** The time that all took in the middle; each is refused within five seconds. */
async function measureAll(t: TestContext, two: Two): Promise<number> {
  const times: number[] = []
  for (const [what, run] of Object.entries(endings)) {
    const { refused, closed } = await run(t, two)
    t.diagnostic(`${what}: refused after ${refused.toFixed(0)} ms, socket closed after ${closed.toFixed(0)} ms`)
    assert.ok(refused < 5_000 && closed < 5_000, `${what}: refused after ${refused} ms, closed after ${closed} ms`)
    times.push(refused, closed)
  }
  return times.toSorted((x, y) => x - y)[times.length / 2]!
}

describe('What one process takes away, the other refuses', () => {
  it('within five seconds without Redis', async (t) => {
    await measureAll(t, await startTwo(t))
  })

  it('at once with Redis', { skip: skipWithoutRedis }, async (t) => {
    const redis = await startRedis(t)
    const two = await startTwo(t, { REDIS_URL: redis.url })
    const ready = async ({ url }: RapportProcess) => (await (await fetch(`${url}/readyz`)).json() as { checks: { redis?: string } }).checks.redis === 'ok'
    await until(async () => (await ready(two.a)) && (await ready(two.b)))
    // By the poll alone it would be more than half a second.
    const middle = await measureAll(t, two)
    assert.ok(middle < 400, `${middle} ms`)
  })
})
