import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#test/app'
import { openBrowser, type Browser } from '#test/browser'
import { newMember, newPerson, organization, unique } from '#test/factories'
import { startOidcProvider, type Forgery, type ProviderPerson } from '#test/oidc-provider'
import { file } from '#test/scope'

const provider = await startOidcProvider(file)
const app = await testApp(file, { env: { TRUST_PROXY: 'loopback', ...provider.env } })
const org = await organization(app)
let visitors = 0
const visitor = () => openBrowser(app, { address: `203.0.113.${++visitors}` })

const someone = (email: string, more: Partial<ProviderPerson> = {}): ProviderPerson =>
  ({ sub: unique('sub'), email, email_verified: true, name: 'Ada of the provider', ...more })

async function begin(browser: Browser, next?: string): Promise<string> {
  const answer = await browser.post('/sessions/oidc', { next })
  assert.equal(answer.status, 201, answer.text)
  return answer.json.url
}

/** What the browser calls, and where our answer sends it. */
async function comeBack(browser: Browser, url: URL): Promise<string> {
  assert.equal(url.pathname, '/api/v1/sessions/oidc/callback')
  const answer = await browser.get(url.pathname.replace('/api/v1', '') + url.search)
  assert.equal(answer.status, 302, answer.text)
  return answer.headers.location!
}

async function signIn(person: ProviderPerson, { browser = visitor(), next = undefined as string | undefined } = {}) {
  return { browser, to: await comeBack(browser, await provider.visit(await begin(browser, next), person)) }
}

const refusedWith = (code: string) => `http://localhost:8080/sign-in?error=${code}`

async function count(query: string, ...values: unknown[]): Promise<number> {
  return (await app.database.query<{ count: number }>(`select count(*)::int as count from ${query}`, values))[0]!.count
}

test('before anybody has signed in, it says which ways there are', async () => {
  const methods = await visitor().get('/sign-in-methods')
  assert.deepEqual([methods.status, methods.json], [200, { passkey: true, oidc: { label: 'Our company' } }])
})

test('a member signs in by the address that the provider has verified, and goes on where they wanted', async () => {
  const { email, user_id } = await newPerson(app, org.organization_id)
  const person = someone(email.toUpperCase())
  const { browser, to } = await signIn(person, { next: '/people?tag=a' })
  assert.equal(to, 'http://localhost:8080/people?tag=a')
  const me = (await browser.get('/me')).json
  assert.deepEqual([me.user.id, me.organization.id, me.role, me.user.name], [user_id, org.organization_id, 'member', 'The member'])
  assert.equal((await browser.get('/sessions')).json.data[0].method, 'oidc')
  const [account] = await app.database.query<{ text: string }>("select a::text as text from auth.account a where provider_id = 'oidc' and user_id = $1", [user_id])
  assert.ok(!account!.text.includes('eyJ'), 'no token of the provider is kept')

  // From now on it is the person that counts, and not the address.
  assert.equal((await signIn({ ...person, email: `${unique('new')}@example.org`, email_verified: false })).to, 'http://localhost:8080/')
  assert.equal(await count("auth.account where provider_id = 'oidc' and user_id = $1", user_id), 1)
})

test('where a second factor is asked for, the provider is trusted to have done it', async () => {
  const { email } = await newPerson(app, org.organization_id)
  await app.database.query('update organization set require_two_factor = true where id = $1', [org.organization_id])
  try {
    assert.equal((await (await signIn(someone(email))).browser.get('/me')).status, 200)
  } finally {
    await app.database.query('update organization set require_two_factor = false where id = $1', [org.organization_id])
  }
})

test('who was invited becomes a member without a password, by a verified address alone', async () => {
  const email = `${unique('invited')}@example.org`
  await org.post('/invitations', { email, role: 'guest' })
  assert.equal((await signIn(someone(email, { email_verified: false }))).to, refusedWith('address_not_verified'))
  assert.equal(await count('"user" where email = $1', email), 0)

  const { browser, to } = await signIn(someone(email))
  assert.equal(to, 'http://localhost:8080/')
  const me = (await browser.get('/me')).json
  assert.deepEqual([me.organization.id, me.role, me.user.email, me.user.name], [org.organization_id, 'guest', email, 'Ada of the provider'])
  const invitations = (await org.get('/invitations')).data
  assert.equal(invitations.find((each: { email: string }) => each.email === email).status, 'accepted')
  assert.equal((await visitor().post('/sessions', { email, password: 'anything at all' })).json.code, 'wrong_credentials')
})

