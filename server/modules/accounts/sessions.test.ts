import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp, type Answer } from '#test/app'
import { openBrowser, type Browser } from '#test/browser'
import { callerWith, newMember, newPerson, newSession, organization, password, unique } from '#test/factories'
import { file } from '#test/scope'

const app = await testApp(file)
const acme = await organization(app)
const signIn = (body: object, headers: Record<string, string> = {}) =>
  app.call({ url: '/api/v1/sessions', body, headers: { 'user-agent': 'Test browser', ...headers } })

/** As a browser sends back what it was given. */
function cookiesOf(answer: Answer): { cookie: string } {
  return { cookie: answer.cookies.filter(({ value }) => value !== '').map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ') }
}

test('address and password give a session, in a cookie that no script can read', async () => {
  const { email, user_id } = await newPerson(app, acme.organization_id)
  const answer = await signIn({ email: email.toUpperCase(), password })
  assert.equal(answer.status, 201, answer.text)
  const { session, two_factor_needed } = answer.json
  assert.deepEqual(
    [two_factor_needed, session.current, session.organization_id, session.method, session.user_agent, session.address],
    [false, true, acme.organization_id, 'password', 'Test browser', '127.0.0.1'],
  )
  for (const { name, httpOnly, sameSite, path, secure } of answer.cookies) {
    assert.deepEqual([httpOnly, sameSite, path, secure], [true, 'Lax', '/', undefined], name)
  }
  const me = await callerWith(app, cookiesOf(answer)).get('/me')
  assert.deepEqual([me.user.id, me.user.email, me.role, me.api_key], [user_id, email, 'member', null])
  assert.ok(!answer.text.includes(answer.cookies[0]!.value.split('.')[0]!), 'the token is in the cookie alone')
})

test('behind TLS the cookies are for TLS alone', async (t) => {
  const own = await testApp(t, { env: { PUBLIC_URL: 'https://rapport.example.org' } })
  const { email } = await newPerson(own, (await organization(own)).organization_id)
  const answer = await own.call({ url: '/api/v1/sessions', body: { email, password } })
  assert.equal(answer.status, 201, answer.text)
  assert.ok(answer.cookies.length >= 2)
  for (const { name, secure } of answer.cookies) assert.ok(secure && name.startsWith('__Secure-'), name)
  await callerWith(own, cookiesOf(answer)).get('/me')
})

test('the database keeps only a hash of what the cookie holds', async () => {
  const { email, user_id } = await newPerson(app, acme.organization_id)
  const answer = await signIn({ email, password })
  const values = answer.cookies.map(({ value }) => value.split('.')[0]!)
  const [dump] = await app.database.query<{ text: string }>(
    `select (select string_agg(s::text, '') from auth.session s where user_id = $1)
      || (select string_agg(d::text, '') from auth.device d where user_id = $1)
      || (select coalesce(string_agg(v::text, ''), '') from auth.verification v) as text`,
    [user_id],
  )
  for (const value of values) assert.ok(!dump!.text.includes(value))
})

test('a wrong password and an unknown address are answered alike, in words and in time', async () => {
  const { email } = await newPerson(app, acme.organization_id)
  const answers = { known: [] as Answer[], unknown: [] as Answer[] }
  const times = { known: [] as number[], unknown: [] as number[] }
  for (let n = 0; n < 5; n++) {
    for (const who of ['known', 'unknown'] as const) {
      const begun = performance.now()
      // From another address each time, so that no limit is met.
      const headers = { 'user-agent': 'x' }
      answers[who].push(await signIn({ email: who === 'known' ? email : `${unique('nobody')}@example.org`, password: `wrong ${n} password` }, headers))
      times[who].push(performance.now() - begun)
    }
  }
  const told = (answer: Answer) => ({ status: answer.status, ...answer.json, request_id: '', cookies: answer.cookies, keys: Object.keys(answer.headers).toSorted() })
  const [first, ...others] = [...answers.known, ...answers.unknown].map(told)
  assert.deepEqual([first!.status, first!.code], [401, 'wrong_credentials'])
  for (const other of others) assert.deepEqual(other, first)
  // Hashing takes most of it; whoever left it out for unknown addresses would answer in a fraction.
  const fastest = (list: number[]) => Math.min(...list)
  assert.ok(fastest(times.unknown) > fastest(times.known) / 3, JSON.stringify(times))
})

test('after five wrong passwords this address waits, for a known account as for an unknown, and the right one too', async (t) => {
  const own = await testApp(t, { env: { TRUST_PROXY: 'loopback' } })
  const { organization_id } = await organization(own)
  const { email } = await newPerson(own, organization_id)
  const from = (address: string, body: object) => own.call({ url: '/api/v1/sessions', body, headers: { 'x-forwarded-for': address } })
  for (const who of [email, 'nobody@example.org']) {
    const answers = await Promise.all(Array.from({ length: 8 }, () => from('192.0.2.1', { email: who, password: 'not this one' })))
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [401, 401, 401, 401, 401, 429, 429, 429], who)
    const refused = answers.find(({ status }) => status === 429)!
    assert.ok(Number(refused.headers['retry-after']) > 600)
  }
  assert.equal((await from('192.0.2.1', { email, password })).status, 429)
  assert.equal((await from('192.0.2.2', { email, password })).status, 201, 'from elsewhere it goes on')

  const { email: other } = await newPerson(own, organization_id)
  for (let n = 1; n <= 5; n++) await from(`2001:db8:0:1::${n}`, { email: other, password: 'not this one' })
  assert.equal((await from('2001:db8:0:1::6', { email: other, password })).status, 429, 'who has one address has all of its network')
  assert.equal((await from('2001:db8:0:2::1', { email: other, password })).status, 201)
})

