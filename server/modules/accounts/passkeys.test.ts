import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp, type Answer } from '#test/app'
import { createAuthenticator, type Authenticator } from '#test/authenticator'
import { openBrowser, type Browser } from '#test/browser'
import { newPerson, organization, password, until } from '#test/factories'
import { file } from '#test/scope'

const app = await testApp(file, { env: { TRUST_PROXY: 'loopback' } })
const org = await organization(app)
let visitors = 0
const visitor = () => openBrowser(app, { address: `203.0.113.${++visitors}` })

type How = Parameters<Authenticator['get']>[1]

async function signedIn() {
  const person = await newPerson(app, org.organization_id)
  const browser = visitor()
  assert.equal((await browser.post('/sessions', { email: person.email, password })).status, 201)
  return { browser, ...person }
}

async function add(browser: Browser, { device = createAuthenticator(), how = {} as How, name = undefined as string | undefined } = {}) {
  const options = await browser.post('/me/passkeys/options', {})
  assert.equal(options.status, 201, options.text)
  const credential = device.create(options.json, how)
  return { device, options: options.json, credential, answer: await browser.post('/me/passkeys', { credential, name }) }
}

async function withPasskey() {
  const person = await signedIn()
  const { device, answer } = await add(person.browser)
  assert.equal(answer.status, 201, answer.text)
  return { ...person, device, passkey: answer.json }
}

async function signIn(device: Authenticator, how: How = {}, browser = visitor()): Promise<Answer & { browser: Browser }> {
  const options = await browser.post('/sessions/passkey/options')
  assert.equal(options.status, 201, options.text)
  return { browser, ...(await browser.post('/sessions/passkey', { credential: device.get(options.json, how) })) }
}

test('a passkey signs in without an address, a password or a second factor', async () => {
  const { device, email, browser } = await withPasskey()
  const answer = await signIn(device)
  assert.equal(answer.status, 201, answer.text)
  const { session, two_factor_needed } = answer.json
  assert.deepEqual([two_factor_needed, session.method, session.current, session.organization_id], [false, 'passkey', true, org.organization_id])
  assert.equal((await answer.browser.get('/me')).json.user.email, email)
  const [passkey] = (await browser.get('/me/passkeys')).json.data
  assert.ok(Date.now() - Date.parse(passkey.last_used_at) < 60_000)
})

test('where a second factor is asked for, a passkey is one', async () => {
  const { device, email } = await withPasskey()
  await app.database.query('update organization set require_two_factor = true where id = $1', [org.organization_id])
  try {
    const browser = visitor()
    await browser.post('/sessions', { email, password })
    assert.equal((await browser.get('/me')).json.code, 'two_factor_needed')
    assert.equal((await (await signIn(device)).browser.get('/me')).status, 200)
  } finally {
    await app.database.query('update organization set require_two_factor = false where id = $1', [org.organization_id])
  }
})

test('people see, name and remove their passkeys, and nobody else does', async () => {
  const { browser, passkey, device } = await withPasskey()
  const second = (await add(browser, { name: '  My key ' })).answer.json
  assert.deepEqual([passkey.name, passkey.synced, passkey.last_used_at, second.name], ['Passkey', true, null, 'My key'])
  const { json: first } = await browser.get('/me/passkeys?limit=1')
  const { json: rest } = await browser.get(`/me/passkeys?limit=1&cursor=${first.next_cursor}`)
  assert.deepEqual([...first.data, ...rest.data, rest.next_cursor].map((each) => each?.id ?? each), [passkey.id, second.id, null])

  const change = (as: Browser, name: string) => as.call({ method: 'PATCH', path: `/me/passkeys/${passkey.id}`, body: { name } })
  const remove = (as: Browser) => as.call({ method: 'DELETE', path: `/me/passkeys/${passkey.id}` })
  const { browser: stranger } = await signedIn()
  assert.deepEqual([(await change(stranger, 'Mine')).status, (await remove(stranger)).status], [404, 404])
  assert.equal((await change(browser, '   ')).status, 400)
  assert.equal((await change(browser, 'Laptop')).json.name, 'Laptop')
  assert.deepEqual([(await remove(browser)).status, (await remove(browser)).status], [204, 404])
  assert.equal((await signIn(device)).json.code, 'wrong_passkey')
})

test('adding one asks for the password, unless somebody has just signed in', async () => {
  const { browser, user_id } = await signedIn()
  await app.database.query("update auth.session set created_at = now() - interval '61 minutes' where user_id = $1", [user_id])
  const begin = (body: object) => browser.post('/me/passkeys/options', body)
  assert.deepEqual([(await begin({})).json.code, (await begin({ password: 'not this one' })).json.code], ['confirm_identity', 'wrong_password'])
  assert.equal((await begin({ password })).status, 201)
})

