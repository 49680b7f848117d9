import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setupLink } from '#modules/accounts'
import { testApp, type TestApp } from '#test/app'
import { openBrowser } from '#test/browser'
import type { Scope } from '#test/scope'

const input = { name: 'Olive Owner', email: 'Olive@Example.org', password: 'a long enough one', organization: 'Example' }

async function empty(scope: Scope): Promise<{ app: TestApp; token: string }> {
  const app = await testApp(scope)
  const link = new URL(await setupLink(app.database.pools.auth, 'http://localhost:8080'))
  assert.equal(link.pathname, '/setup')
  return { app, token: link.searchParams.get('token')! }
}

test('the link of a first start makes the first organization, signs in, and is used up', async (t) => {
  const { app, token } = await empty(t)
  const browser = openBrowser(app)
  assert.deepEqual((await browser.get('/setup')).json, { needed: true })
  const made = await browser.post('/setup', { token, ...input })
  assert.equal(made.status, 201, made.text)
  assert.equal(made.json.two_factor_needed, false)
  const { json: me } = await browser.get('/me')
  assert.deepEqual([me.role, me.organization.name, me.user.email], ['owner', 'Example', 'olive@example.org'])
  assert.deepEqual((await browser.get('/setup')).json, { needed: false })
  assert.deepEqual((await browser.get('/api-keys')).json.data, [], 'a key that nobody has seen is of no use')
  const { data: [creation] } = (await browser.get('/audit?type=organization.created')).json
  assert.deepEqual([creation.actor.name, creation.address], ['Olive Owner', '127.0.0.1'])
  for (const email of [input.email, 'another@example.org']) {
    const again = await openBrowser(app).post('/setup', { token, ...input, email })
    assert.deepEqual([again.status, again.json.code], [400, 'invalid_token'])
  }
  const back = await openBrowser(app).post('/sessions', { email: input.email, password: input.password })
  assert.equal(back.status, 201)
})

test('of many who use it at once one sets it up, with one link or several', async (t) => {
  const { app, token } = await empty(t)
  const other = new URL(await setupLink(app.database.pools.auth, 'http://localhost:8080')).searchParams.get('token')!
  const answers = await Promise.all(
    [token, token, other, other].map((each, n) => openBrowser(app).post('/setup', { token: each, ...input, email: `o${n}@example.org` })),
  )
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [201, 400, 400, 400], answers.map(({ text }) => text).join('\n'))
  assert.equal((await app.database.query('select from organization')).length, 1)
})

test('what is wrong with it leaves the link good', async (t) => {
  const { app, token } = await empty(t)
  const browser = openBrowser(app)
  for (const wrong of [{ password: 'short' }, { email: 'none' }, { email: 'a@b' }, { name: ' ' }, { organization: '' }, { extra: 1 }]) {
    assert.equal((await browser.post('/setup', { token, ...input, ...wrong })).status, 400, JSON.stringify(wrong))
  }
  assert.equal((await browser.post('/setup', { ...input, token: 'x'.repeat(43) })).json.code, 'invalid_token')
  assert.equal((await browser.post('/setup', { token, ...input })).status, 201)
})

test('a link that is too old is refused, and is not in the database', async (t) => {
  const { app, token } = await empty(t)
  const [dump] = await app.database.query<{ text: string }>("select string_agg(v::text, '') as text from auth.verification v")
  assert.ok(!dump!.text.includes(token))
  await app.database.query("update auth.verification set expires_at = now() - interval '1 s'")
  assert.equal((await openBrowser(app).post('/setup', { token, ...input })).json.code, 'invalid_token')
})

test('who guesses links waits after a while', async (t) => {
  const { app } = await empty(t)
  const answers = []
  for (let n = 0; n < 21; n++) answers.push((await openBrowser(app).post('/setup', { ...input, token: `guess ${n}` })).status)
  assert.deepEqual([...new Set(answers)], [400, 429])
  assert.equal(answers.indexOf(429), 20)
})
