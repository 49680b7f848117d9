import assert from 'node:assert/strict'
import { test } from 'node:test'
import { passwordLink } from '#modules/accounts'
import { testApp } from '#test/app'
import { openBrowser, type Browser } from '#test/browser'
import { newPerson, newSession, organization, password, unique, until } from '#test/factories'
import { startMailServer } from '#test/mail-server'
import { file } from '#test/scope'

const server = await startMailServer(file)
const app = await testApp(file, { worker: true, env: { ...server.env, TRUST_PROXY: 'loopback' } })
const org = await organization(app)
const another = 'quite another password'
let visitors = 0
const visitor = () => openBrowser(app, { address: `198.51.100.${++visitors}` })

async function signedIn(): Promise<{ browser: Browser; email: string; user_id: string }> {
  const person = await newPerson(app, org.organization_id)
  const browser = visitor()
  const answer = await browser.post('/sessions', { email: person.email, password })
  assert.equal(answer.status, 201, answer.text)
  return { browser, ...person }
}

async function signsIn(email: string, word: string): Promise<boolean> {
  return (await visitor().post('/sessions', { email, password: word })).status === 201
}

test('a forgotten password is replaced with the link in a mail, once, and all sessions end', async () => {
  const { browser, email } = await signedIn()
  assert.equal((await visitor().post('/password-resets', { email })).status, 204)
  const mail = await server.mailTo(email, /Choose a new password/)
  const confirm = (token: string, word = another) => visitor().post('/password-resets/confirmation', { token, password: word })
  assert.equal((await confirm(mail.token, 'short')).status, 400)
  assert.equal((await confirm(mail.token)).status, 204)
  assert.equal((await browser.get('/me')).status, 401)
  assert.deepEqual([await signsIn(email, password), await signsIn(email, another)], [false, true])
  assert.equal((await confirm(mail.token)).json.code, 'invalid_token')
  await server.mailTo(email, /Your password was changed/)
})

test('another link ends the one before, and all end when one was used', async () => {
  const { email } = await signedIn()
  await visitor().post('/password-resets', { email })
  const first = await server.mailTo(email, /Choose a new password/)
  await visitor().post('/password-resets', { email })
  const second = await server.mailTo(email, /Choose a new password/)
  const confirm = (token: string) => visitor().post('/password-resets/confirmation', { token, password: another })
  assert.equal((await confirm(first.token)).json.code, 'invalid_token')
  assert.equal((await confirm(second.token)).status, 204)
})

test('whether somebody has an address is told by neither words nor time nor the queue', async () => {
  const fastest = { known: Infinity, unknown: Infinity }
  // The same work for both, a row in the queue: it takes as long, once neither had to wait for what else this machine does.
  for (let round = 0; round < 3 || Math.abs(fastest.known - fastest.unknown) >= 50; round++) {
    assert.ok(round < 20, JSON.stringify(fastest))
    const { email } = await newPerson(app, org.organization_id)
    for (const [who, address] of [['known', email], ['unknown', `${unique('nobody')}@example.org`]] as const) {
      const begun = performance.now()
      const answer = await visitor().post('/password-resets', { email: address })
      fastest[who] = Math.min(fastest[who], performance.now() - begun)
      assert.deepEqual([answer.status, answer.text, answer.cookies], [204, '', []])
    }
  }
})

test('nobody is flooded with mails: five an hour, and the answer stays the same', async () => {
  const { email } = await signedIn()
  for (let n = 0; n < 8; n++) assert.equal((await visitor().post('/password-resets', { email })).status, 204)
  await until(async () => (await app.database.query("select from graphile_worker.jobs where task_identifier = 'accounts.mail_password_link'")).length === 0)
  assert.equal(server.mails.filter(({ recipient, subject }) => recipient === email && /Choose/.test(subject!)).length, 5)
})

test('a link that is too old, made up, or for something else changes nothing', async () => {
  const { email, browser } = await signedIn()
  const link = await passwordLink(app.database.pools.auth, { email, public_url: 'http://x' })
  const token = new URL(link!).searchParams.get('token')!
  assert.equal((await visitor().post('/email-confirmations', { token })).json.code, 'invalid_token')
  await app.database.query("update auth.verification set expires_at = now() - interval '1 s' where identifier like 'password:%'")
  for (const wrong of [token, 'x', `${token}x`, "' or 1=1", '%']) {
    assert.equal((await visitor().post('/password-resets/confirmation', { token: wrong, password: another })).json.code, 'invalid_token', wrong)
  }
  assert.equal((await browser.get('/me')).status, 200)
  assert.ok(await signsIn(email, password))
})