test('a challenge is good once, for five minutes, for one person and one purpose', async () => {
  const { browser, device, user_id } = await withPasskey()
  const { answer, credential } = await add(browser)
  assert.equal(answer.status, 201)
  assert.equal((await browser.post('/me/passkeys', { credential })).json.code, 'challenge_expired')

  const guest = visitor()
  const { json: options } = await guest.post('/sessions/passkey/options')
  const cookies = new Map(guest.cookies)
  const use = async (as: Browser) => (await as.post('/sessions/passkey', { credential: device.get(options) })).json.code
  assert.equal(await use(visitor()), 'challenge_expired', 'another browser has not asked for it')
  assert.equal(await use(guest), undefined)
  for (const [name, value] of cookies) guest.cookies.set(name, value)
  assert.equal(await use(guest), 'challenge_expired')

  const late = visitor()
  const { json: again } = await late.post('/sessions/passkey/options')
  await app.database.query("update auth.verification set expires_at = expires_at - interval '301 seconds'")
  assert.equal((await late.post('/sessions/passkey', { credential: device.get(again) })).json.code, 'challenge_expired')

  const other = await signedIn()
  const { json: theirs } = await other.browser.post('/me/passkeys/options', {})
  const name = [...other.browser.cookies.keys()].find((each) => each.endsWith('.passkey'))!
  browser.cookies.set(name, other.browser.cookies.get(name)!)
  assert.equal((await browser.post('/me/passkeys', { credential: createAuthenticator().create(theirs) })).json.code, 'challenge_expired')
  assert.equal((await signIn(device, {}, browser)).json.session.method, 'passkey')
  const [{ count }] = (await app.database.query<{ count: number }>('select count(*)::int from auth.passkey where user_id = $1', [user_id])) as [{ count: number }]
  assert.equal(count, 2)
})

test('another page, another address, a touch alone, a wrong signature and a copied key are refused', async () => {
  const { browser, device } = await withPasskey()
  for (const how of [{ origin: 'https://evil.example' }, { rp_id: 'evil.example' }]) {
    assert.equal((await add(browser, { how })).answer.json.code, 'wrong_passkey', JSON.stringify(how))
    assert.equal((await signIn(device, how)).json.code, 'wrong_passkey', JSON.stringify(how))
  }
  assert.equal((await add(browser, { how: { user_verified: false } })).answer.json.code, 'user_not_verified')
  assert.equal((await signIn(device, { user_verified: false })).json.code, 'user_not_verified')

  const guest = visitor()
  const credential = device.get((await guest.post('/sessions/passkey/options')).json) as { response: { signature: string } }
  credential.response.signature = credential.response.signature.replace(/.{4}$/, 'AAAA')
  assert.equal((await guest.post('/sessions/passkey', { credential })).json.code, 'wrong_passkey')

  assert.equal((await signIn(device, { counter: 1_000 })).status, 201)
  assert.equal((await signIn(device, { counter: 1_000 })).json.code, 'wrong_passkey', 'the device has signed more often than that')
  assert.equal((await signIn(device, { counter: 4_000_000_000 })).status, 201)
})

test('one credential is one person\'s, and what is no credential is refused', async () => {
  const { browser } = await withPasskey()
  const { credential } = await add(browser)
  const other = await signedIn()
  const { json } = await other.browser.post('/me/passkeys/options', {})
  const copy = createAuthenticator().create(json) as { id: string; response: object }
  assert.equal((await other.browser.post('/me/passkeys', { credential: { ...copy, id: (credential as { id: string }).id } })).status, 400)
  for (const wrong of [{}, { ...copy, response: {} }, { ...copy, response: { ...copy.response, attestationObject: 'AAAA' } }]) {
    assert.equal((await other.browser.post('/me/passkeys', { credential: wrong })).status, 400)
  }
  assert.deepEqual((await other.browser.get('/me/passkeys')).json.data, [])
})

test('the admins read of passkeys that are added, removed and tried in vain', async () => {
  const { browser, passkey, device, user_id } = await withPasskey()
  const entries = async (subject: string) => (await org.get(`/audit?subject=${subject}`)).data.map(({ type }: { type: string }) => type)
  await signIn(device, { origin: 'https://evil.example' })
  await until(async () => (await entries(`user:${user_id}`)).includes('sign_in.failed'))
  await browser.call({ method: 'DELETE', path: `/me/passkeys/${passkey.id}` })
  assert.deepEqual(await entries(`passkey:${passkey.id}`), ['passkey.removed', 'passkey.added'])
})

test('who asks for challenge after challenge waits', async () => {
  const browser = visitor()
  const answers = await Promise.all(Array.from({ length: 101 }, () => browser.post('/sessions/passkey/options')))
  assert.equal(answers.filter(({ status }) => status === 429).length, 1)
})
