import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readConfig } from '#platform/config'
import { networkOf } from '#platform/limits'
import { testApp, type Answer } from '#test/app'
import { callerWithRole, organization, unique } from '#test/factories'
import { file } from '#test/scope'

const app = await testApp(file)
const me = (key: string, headers: Record<string, string> = {}) => app.call({ url: '/api/v1/me', key, headers })

test('each answer says how much of its plan a key has left, and a 429 when to go on', async () => {
  const { key } = await organization(app, { plan: 'free' })
  const second = await me(key)
  assert.equal(second.status, 200)
  const { headers } = second
  assert.deepEqual([headers['ratelimit-limit'], headers['ratelimit-remaining']], ['100', '98'])
  assert.match(headers['ratelimit-reset']!, /^(60|59)$/)
  assert.equal(headers['ratelimit-policy'], '"free";q=100;w=60')
  assert.equal(headers.ratelimit, `"free";r=98;t=${headers['ratelimit-reset']}`)

  const answers = await ask(key, 99)
  assert.deepEqual(count(answers), { 200: 98, 429: 1 })
  const refused = await app.call({ url: '/api/v1/contacts', key })
  assert.deepEqual([refused.status, refused.json.code], [429, 'rate_limited'])
  assert.match(refused.json.detail, /The plan free allows 100 requests a minute/)
  assert.equal(refused.headers['retry-after'], refused.headers['ratelimit-reset'])
  assert.equal(refused.headers['ratelimit-remaining'], '0')
})

test('a key does not use up what another one has, and a plan without a limit says nothing of one', async () => {
  const free = await organization(app, { plan: 'free' })
  const other = await callerWithRole(app, free, 'guest')
  await ask(free.key, 110)
  await other.get('/me')
  await free.get('/me', 429)

  const pro = await organization(app, { plan: 'pro' })
  assert.equal((await me(pro.key)).headers['ratelimit-limit'], '500')
  const unlimited = await organization(app)
  const { headers } = await me(unlimited.key)
  assert.deepEqual(Object.keys(headers).filter((name) => name.startsWith('ratelimit')), [])
})

test('a refusal by role counts as well', async () => {
  const free = await organization(app, { plan: 'free' })
  const guest = await callerWithRole(app, free, 'guest')
  const refused = await app.call({ url: '/api/v1/contacts', headers: guest.headers })
  assert.deepEqual([refused.status, refused.headers['ratelimit-remaining']], [403, '99'])
})

test('after ten wrong keys an address waits, and the database is not asked; a right key goes on', async (t) => {
  const own = await testApp(t)
  const acme = await organization(own)
  const asked = (key: string) => own.call({ url: '/api/v1/me', key })
  const wrong = () => `rk_${unique('x').padEnd(43, 'y').slice(-43)}`
  for (let n = 0; n < 10; n++) assert.equal((await asked(wrong())).status, 401)

  await own.database.query('alter function use_api_key rename to gone')
  const refused = await asked(wrong())
  assert.deepEqual([refused.status, refused.json.code], [429, 'rate_limited'])
  assert.ok(Number(refused.headers['retry-after']) > 50)
  assert.equal((await asked(acme.key)).status, 200)
})

test('an address in X-Forwarded-For counts when a proxy is trusted, and not before', async (t) => {
  const direct = await testApp(t)
  const behind = await testApp(t, { env: { TRUST_PROXY: 'loopback' } })
  const wrong = `rk_${'w'.repeat(43)}`
  const statuses = async (at: typeof direct, from: (n: number) => string) => {
    const answers = []
    for (let n = 0; n < 12; n++) {
      answers.push(await at.call({ url: '/api/v1/me', key: wrong, headers: { 'x-forwarded-for': from(n) } }))
    }
    return count(answers)
  }
  assert.deepEqual(await statuses(direct, (n) => `10.0.0.${n}`), { 401: 10, 429: 2 })
  assert.deepEqual(await statuses(behind, (n) => `10.0.0.${n}`), { 401: 12 })
  // What the client itself wrote stands before what the proxy added.
  assert.deepEqual(await statuses(behind, (n) => `1.1.1.${n}, 10.9.9.9`), { 401: 10, 429: 2 })
})

test('addresses of one network count as one: of IPv6 the first 64 bits, of IPv4 the whole', () => {
  const networks = {
    '192.0.2.1': ['::ffff:192.0.2.1', '::ffff:c000:201'],
    '2001:db8:1:2::/64': ['2001:db8:1:2::1', '2001:DB8:1:2:ffff:ffff:ffff:ffff', '2001:0db8:0001:0002:0:0:0:9'],
    '2001:db8:1:3::/64': ['2001:db8:1:3::1'],
    'no address': ['no address'],
  }
  for (const [network, addresses] of Object.entries(networks)) {
    for (const address of addresses) assert.equal(networkOf(address), network, address)
  }
})

test('the settings of plans and proxies are checked', () => {
  const read = (TRUST_PROXY: string) => readConfig({ TRUST_PROXY }).trust_proxy
  assert.deepEqual([read('off'), read('loopback')], [false, ['loopback']])
  assert.deepEqual(read('10.0.0.0/8, ::1'), ['10.0.0.0/8', '::1'])
  for (const value of ['on', '1', 'proxy.example.org', '10.0.0.0/8/8']) assert.throws(() => read(value), /TRUST_PROXY/)
  assert.equal(readConfig({ DEFAULT_PLAN: 'pro' }).default_plan, 'pro')
  assert.throws(() => readConfig({ DEFAULT_PLAN: 'gold' }), /DEFAULT_PLAN must be one of/)
})

/** So many requests, ten at a time: a hundred at once would be too much for a machine that does much else. */
async function ask(key: string, times: number): Promise<Answer[]> {
  const answers: Answer[] = []
  while (answers.length < times) {
    const few = Array.from({ length: Math.min(10, times - answers.length) }, () => me(key))
    answers.push(...(await Promise.all(few)))
  }
  return answers
}

function count(answers: Answer[]): Record<number, number> {
  const counts: Record<number, number> = {}
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1
  return counts
}