test('nobody else gets in: unknown people, those whose invitation is over, those who were removed', async () => {
  const unknown = `${unique('unknown')}@example.org`
  const { browser, to } = await signIn(someone(unknown))
  assert.equal(to, refusedWith('not_invited'))
  assert.equal((await browser.get('/organizations')).status, 401)

  const revoked = `${unique('revoked')}@example.org`
  const { id } = await org.post('/invitations', { email: revoked })
  await org.remove(`/invitations/${id}`)
  assert.equal((await signIn(someone(revoked))).to, refusedWith('not_invited'))
  assert.equal(await count('"user" where email = any($1)', [unknown, revoked]), 0)

  const { email, user_id } = await newMember(app, org.organization_id, 'member')
  const person = someone(email)
  await signIn(person)
  await org.remove(`/members/${user_id}`)
  assert.equal((await signIn(person)).to, refusedWith('not_invited'))
  assert.equal(await count("auth.session where user_id = $1 and method = 'oidc' and org_id is null", user_id), 0)
})

test('an address that the provider has not verified, or does not give, is no member\'s', async () => {
  const { email, user_id } = await newPerson(app, org.organization_id)
  assert.equal((await signIn(someone(email, { email_verified: false }))).to, refusedWith('address_not_verified'))
  assert.equal((await signIn(someone(email, { email: undefined }))).to, refusedWith('provider_failed'))
  assert.equal(await count("auth.account where provider_id = 'oidc' and user_id = $1", user_id), 0)
})

test('an account that somebody made in advance, with the link that they were shown, is its owner\'s alone from their first single sign-on on', async () => {
  // The library is made with the first sign-in: it heeds the next person's claim as well.
  for (const who of ['first', 'next']) {
    const email = `${unique(who)}@example.org`
    const { link } = await org.post('/invitations', { email })
    const [thief, password] = [visitor(), 'known to the thief']
    const token = new URL(link).searchParams.get('token')
    assert.equal((await thief.post('/invitations/acceptance', { token, name: 'Thief', password })).status, 201)
    assert.equal((await signIn(someone(email, { email_verified: false }))).to, refusedWith('address_not_verified'))
    assert.equal((await thief.get('/me')).status, 200, 'nobody has shown anything yet')
    const person = someone(email)
    const { browser } = await signIn(person)
    assert.equal((await browser.get('/me')).json.user.email, email)
    assert.equal((await thief.get('/me')).status, 401)
    assert.equal((await visitor().post('/sessions', { email, password })).json.code, 'wrong_credentials')
    assert.equal((await (await signIn(person)).browser.get('/me')).status, 200)
  }
})

test('an address of which the provider says nothing is believed where the settings say so, and one that is not verified nowhere', async (t) => {
  const trusting = await testApp(t, { env: { TRUST_PROXY: 'loopback', ...provider.env, OIDC_TRUST_EMAIL: 'on' }, database: app.database })
  const { email, user_id } = await newPerson(app, org.organization_id)
  const silent = someone(email, { email_verified: undefined })
  const withTrust = (person: ProviderPerson) => signIn(person, { browser: openBrowser(trusting, { address: `203.0.113.${++visitors}` }) })
  assert.equal((await signIn(silent)).to, refusedWith('address_not_verified'))
  assert.equal((await withTrust({ ...silent, email_verified: false })).to, refusedWith('address_not_verified'))
  assert.equal((await withTrust(silent)).to, 'http://localhost:8080/')
  assert.equal(await count("auth.account where provider_id = 'oidc' and user_id = $1", user_id), 1)
})