test('changing the password asks for the one of now, and ends the other sessions', async () => {
  const { browser, email, user_id } = await signedIn()
  const other = await newSession(app, user_id, org.organization_id)
  const change = (current: string, word: string) => browser.call({ method: 'PUT', path: '/me/password', body: { current_password: current, password: word } })
  assert.equal((await change('not it at all', another)).json.code, 'wrong_password')
  assert.equal((await change(password, 'short')).status, 400)
  assert.equal((await change(password, another)).status, 204)
  assert.equal((await browser.get('/me')).status, 200)
  await other.get('/me', 401)
  assert.deepEqual([await signsIn(email, password), await signsIn(email, another)], [false, true])
  await server.mailTo(email, /Your password was changed/)
})

test('who has somebody’s session guesses their password no faster than a stranger, from however many addresses, and the admins read of it', async () => {
  const { browser, email, user_id } = await signedIn()
  const change = (n: number) =>
    browser.call({ method: 'PUT', path: '/me/password', body: { current_password: 'a guess', password: another }, headers: { 'x-forwarded-for': `203.0.113.${n}` } })
  const statuses = []
  for (let n = 0; n < 7; n++) statuses.push((await change(n)).status)
  assert.deepEqual(statuses, [403, 403, 403, 403, 403, 429, 429])
  await until(async () => (await org.get(`/audit?type=sign_in.failed&subject=user:${user_id}`)).data.length === 5)
  assert.ok(await signsIn(email, password), 'the person is not shut out')
})

test('a link that somebody else had asked for dies with the password, and one to a password with the address', async () => {
  const ask = (browser: Browser, email: string) => browser.call({ method: 'PUT', path: '/me/email', body: { email, password } })
  for (const how of ['reset', 'change'] as const) {
    const { browser, email } = await signedIn()
    const theirs = `${unique('thief')}@example.org`
    assert.equal((await ask(browser, theirs)).status, 204)
    const { token } = await server.mailTo(theirs, /Confirm your new address/)
    if (how === 'change') await browser.call({ method: 'PUT', path: '/me/password', body: { current_password: password, password: another } })
    else {
      await visitor().post('/password-resets', { email })
      await visitor().post('/password-resets/confirmation', { token: (await server.mailTo(email, /Choose a new password/)).token, password: another })
    }
    assert.equal((await visitor().post('/email-confirmations', { token })).json.code, 'invalid_token', how)
    assert.ok(await signsIn(email, another))
  }
  const { browser, email } = await signedIn()
  await visitor().post('/password-resets', { email })
  const { token } = await server.mailTo(email, /Choose a new password/)
  const fresh = `${unique('fresh')}@example.org`
  await ask(browser, fresh)
  await visitor().post('/email-confirmations', { token: (await server.mailTo(fresh, /Confirm/)).token })
  assert.equal((await visitor().post('/password-resets/confirmation', { token, password: another })).json.code, 'invalid_token')
})

test('a new address counts when it was confirmed, and the old one is told', async () => {
  const { browser, email } = await signedIn()
  const fresh = `${unique('fresh')}@example.org`
  const change = (word: string) => browser.call({ method: 'PUT', path: '/me/email', body: { email: fresh, password: word } })
  assert.equal((await change('not it at all')).json.code, 'wrong_password')
  assert.equal((await change(password)).status, 204)
  assert.equal((await browser.get('/me')).json.user.email, email)
  const mail = await server.mailTo(fresh, /Confirm your new address/)
  await server.mailTo(email, /A new address was asked for/)
  assert.equal((await visitor().post('/email-confirmations', { token: mail.token })).status, 204)
  assert.equal((await browser.get('/me')).json.user.email, fresh)
  await server.mailTo(email, /Your address was changed/)
  assert.deepEqual([await signsIn(email, password), await signsIn(fresh, password)], [false, true])
  assert.equal((await visitor().post('/email-confirmations', { token: mail.token })).json.code, 'invalid_token')
})