test('many strangers cannot lock somebody out of a browser that is known', async (t) => {
  const own = await testApp(t, { env: { TRUST_PROXY: 'loopback' } })
  const { organization_id } = await organization(own)
  const { email } = await newPerson(own, organization_id)
  const from = (address: string, body: object, headers = {}) =>
    own.call({ url: '/api/v1/sessions', body, headers: { 'x-forwarded-for': address, ...headers } })
  const known = cookiesOf(await from('192.0.2.1', { email, password }))
  for (let n = 0; n < 50; n++) await from(`198.51.100.${n}`, { email, password: 'x' })
  assert.equal((await from('192.0.2.9', { email, password })).status, 429)
  assert.equal((await from('192.0.2.9', { email, password }, known)).status, 201)
})

test('a right password forgives the wrong ones before it', async () => {
  const { email } = await newPerson(app, acme.organization_id)
  for (let round = 0; round < 3; round++) {
    for (let n = 0; n < 3; n++) assert.equal((await signIn({ email, password: 'wrong one' })).status, 401)
    assert.equal((await signIn({ email, password })).status, 201)
  }
})

test('a session that somebody planted is not the one that a sign-in gives, and the one before it ends', async () => {
  const { email, user_id } = await newPerson(app, acme.organization_id)
  const planted = await newSession(app, user_id, acme.organization_id)
  const answer = await signIn({ email, password }, { cookie: `rapport.session_token=${planted.cookie}` })
  assert.notEqual(answer.cookies[0]!.value.split('.')[0], planted.cookie.split('.')[0])
  await planted.get('/me', 401)
  await callerWith(app, cookiesOf(answer)).get('/me')
  const unknown = 'a'.repeat(32)
  const second = await signIn({ email, password }, { cookie: `rapport.session_token=${unknown}.x` })
  assert.ok(!second.cookies[0]!.value.startsWith(unknown))
})

test('sessions are listed with device and place, ended one by one or all others, and gone at once', async () => {
  const person = await newMember(app, acme.organization_id, 'member')
  const others = [await newSession(app, person.user_id, acme.organization_id), await newSession(app, person.user_id, acme.organization_id)]
  for (const other of others) await other.get('/me')
  const { data } = await person.get('/sessions')
  assert.deepEqual(data.map(({ id }: { id: string }) => id), [others[1]!.session_id, others[0]!.session_id, person.session_id])
  assert.deepEqual(data.map(({ current }: { current: boolean }) => current), [false, false, true])
  const page = await person.get('/sessions?limit=2')
  assert.equal((await person.get(`/sessions?limit=2&cursor=${page.next_cursor}`)).data[0].id, person.session_id)

  await person.remove(`/sessions/${others[0]!.session_id}`)
  await others[0]!.get('/me', 401)
  await others[1]!.get('/me')
  await person.remove('/sessions')
  await others[1]!.get('/me', 401)
  await person.get('/me')
  await person.remove('/sessions/current')
  await person.get('/me', 401)
})

test('nobody ends another person’s session', async () => {
  const [mine, theirs] = [await newMember(app, acme.organization_id, 'owner'), await newMember(app, acme.organization_id, 'member')]
  assert.equal((await mine.remove(`/sessions/${theirs.session_id}`, 404)).code, 'session_not_found')
  assert.ok(!JSON.stringify(await mine.get('/sessions')).includes(theirs.session_id))
  await theirs.get('/me')
})

test('signing out clears the cookie', async () => {
  const { headers } = await newMember(app, acme.organization_id, 'member')
  const answer = await app.call({ method: 'DELETE', url: '/api/v1/sessions/current', headers })
  assert.deepEqual(answer.cookies.map(({ name, value, maxAge }) => [name, value, maxAge]), [['rapport.session_token', '', 0]])
})

test('an expired session is over, and so is one that nobody used for 14 days', async () => {
  for (const change of ["expires_at = now() - interval '1 s'", "last_seen_at = now() - interval '14 days 1 s'"]) {
    const person = await newMember(app, acme.organization_id, 'member')
    await app.database.query(`update auth.session set ${change} where id = $1`, [person.session_id])
    assert.equal((await person.get('/me', 401)).code, 'unauthenticated')
  }
})

test('a cookie that is none, or somebody else’s, is nobody', async () => {
  for (const value of ['', '.', 'x', `${'a'.repeat(32)}`, `${'a'.repeat(32)}.b`, '%', '%ZZ', "' or 1=1--", 'a'.repeat(10_000)]) {
    assert.equal((await app.call({ url: '/api/v1/me', headers: { cookie: `rapport.session_token=${value}` } })).status, 401, value)
  }
})

