import assert from 'node:assert/strict'
import { test } from 'node:test'
import { removeTwoFactor } from '#modules/accounts'
import { testApp } from '#test/app'
import { openBrowser, type Browser } from '#test/browser'
import { newPerson, organization, password, until } from '#test/factories'
import { liveClient } from '#test/live-client'
import { file, onClose } from '#test/scope'
import { totpCode } from '#test/totp'

const env = { TRUST_PROXY: 'loopback', RAPPORT_SECRET_KEY: 'a key of all processes of a test.' }
const app = await testApp(file, { env })
const org = await organization(app)
const url = await app.http.listen({ port: 0, host: '127.0.0.1' })
let visitors = 0
const visitor = () => openBrowser(app, { address: `203.0.113.${++visitors}` })

/** From the address that an app reads from a QR code. */
const codeOf = (uri: string, steps = 0) => totpCode(new URL(uri).searchParams.get('secret')!, steps)

async function withTotp(): Promise<{ browser: Browser; email: string; user_id: string; uri: string; recovery_codes: string[] }> {
  const person = await newPerson(app, org.organization_id)
  const browser = visitor()
  await browser.post('/sessions', { email: person.email, password })
  const begun = await browser.post('/me/totp', { password })
  assert.equal(begun.status, 201, begun.text)
  const confirmed = await browser.post('/me/totp/confirmation', { code: codeOf(begun.json.uri, -1) })
  assert.equal(confirmed.status, 204, confirmed.text)
  return { browser, ...person, ...begun.json }
}

async function firstStep(email: string, browser = visitor()): Promise<Browser> {
  const answer = await browser.post('/sessions', { email, password })
  assert.deepEqual([answer.status, answer.json], [201, { two_factor_needed: true, session: null }])
  assert.equal((await browser.get('/me')).status, 401, 'half of a sign-in is none')
  return browser
}

test('with codes of an app the password alone signs nobody in', async () => {
  const { browser, email, uri } = await withTotp()
  assert.equal((await browser.get('/me')).json.user.two_factor, true)
  const second = await firstStep(email)
  assert.equal((await second.post('/sessions/two-factor', { code: '000000' })).json.code, 'wrong_code')
  const answer = await second.post('/sessions/two-factor', { code: codeOf(uri) })
  assert.equal(answer.status, 201, answer.text)
  assert.equal((await second.get('/me')).json.user.email, email)
})

test('a code is good once', async () => {
  const { email, uri } = await withTotp()
  const code = codeOf(uri)
  assert.equal((await (await firstStep(email)).post('/sessions/two-factor', { code })).status, 201)
  const thief = await firstStep(email)
  assert.equal((await thief.post('/sessions/two-factor', { code })).json.code, 'wrong_code')
  assert.equal((await thief.get('/me')).status, 401)
})

test('a recovery code signs in once, and new ones end the old', async () => {
  const { browser, email, recovery_codes } = await withTotp()
  const use = async (recovery_code: string) => (await (await firstStep(email)).post('/sessions/two-factor', { recovery_code })).status
  assert.deepEqual([await use(recovery_codes[0]!), await use(recovery_codes[0]!)], [201, 401])
  const renewed = await browser.post('/me/recovery-codes', { password })
  assert.equal(renewed.status, 201, renewed.text)
  assert.deepEqual([await use(recovery_codes[1]!), await use(renewed.json.recovery_codes[0])], [401, 201])
})

test('a trusted browser is not asked again until it is trusted no more, another one is', async () => {
  const { email, uri } = await withTotp()
  const browser = await firstStep(email)
  await browser.post('/sessions/two-factor', { code: codeOf(uri), trust_device: true })
  await browser.call({ method: 'DELETE', path: '/sessions/current' })
  assert.equal((await browser.post('/sessions', { email, password })).json.two_factor_needed, false)
  await firstStep(email)
  assert.equal((await browser.call({ method: 'DELETE', path: '/me/trusted-devices' })).status, 204)
  await browser.call({ method: 'DELETE', path: '/sessions/current' })
  await firstStep(email, browser)
})