test('the address of somebody else cannot be taken, and asking for it tells nothing', async () => {
  const [mine, theirs] = [await signedIn(), await signedIn()]
  const answer = await mine.browser.call({ method: 'PUT', path: '/me/email', body: { email: theirs.email, password } })
  assert.equal(answer.status, 204)
  const mail = await server.mailTo(theirs.email, /Confirm your new address/)
  assert.equal((await visitor().post('/email-confirmations', { token: mail.token })).json.code, 'address_taken')
  assert.equal((await mine.browser.get('/me')).json.user.email, mine.email)
})

test('a sign-in with a new browser is told by mail, one with a known browser is not', async () => {
  const { email } = await newPerson(app, org.organization_id)
  const browser = visitor()
  await browser.post('/sessions', { email, password })
  const mail = await server.mailTo(email, /new sign-in/)
  assert.match(mail.text!, /198\.51\.100\.\d+.*Mozilla\/5\.0 \(Test\)/s)
  await browser.call({ method: 'DELETE', path: '/sessions/current' })
  assert.equal((await browser.post('/sessions', { email, password })).status, 201)
  await visitor().post('/sessions', { email, password })
  await server.mailTo(email, /new sign-in/)
  assert.equal(server.mails.filter(({ recipient }) => recipient === email).length, 2)
})

test('sign-ins, failed ones, and what was changed are in the audit log of each organization of the person, and in no other', async () => {
  const [one, other, foreign] = [await organization(app), await organization(app), await organization(app)]
  const { email, user_id } = await newPerson(app, one.organization_id)
  await app.database.query("insert into member (org_id, user_id, role) values ($1, $2, 'guest')", [other.organization_id, user_id])
  const browser = visitor()
  await browser.post('/sessions', { email, password: 'a wrong one' })
  await browser.post('/sessions', { email, password })
  await browser.call({ method: 'PUT', path: '/me/password', body: { current_password: password, password: another } })
  await browser.call({ method: 'DELETE', path: '/sessions/current' })
  const expected = ['session.created', 'session.ended', 'sign_in.failed', 'user.password_changed']
  const types = async (by: typeof one) => {
    const { data } = await by.get('/audit?limit=100')
    return [...new Set(data.map(({ type }: { type: string }) => type))].filter((type) => expected.includes(type as string)).toSorted()
  }
  for (const each of [one, other]) assert.deepEqual(await until(async () => ((await types(each)).length === 4) && types(each)), expected)
  assert.deepEqual(await types(foreign), [])
  // Nothing of it is for every member.
  assert.ok(!JSON.stringify(await one.get('/events')).includes('sign_in'))
})

test('one’s name is one’s own to change', async () => {
  const { browser } = await signedIn()
  assert.equal((await browser.call({ method: 'PATCH', path: '/me', body: { name: ' Ada  ' } })).status, 204)
  assert.equal((await browser.get('/me')).json.user.name, 'Ada')
  assert.equal((await browser.call({ method: 'PATCH', path: '/me', body: { name: '  ' } })).status, 400)
})

test('what somebody reads is theirs to say: mails come in their language, by their clock, and before that as their browser asks', async () => {
  const { browser, email } = await signedIn()
  const forgotten = async (accepts: string) => {
    assert.equal((await visitor().call({ method: 'POST', path: '/password-resets', body: { email }, headers: { 'accept-language': accepts } })).status, 204)
  }
  const change = async (body: object) => (await browser.call({ method: 'PATCH', path: '/me', body })).status
  const reading = async () => {
    const { language, time_zone } = (await browser.get('/me')).json.user
    return [language, time_zone]
  }
  assert.deepEqual(await reading(), [null, null])
  await forgotten('de-AT, en;q=0.5')
  await server.mailTo(email, /^Wählen Sie ein neues Passwort/)
  assert.deepEqual([await change({ language: 'fr' }), await change({ time_zone: 'Nowhere/At all' }), await change({})], [400, 400, 400])
  assert.equal(await change({ language: 'en' }), 204)
  await forgotten('de')
  await server.mailTo(email, /^Choose a new password/)
  assert.equal(await change({ language: 'de', time_zone: 'Asia/Tokyo' }), 204)
  assert.deepEqual(await reading(), ['de', 'Asia/Tokyo'])
  assert.equal((await visitor().post('/sessions', { email, password })).status, 201)
  const { text, html } = await server.mailTo(email, /^Neue Anmeldung/)
  assert.match(text!, /Guten Tag .+\n\njemand hat sich .* am \d{1,2}\. \p{L}+ \d{4} um \d\d:\d\d GMT\+9, von 198\.51\.100\.\d+/u)
  assert.match(html!, /<html lang="de">/)
})