test('an id token that the provider did not make for this sign-in is nobody\'s', async () => {
  const { email, user_id } = await newPerson(app, org.organization_id)
  const person = someone(email)
  const forgeries: Forgery[] = [
    { claims: { nonce: 'of another sign-in' } }, { claims: { nonce: undefined } }, { claims: { aud: 'another client' } },
    { claims: { iss: 'https://evil.example' } }, { claims: { exp: 1_000_000_000 } }, { alg: 'none' }, { alg: 'HS256' }, { signature: 'AAAA' },
    { claims: { email: 'admin@example.org' }, signature: 'A'.repeat(342) },
  ]
  try {
    for (const forgery of forgeries) {
      provider.forgery = forgery
      assert.equal((await signIn(person)).to, refusedWith('provider_failed'), JSON.stringify(forgery))
    }
    assert.equal(await count("auth.session where user_id = $1", user_id), 0)
    // Changed in nothing, and signed anew by the provider's key, it is good.
    provider.forgery = {}
    assert.equal((await signIn(person)).to, 'http://localhost:8080/')
  } finally {
    provider.forgery = undefined
  }
})

test('what comes back is of use in the browser that began, once, as the provider sent it', async () => {
  const { email, user_id } = await newPerson(app, org.organization_id)
  const person = someone(email)
  const browser = visitor()
  const url = await provider.visit(await begin(browser), person)
  const changed = (name: string, value: string) => {
    const other = new URL(url)
    other.searchParams.set(name, value)
    return other
  }
  assert.equal(await comeBack(visitor(), url), refusedWith('sign_in_expired'), 'another browser')
  assert.equal(await comeBack(browser, changed('state', 'of-another')), refusedWith('sign_in_expired'))
  assert.equal(await comeBack(browser, changed('iss', 'https://evil.example')), refusedWith('provider_failed'))

  const again = visitor()
  const second = await provider.visit(await begin(again), person)
  const cookies = new Map(again.cookies)
  assert.equal(await comeBack(again, second), 'http://localhost:8080/')
  for (const [name, value] of cookies) again.cookies.set(name, value)
  assert.equal(await comeBack(again, second), refusedWith('sign_in_expired'), 'the state is used up')

  // The code itself, with a state that is good: the provider has seen it before.
  const third = visitor()
  const state = new URL(await begin(third)).searchParams.get('state')!
  const replayed = new URL(second)
  replayed.searchParams.set('state', state)
  assert.equal(await comeBack(third, replayed), refusedWith('provider_failed'))
  assert.equal(await count("auth.session where user_id = $1 and method = 'oidc'", user_id), 1)
})

test('who says no at the provider, or takes too long, is sent back to the sign-in', async () => {
  const browser = visitor()
  assert.equal(await comeBack(browser, await provider.refuse(await begin(browser))), refusedWith('cancelled'))
  const late = visitor()
  const url = await provider.visit(await begin(late), someone('late@example.org'))
  await app.database.query(
    "update auth.verification set value = jsonb_set(value::jsonb, '{expiresAt}', '1')::text where value like '{%codeVerifier%'",
  )
  assert.equal(await comeBack(late, url), refusedWith('sign_in_expired'))
})

test('it leads nowhere but to pages of this server', async () => {
  for (const next of ['https://evil.example', '//evil.example', 'evil', '/\u0009/evil.example', '/a b']) {
    assert.equal((await visitor().post('/sessions/oidc', { next })).status, 400, next)
  }
})

test('while the provider is down it says so, passwords go on, and it is there again afterwards', async (t) => {
  const down = await startOidcProvider(t)
  await down.stop()
  const own = await testApp(t, { env: { ...down.env }, database: app.database })
  const browser = openBrowser(own)
  const refused = await browser.post('/sessions/oidc', {})
  assert.deepEqual([refused.status, refused.json.code], [503, 'unavailable'])
  assert.equal((await browser.post('/sessions', { email: 'nobody@example.org', password: 'x' })).status, 401)

  await down.start()
  const { email } = await newPerson(app, org.organization_id)
  const person = someone(email)
  const url = await down.visit(await begin(browser), person)
  await down.stop()
  assert.equal(await comeBack(browser, url), refusedWith('provider_failed'))
  await down.start()
  assert.equal(await comeBack(browser, await down.visit(await begin(browser), person)), 'http://localhost:8080/')
})

test('without settings there is no such way', async (t) => {
  const own = await testApp(t, { database: app.database })
  const browser = openBrowser(own)
  assert.deepEqual((await browser.get('/sign-in-methods')).json, { passkey: true, oidc: null })
  assert.equal((await browser.post('/sessions/oidc', {})).status, 404)
  assert.equal(await comeBack(browser, new URL('http://x/api/v1/sessions/oidc/callback?code=a&state=b')), refusedWith('provider_not_found'))
})
