import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#test/app'
import { createAuthenticator } from '#test/authenticator'
import { openBrowser, type Browser } from '#test/browser'
import { allItems, newMember, newPerson, organization, password, unique, until } from '#test/factories'
import { startMailServer } from '#test/mail-server'
import { file } from '#test/scope'

const server = await startMailServer(file)
const app = await testApp(file, { worker: true, env: { ...server.env, TRUST_PROXY: 'loopback' } })
const org = await organization(app)
const admin = await newMember(app, org.organization_id, 'admin')
const owner = await newMember(app, org.organization_id, 'owner')
let visitors = 0
/** Each from a place of its own, so that no limit is met. */
const visitor = () => openBrowser(app, { address: `192.0.2.${++visitors}` })
const someone = () => `${unique('invited')}@example.org`
const tokenOf = (link: string) => new URL(link).searchParams.get('token')!

test('somebody new accepts with name and password, and has signed in then', async () => {
  const email = someone()
  const { link, ...made } = await admin.post('/invitations', { email: email.toUpperCase(), role: 'member' })
  assert.deepEqual([made.email, made.status, made.invited_by.id], [email, 'pending', admin.user_id])
  const mail = await server.mailTo(email, /invites you/)
  assert.equal(mail.token.split('.')[0], tokenOf(link), 'the mail has the same link, and shows besides that it was read')
  assert.match(mail.text!, /as a member/)
  assert.match(mail.html!, /<a href="http:\/\/localhost:8080\/invitation\?token=/)

  const browser = visitor()
  const { json: seen } = await browser.post('/invitations/lookup', { token: mail.token })
  assert.deepEqual([seen.email, seen.role, seen.known, seen.invited_by], [email, 'member', false, 'The admin'])
  const accepted = await browser.call({
    method: 'POST', path: '/invitations/acceptance', body: { token: mail.token, name: 'Newcomer', password }, headers: { 'accept-language': 'de' },
  })
  assert.equal(accepted.status, 201, accepted.text)
  const { json: me } = await browser.get('/me')
  assert.deepEqual([me.user.email, me.user.name, me.role, me.organization.id, me.user.language], [email, 'Newcomer', 'member', org.organization_id, 'de'])
  // Whom they invite most likely reads the same.
  await admin.patch('/members/' + me.user.id, { role: 'admin' })
  const next = someone()
  await browser.post('/invitations', { email: next, role: 'guest' })
  assert.match((await server.mailTo(next, /^Newcomer lädt Sie zu /)).text!, /als Gast in „/)
  const again = await visitor().post('/invitations/acceptance', { token: mail.token, name: 'Thief', password })
  assert.deepEqual([again.status, again.json.code], [400, 'invalid_token'])
  const [listed] = (await allItems(admin, '/invitations')).filter((each) => each.email === email)
  assert.equal(listed.status, 'accepted')
})

test('somebody who has an account signs in first, and joins as who they are', async () => {
  const elsewhere = await organization(app)
  const { email } = await newPerson(app, elsewhere.organization_id)
  const { link } = await admin.post('/invitations', { email, role: 'admin' })
  const token = tokenOf(link)
  const browser = visitor()
  assert.equal((await browser.post('/invitations/lookup', { token })).json.known, true)
  const stranger = await browser.post('/invitations/acceptance', { token, name: 'Thief', password: 'a new password' })
  assert.deepEqual([stranger.status, stranger.json.code], [409, 'sign_in_first'])
  await browser.post('/sessions', { email, password })
  const joined = await browser.post('/invitations/acceptance', { token })
  assert.deepEqual([joined.status, joined.json.session.organization_id], [201, org.organization_id])
  assert.equal((await browser.get('/me')).json.role, 'admin')
  assert.equal((await browser.get('/organizations')).json.data.length, 2)
})

test('an invitation is of no use to whoever is signed in as somebody else', async () => {
  const { email } = await newPerson(app, (await organization(app)).organization_id)
  const { link } = await admin.post('/invitations', { email: someone() })
  const browser = visitor()
  await browser.post('/sessions', { email, password })
  const answer = await browser.post('/invitations/acceptance', { token: tokenOf(link) })
  assert.deepEqual([answer.status, answer.json.code], [409, 'other_account'])
})

test('sent again it has another link, and the one before is dead; revoked it has none', async () => {
  const email = someone()
  const first = await admin.post('/invitations', { email })
  const second = await admin.post(`/invitations/${first.id}/resend`, {}, 200)
  assert.notEqual(first.link, second.link)
  await until(async () => server.mails.filter(({ recipient }) => recipient === email).length === 2)
  const lookup = async (link: string) => (await visitor().post('/invitations/lookup', { token: tokenOf(link) })).status
  assert.deepEqual([await lookup(first.link), await lookup(second.link)], [400, 200])
  await admin.remove(`/invitations/${first.id}`)
  await admin.remove(`/invitations/${first.id}`)
  assert.equal(await lookup(second.link), 400)
  assert.equal((await visitor().post('/invitations/acceptance', { token: tokenOf(second.link), name: 'Late', password })).json.code, 'invalid_token')
  await admin.post(`/invitations/${first.id}/resend`, {}, 404)
  await admin.post('/invitations', { email })
})

test('it expires, and can be sent again then', async () => {
  const email = someone()
  const { id, link } = await admin.post('/invitations', { email })
  await app.database.query("update invitation set expires_at = now() - interval '1 s' where id = $1", [id])
  assert.equal((await visitor().post('/invitations/lookup', { token: tokenOf(link) })).json.code, 'invalid_token')
  assert.equal((await allItems(admin, '/invitations')).find((each) => each.id === id).status, 'expired')
  const { link: fresh } = await admin.post(`/invitations/${id}/resend`, {}, 200)
  assert.equal((await visitor().post('/invitations/lookup', { token: tokenOf(fresh) })).status, 200)
})

test('nobody is invited twice, nor who is a member, nor to be more than whoever invites', async () => {
  const email = someone()
  await admin.post('/invitations', { email })
  assert.equal((await admin.post('/invitations', { email }, 409)).code, 'already_invited')
  assert.equal((await admin.post('/invitations', { email: owner.email }, 409)).code, 'already_member')
  await admin.post('/invitations', { email: someone(), role: 'owner' }, 403)
  await owner.post('/invitations', { email: someone(), role: 'owner' })
  await admin.post('/invitations', { email: 'nobody' }, 400)
})

test('who invites somebody cannot become them in advance: what they set up with the link ends when its owner shows that they read the mail', async () => {
  const email = someone()
  const { link } = await admin.post('/invitations', { email })
  const { token } = await server.mailTo(email, /invites you/)
  const [thief, device] = [visitor(), createAuthenticator()]
  const accept = (browser: Browser, given: string) => browser.post('/invitations/acceptance', { token: given, name: 'Somebody', password })
  assert.equal((await accept(thief, `${tokenOf(link)}.${'A'.repeat(43)}`)).json.code, 'invalid_token')
  assert.equal((await accept(thief, tokenOf(link))).status, 201)
  const { json: options } = await thief.post('/me/passkeys/options', {})
  assert.equal((await thief.post('/me/passkeys', { credential: device.create(options) })).status, 201)
  const signIn = async () => {
    const browser = visitor()
    return browser.post('/sessions/passkey', { credential: device.get((await browser.post('/sessions/passkey/options')).json) })
  }
  assert.equal((await signIn()).status, 201)
  assert.equal((await visitor().post('/invitations/lookup', { token })).json.code, 'invalid_token')

  await visitor().post('/password-resets', { email })
  const reset = await server.mailTo(email, /Choose a new password/)
  assert.equal((await visitor().post('/password-resets/confirmation', { token: reset.token, password: 'of its owner alone' })).status, 204)
  assert.deepEqual([(await signIn()).json.code, (await thief.get('/me')).status], ['wrong_passkey', 401])
  const itsOwner = visitor()
  assert.equal((await itsOwner.post('/sessions', { email, password: 'of its owner alone' })).status, 201)

  // From now on a forgotten password takes nothing else along.
  const { json: again } = await itsOwner.post('/me/passkeys/options', {})
  const own = createAuthenticator()
  await itsOwner.post('/me/passkeys', { credential: own.create(again) })
  await visitor().post('/password-resets', { email })
  await visitor().post('/password-resets/confirmation', { token: (await server.mailTo(email, /Choose a new password/)).token, password })
  const browser = visitor()
  const used = await browser.post('/sessions/passkey', { credential: own.get((await browser.post('/sessions/passkey/options')).json) })
  assert.equal(used.status, 201, used.text)
})

test('of two who accept at once one becomes the member', async () => {
  const { link } = await admin.post('/invitations', { email: someone() })
  const answers = await Promise.all(
    ['One', 'Two'].map((name) => visitor().post('/invitations/acceptance', { token: tokenOf(link), name, password })),
  )
  const statuses = answers.map(({ status }) => status).toSorted()
  assert.equal(statuses[0], 201)
  assert.ok(statuses[1]! >= 400 && statuses[1]! < 500, String(statuses))
})

test('what a user wrote is shown in a mail, and is never its markup', async () => {
  const [email, name] = [someone(), '<img src=x> & "Co"']
  await owner.patch(`/organizations/${org.organization_id}`, { name })
  await admin.post('/invitations', { email })
  const { subject, text, html } = await server.mailTo(email, /invites you/)
  assert.ok(subject!.includes(name) && text!.includes(name))
  assert.ok(!html!.includes('<img') && html!.includes('&lt;img src=x&gt; &amp; &quot;Co&quot;'))
})

test('neither the database nor the queue has the token of a link', async () => {
  const { link } = await admin.post('/invitations', { email: someone() })
  const token = tokenOf(link)
  for (const table of ['invitation', 'event', 'audit_entry', 'graphile_worker._private_jobs', 'auth.verification', 'idempotency_key']) {
    const [dump] = await app.database.query<{ text: string | null }>(`select string_agg(t::text, '') as text from ${table} t`)
    assert.ok(!dump!.text?.includes(token), table)
  }
})

test('without a mail server the mails of an organization are shown to its admins, and to nobody else', async (t) => {
  const own = await testApp(t, { worker: true })
  const [us, them] = [await organization(own), await organization(own)]
  const [email, reset] = [someone(), await newPerson(own, us.organization_id, 'owner')]
  const { link } = await us.post('/invitations', { email })
  await own.call({ url: '/api/v1/password-resets', body: { email: reset.email } })
  const [mail] = await until(async () => {
    const { data } = await us.get('/outbox')
    return data.length > 0 && data
  })
  assert.deepEqual([mail.to, mail.text.includes(link)], [email, true])
  await us.post('/invitations', { email: someone() })
  await until(async () => (await us.get('/outbox')).data.length === 2)
  const page = await us.get('/outbox?limit=1')
  assert.equal((await us.get(`/outbox?limit=1&cursor=${page.next_cursor}`)).data[0].to, email)
  assert.deepEqual((await them.get('/outbox')).data, [])
  // A link to an owner's password is not for admins to read.
  await until(async () => (await own.database.query('select from graphile_worker._private_jobs')).length === 0)
  assert.ok((await us.get('/outbox')).data.every(({ to }: { to: string }) => to !== reset.email))
  await (await newMember(own, us.organization_id, 'member')).get('/outbox', 403)
  // Nor is a link that makes an owner: an admin could not have invited one.
  const theirs = await newMember(own, us.organization_id, 'owner')
  const invited = await theirs.post('/invitations', { email: someone(), role: 'owner' })
  await until(async () => (await own.database.query('select from graphile_worker._private_jobs')).length === 0)
  assert.ok(invited.link && !JSON.stringify((await us.get('/outbox')).data).includes(tokenOf(invited.link)))
})