test('a page of another origin can do nothing with somebody’s cookie, nor sign them in', async () => {
  const person = await newMember(app, acme.organization_id, 'admin')
  const { email } = await newPerson(app, acme.organization_id)
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost:9999' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    // What a browser adds by itself, where a proxy asks for it.
    { origin: 'https://evil.example', authorization: 'Basic YTpi' },
  ]
  for (const headers of foreign) {
    const write = await app.call({ url: '/api/v1/contacts', body: { name: 'Forged' }, headers: { ...person.headers, ...headers } })
    assert.deepEqual([write.status, write.json.code], [403, 'forbidden'], JSON.stringify(headers))
    assert.equal((await signIn({ email, password }, headers)).status, 403)
    const batch = await app.call({
      url: '/api/v1/batch',
      body: { calls: [{ method: 'POST', path: '/api/v1/contacts', body: { name: 'Forged' } }] },
      headers: { ...person.headers, ...headers },
    })
    assert.equal(batch.status, 403)
  }
  const own: Record<string, string>[] = [
    { origin: 'http://localhost:8080' },
    { origin: 'http://crm.test', host: 'crm.test' },
    { 'sec-fetch-site': 'same-origin' },
  ]
  for (const headers of own) {
    const write = await app.call({ url: '/api/v1/contacts', body: { name: 'Ours' }, headers: { ...person.headers, ...headers } })
    assert.equal(write.status, 201, JSON.stringify(headers))
  }
})

test('a session goes on in another organization of this person, and in nobody else’s', async () => {
  const [one, other, foreign] = [await organization(app), await organization(app), await organization(app)]
  const person = await newMember(app, one.organization_id, 'member')
  await app.database.query("insert into member (org_id, user_id, role) values ($1, $2, 'admin')", [other.organization_id, person.user_id])
  const { id } = await one.post('/contacts', { name: 'Of the first' })
  await person.get(`/contacts/${id}`)
  const session = await person.patch('/sessions/current', { organization_id: other.organization_id })
  assert.equal(session.organization_id, other.organization_id)
  assert.deepEqual([(await person.get('/me')).role, (await person.get('/me')).organization.id], ['admin', other.organization_id])
  await person.get(`/contacts/${id}`, 404)
  assert.equal((await person.patch('/sessions/current', { organization_id: foreign.organization_id }, 404)).code, 'organization_not_found')
})

test('a process that remembers a session as it was asks anew when the browser says that it has gone on', async (t) => {
  const [one, other] = [await organization(app), await organization(app)]
  const person = await newMember(app, one.organization_id, 'member')
  await app.database.query("insert into member (org_id, user_id, role) values ($1, $2, 'member')", [other.organization_id, person.user_id])
  const second = await testApp(t, { database: app.database })
  const [here, there] = [openBrowser(app), openBrowser(second)]
  for (const browser of [here, there]) browser.cookies.set('rapport.session_token', person.cookie)
  const organizationOf = async (browser: Browser) => (await browser.get('/me')).json.organization.id
  assert.equal(await organizationOf(there), one.organization_id)

  const answer = await here.call({ method: 'PATCH', path: '/sessions/current', body: { organization_id: other.organization_id } })
  const { value, maxAge, httpOnly, sameSite } = answer.cookies.find(({ name }) => name === 'rapport.organization')!
  assert.deepEqual([value, maxAge, httpOnly, sameSite], [other.organization_id, 10, true, 'Lax'])
  there.cookies.set('rapport.organization', value)
  assert.equal(await organizationOf(there), other.organization_id)
  // Says what is not so: it is no more than a reason to look.
  there.cookies.set('rapport.organization', one.organization_id)
  assert.equal(await organizationOf(there), other.organization_id)
})

test('somebody who is in no organization is told so, and may sign out', async () => {
  const person = await newMember(app, undefined, 'guest')
  assert.equal((await person.get('/me', 403)).code, 'no_organization')
  assert.equal((await person.get('/sessions')).data.length, 1)
  await person.remove('/sessions/current')
})

test('an api key comes in either header', async () => {
  const both: Record<string, string>[] = [{ authorization: `Bearer ${acme.key}` }, { 'x-api-key': acme.key }]
  for (const headers of both) {
    assert.equal((await app.call({ url: '/api/v1/me', headers })).status, 200)
  }
  assert.equal((await app.call({ url: '/api/v1/me', headers: { 'x-api-key': 'rk_wrong' } })).status, 401)
  // Of two, that of Authorization; and a key counts for more than a cookie.
  const { cookie } = await newMember(app, acme.organization_id, 'owner')
  const mixed = { 'x-api-key': acme.key, authorization: `Bearer rk_${'x'.repeat(43)}`, cookie: `rapport.session_token=${cookie}` }
  assert.equal((await app.call({ url: '/api/v1/me', headers: mixed })).status, 401)
  const known = await app.call({ url: '/api/v1/me', headers: { ...mixed, authorization: `Bearer ${acme.key}` } })
  assert.deepEqual([known.json.user, known.json.role], [null, 'admin'])
})