test('without the first step, or after five wrong codes, a right code is of no use', async () => {
  const { email, uri } = await withTotp()
  assert.equal((await visitor().post('/sessions/two-factor', { code: codeOf(uri) })).json.code, 'sign_in_again')
  const browser = await firstStep(email)
  for (let n = 0; n < 5; n++) await browser.post('/sessions/two-factor', { code: '000000' })
  assert.ok((await browser.post('/sessions/two-factor', { code: codeOf(uri) })).status >= 400)
  assert.equal((await browser.get('/me')).status, 401)
})

test('setting up and removing ask for the password, and nothing is asked for before it was confirmed', async () => {
  const { email } = await newPerson(app, org.organization_id)
  const browser = visitor()
  await browser.post('/sessions', { email, password })
  assert.equal((await browser.post('/me/totp', { password: 'not this one' })).json.code, 'wrong_password')
  assert.equal((await browser.post('/me/totp', { password })).status, 201)
  assert.equal((await visitor().post('/sessions', { email, password })).json.two_factor_needed, false)
  assert.equal((await browser.post('/me/totp/confirmation', { code: '000000' })).status, 400)

  const enabled = await withTotp()
  assert.equal((await enabled.browser.call({ method: 'DELETE', path: '/me/totp', body: { password: 'not this one' } })).json.code, 'wrong_password')
  assert.equal((await enabled.browser.call({ method: 'DELETE', path: '/me/totp', body: { password } })).status, 204)
  assert.equal((await visitor().post('/sessions', { email: enabled.email, password })).json.two_factor_needed, false)
})

test('the admins read of wrong codes, and that the session from before the second factor has ended', async () => {
  const { email, user_id } = await withTotp()
  const entries = async (query: string) => (await org.get(`/audit?${query}`)).data as { type: string; actor: { id: string } }[]
  // Enabling it gives another session; the end of the one before is told when the answer with the new cookie is out.
  await until(async () => (await entries('type=session.ended&limit=100')).filter(({ actor }) => actor.id === user_id).length === 1)
  const browser = await firstStep(email)
  await browser.post('/sessions/two-factor', { code: '000000' })
  await browser.post('/sessions/two-factor', { recovery_code: 'not one of them' })
  await until(async () => (await entries(`subject=user:${user_id}`)).filter(({ type }) => type === 'sign_in.failed').length === 2)
})

test('sessions that have shown the password alone end when the second factor is set up, a second time it cannot be', async () => {
  const { email, user_id } = await newPerson(app, org.organization_id)
  const [thief, browser] = [visitor(), visitor()]
  for (const each of [thief, browser]) await each.post('/sessions', { email, password })
  const { json } = await browser.post('/me/totp', { password })
  assert.equal((await browser.post('/me/totp/confirmation', { code: codeOf(json.uri) })).status, 204)
  assert.deepEqual([(await thief.get('/me')).status, (await browser.get('/me')).status], [401, 200])
  const again = await browser.post('/me/totp/confirmation', { code: codeOf(json.uri) })
  assert.deepEqual([again.status, again.json.code], [409, 'totp_enabled'])
  assert.equal((await browser.get('/me')).status, 200)
  const enabled = (await org.get(`/audit?type=user.two_factor_enabled&subject=user:${user_id}`)).data
  assert.equal(enabled.length, 1)
})

test('a socket of the session that is replaced is closed when the browser has the new cookie, and not before', async (t) => {
  const { email } = await newPerson(app, org.organization_id)
  const browser = visitor()
  await browser.post('/sessions', { email, password })
  const client = liveClient(browser.headers())
  onClose(t, () => client.cut())
  await client.connect(url)
  const { json } = await browser.post('/me/totp', { password })
  assert.equal((await browser.post('/me/totp/confirmation', { code: codeOf(json.uri) })).status, 204)
  assert.deepEqual(client.closed, [])
  await until(async () => client.closed.includes(4401), 5)
})

test('ten wrong codes, of the app or for recovery, shut the second step for a while, whoever begins it', async () => {
  for (const kind of ['code', 'recovery_code'] as const) {
    const { email, uri, recovery_codes } = await withTotp()
    for (let begun = 0; begun < 2; begun++) {
      const thief = await firstStep(email)
      for (let n = 0; n < 5; n++) assert.equal((await thief.post('/sessions/two-factor', { [kind]: kind === 'code' ? '000000' : 'wrong-codes' })).status, 401)
      const right = kind === 'code' ? { code: codeOf(uri) } : { recovery_code: recovery_codes[0] }
      const answer = await thief.post('/sessions/two-factor', right)
      assert.ok([401, 429].includes(answer.status), `${kind}: ${answer.text}`)
    }
    const locked = await (await firstStep(email)).post('/sessions/two-factor', { code: codeOf(uri) })
    assert.deepEqual([locked.status, locked.json.code, locked.headers['retry-after']], [429, 'rate_limited', '900'], kind)
  }
})

test('a code is good once in all processes, though two ask at once', async (t) => {
  const other = await testApp(t, { env, database: app.database })
  const { email, uri } = await withTotp()
  const code = codeOf(uri)
  const browsers = [visitor(), openBrowser(other, { address: '203.0.113.250' })]
  for (const browser of browsers) await firstStep(email, browser)
  const answers = await Promise.all(browsers.map((browser) => browser.post('/sessions/two-factor', { code })))
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [201, 401])
})

test('recovery codes that are made anew, or used, are told by mail and in the audit log', async () => {
  const { browser, email, user_id } = await withTotp()
  const { json } = await browser.post('/me/recovery-codes', { password })
  await (await firstStep(email)).post('/sessions/two-factor', { recovery_code: json.recovery_codes[0] })
  const types = (await org.get(`/audit?subject=user:${user_id}`)).data.map(({ type }: { type: string }) => type)
  for (const type of ['user.recovery_codes_renewed', 'user.recovery_code_used']) assert.ok(types.includes(type), String(types))
  const jobs = await app.database.query<{ notice: string }>("select payload->>'notice' as notice from graphile_worker._private_jobs where payload->>'user_id' = $1", [user_id])
  const notices = jobs.map(({ notice }) => notice)
  for (const notice of ['recovery_codes_renewed', 'recovery_code_used']) assert.ok(notices.includes(notice), String(notices))
})

test('whoever runs the server lets in who has lost phone and codes; what could tell has ended, and everybody is told', async (t) => {
  const { browser, email, user_id, uri } = await withTotp()
  const trusted = await firstStep(email)
  await trusted.post('/sessions/two-factor', { code: codeOf(uri), trust_device: true })
  const client = liveClient(browser.headers())
  onClose(t, () => client.cut())
  await client.connect(url)
  const installation = { tenancy: app.database, pool: app.database.pools.auth }
  assert.deepEqual(await removeTwoFactor(installation, email), { sessions_ended: 2 })
  // This process has both in its cache, and hears of it by the log, as any other does.
  await until(async () => client.closed.includes(4401), 5)
  for (const each of [browser, trusted]) assert.equal((await each.get('/me')).status, 401)

  const entries = (await org.get(`/audit?subject=user:${user_id}`)).data as { type: string; actor: object }[]
  assert.deepEqual(entries.find(({ type }) => type === 'user.two_factor_removed')!.actor, { kind: 'system', id: 'command_line', name: null })
  const query = "select from graphile_worker._private_jobs where payload->>'user_id' = $1 and payload->>'notice' = 'two_factor_removed'"
  assert.equal((await app.database.query(query, [user_id])).length, 1)

  const back = visitor()
  assert.equal((await back.post('/sessions', { email, password })).json.two_factor_needed, false)
  const begun = await back.post('/me/totp', { password })
  assert.equal((await back.post('/me/totp/confirmation', { code: codeOf(begun.json.uri) })).status, 204)
  const again = visitor()
  assert.equal((await again.post('/sessions', { email, password })).json.two_factor_needed, true, 'no browser is trusted as before')
})

test('neither seeds nor recovery codes can be read in the database', async () => {
  const { uri, recovery_codes, user_id } = await withTotp()
  const [dump] = await app.database.query<{ text: string }>('select t::text as text from auth.two_factor t where user_id = $1', [user_id])
  for (const secret of [new URL(uri).searchParams.get('secret')!, ...recovery_codes]) assert.ok(!dump!.text.includes(secret))
})
