// What a browser is pushed, and where it is not.

import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { createSecrets } from '#platform/secrets'
import { testApp } from '#test/app'
import { testDatabase } from '#test/database'
import { callerWithRole, organization, unique, until, type Person } from '#test/factories'
import { hurryJobs, runJobsNow } from '#test/jobs'
import { liveClient } from '#test/live-client'
import { readSignature, startPushService, subscribingBrowser } from '#test/push-service'
import { file, onClose } from '#test/scope'
import { getPushKeys } from './push-keys.ts'

const service = await startPushService(file)
const app = await testApp(file, { worker: true, env: { OUTGOING_ALLOW: '127.0.0.1' } })
const acme = await organization(app)
const person = () => callerWithRole(app, acme, 'member')
const ann = await person()
app.http.server.listen(0, '127.0.0.1')
await once(app.http.server, 'listening')
const url = `http://127.0.0.1:${(app.http.server.address() as AddressInfo).port}`

async function subscribed({ language = 'en' } = {}) {
  const ben = await person()
  const browser = subscribingBrowser(service, unique('browser'))
  const { id } = await ben.post('/push-subscriptions', { ...browser.subscription, language })
  const { id: room } = await ann.post('/rooms', { kind: 'direct', user_ids: [ben.user_id] })
  return { ben, browser, id, room }
}

/** Says this, and lets pass what is waited for until somebody is told. */
async function say(room: string, text: string, to: Person) {
  const unread = async () => (await to.get('/notifications')).data.reduce((sum: number, each: { unread_count: number }) => sum + each.unread_count, 0)
  const before = await unread()
  const message = await ann.post(`/rooms/${room}/messages`, { text })
  await until(async () => (await unread()) > before)
  return message
}

const dispatchesOf = (someone: Person) =>
  app.database.query('select sent_at is not null as sent, failed_at is not null as failed, attempt, error from notification_dispatch where user_id = $1 and subscription_id is not null', [someone.user_id])

test('what was not seen is pushed once, encrypted for the browser alone and signed with the key that it was given', async () => {
  const { ben, browser, room } = await subscribed()
  const message = await say(room, 'Are you **there**?', ben)
  await runJobsNow(app, 'notifications.tell')
  const push = await until(async () => browser.pushes()[0])
  const [entry] = (await ben.get('/notifications')).data
  assert.deepEqual(browser.read(push), {
    tag: entry.id, title: 'The member wrote to you', body: message.snippet, path: `/rooms/${room}?message=${message.id}`, at: Date.parse(entry.happened_at),
    urgent: false, in: acme.organization_id, gone: [],
  })
  assert.ok(!push.body.toString('latin1').includes('there'))
  const { public_key } = await ben.get('/push-key')
  const claims = readSignature(push, public_key)!
  assert.deepEqual([claims.aud, push.headers['content-encoding'], push.headers.urgency, push.headers.ttl], [service.url, 'aes128gcm', 'high', '86400'])
  await app.database.query('update inbox set push_due_at = null where user_id = $1', [ben.user_id])
  await until(async () => (await dispatchesOf(ben)).every(({ sent }) => sent))
  assert.equal(browser.pushes().length, 1)
})

test('what was seen in the inbox meanwhile is not pushed, and several of one thing are one push', async () => {
  const { ben, browser, room } = await subscribed({ language: 'de' })
  const { seq } = await say(room, 'One', ben)
  await ben.post(`/rooms/${room}/read`, { seq }, 200)
  await until(async () => (await ben.get('/notifications?limit=1')).counts.unread === 0)
  await runJobsNow(app, 'notifications.tell')
  assert.deepEqual(await dispatchesOf(ben), [])
  await say(room, 'Two', ben)
  await say(room, 'Three', ben)
  await runJobsNow(app, 'notifications.tell')
  const push = await until(async () => browser.pushes()[0])
  const { title, body } = browser.read(push)
  assert.deepEqual([title, body, browser.pushes().length], ['The member hat Ihnen geschrieben (2)', 'Three', 1])
})

test('a push service that fails is asked three times, and one that knows the browser no more is heeded', async () => {
  const { ben, browser, room } = await subscribed()
  service.answers = [500, 429, 503]
  await say(room, 'Hello', ben)
  await runJobsNow(app, 'notifications.tell')
  const [failed] = await until(async () => {
    await hurryJobs(app, 'notifications.send')
    const found = await dispatchesOf(ben)
    return found[0]!.failed && found
  })
  assert.deepEqual([failed, browser.pushes().length], [{ sent: false, failed: true, attempt: 3, error: 'The browser\'s push service answered with 503.' }, 3])
  service.answers = [410]
  await say(room, 'Gone', ben)
  await runJobsNow(app, 'notifications.tell')
  await until(async () => (await dispatchesOf(ben)).length === 0)
  assert.deepEqual(await app.database.query('select from push_subscription where user_id = $1', [ben.user_id]), [])
})

test('a dispatch that somebody began and did not end is not sent again', async () => {
  const { ben, browser, room } = await subscribed()
  await say(room, 'Once', ben)
  await app.database.query(`create function die() returns trigger language plpgsql as $$ begin new.attempt = 1; return new; end $$`)
  await app.database.query('create trigger die before insert on notification_dispatch for each row execute function die()')
  await runJobsNow(app, 'notifications.tell')
  const [dispatch] = await until(async () => {
    const found = await dispatchesOf(ben)
    return found[0]?.failed && found
  })
  await app.database.query('drop trigger die on notification_dispatch')
  assert.match(dispatch!.error as string, /it may have arrived/)
  assert.deepEqual(browser.pushes(), [])
})

test('a push service that takes a push and does not say so is not asked again', async () => {
  const { ben, browser, room } = await subscribed()
  service.answers = [undefined]
  await say(room, 'Once', ben)
  await runJobsNow(app, 'notifications.tell')
  const [dispatch] = await until(async () => {
    await hurryJobs(app, 'notifications.send')
    const found = await dispatchesOf(ben)
    return found[0]?.failed && found
  })
  assert.match(dispatch!.error as string, /^It may have arrived/)
  assert.equal(browser.pushes().length, 1)
})

test('what had to wait comes as one push that says how much it is', async () => {
  const { ben, browser } = await subscribed({ language: 'de' })
  await ben.patch('/availability', { quiet_until: '2999-01-01T00:00:00Z' })
  for (const title of ['One', 'Two', 'Three', 'Four']) await ann.post('/tasks', { title, assignee_ids: [ben.user_id] })
  await until(async () => (await ben.get('/notifications')).counts.unread === 4)
  await ben.patch('/availability', { quiet_until: null })
  await runJobsNow(app, 'notifications.tell')
  const [push] = await until(async () => browser.pushes().length > 0 && browser.pushes())
  const { title, body, path } = browser.read(push!)
  assert.match(title, /^4 Dinge warten in Org-.* auf Sie$/)
  assert.deepEqual([body.split('\n').length, body.includes('„Four“'), path], [3, true, '/inbox'])
  await until(async () => (await dispatchesOf(ben)).every(({ sent }) => sent))
  assert.equal(browser.pushes().length, 1)
})

test('what is urgent is a push of its own, whatever comes with it', async () => {
  const { ben, browser } = await subscribed()
  await ben.patch('/availability', { quiet_until: '2999-01-01T00:00:00Z' })
  for (const title of ['One', 'Two', 'Now', 'Three', 'Four']) await ann.post('/tasks', { title, assignee_ids: [ben.user_id] })
  await until(async () => (await ben.get('/notifications')).counts.unread === 5)
  await app.database.query("update notification n set kind = 'urgent' from notification_cause c where c.notification_id = n.id and n.user_id = $1 and title = 'Now'", [ben.user_id])
  await ben.patch('/availability', { quiet_until: null })
  await runJobsNow(app, 'notifications.tell')
  await until(async () => (await dispatchesOf(ben)).length > 0 && (await dispatchesOf(ben)).every(({ sent }) => sent))
  const told = browser.pushes().map((push) => browser.read(push)).toSorted((a, b) => Number(b.urgent) - Number(a.urgent))
  assert.deepEqual(told.map(({ title, urgent }) => [title.replace(/in Org-\S+/, 'in Org'), urgent]), [['Urgent: The member waits for your answer', true], ['4 things wait for you in Org', false]])
})

test('what was pushed lately is taken back first, where much of a day is', async () => {
  const { ben, browser, id, room } = await subscribed()
  await ben.get('/notification-preferences')
  const { seq } = await say(room, 'Seen elsewhere', ben)
  await runJobsNow(app, 'notifications.tell')
  const { tag } = browser.read(await until(async () => browser.pushes()[0]))
  await until(async () => (await dispatchesOf(ben)).every(({ sent }) => sent))
  await ben.post(`/rooms/${room}/read`, { seq }, 200)
  // Of ids that are smaller than any, as those of what is older are.
  await app.database.query(
    `insert into notification_dispatch (org_id, user_id, subscription_id, notification_id, event_ids, sent_at)
     select $1, $2, $3, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, '{}', now() - interval '1 hour' from generate_series(1, 30) n`,
    [acme.organization_id, ben.user_id, id])
  await ann.post('/tasks', { title: 'Next', assignee_ids: [ben.user_id] })
  await until(async () => (await ben.get('/notifications?kind=assigned')).data.length === 1)
  await runJobsNow(app, 'notifications.tell')
  const next = await until(async () => browser.pushes()[1])
  const { gone } = browser.read(next)
  assert.deepEqual([gone[0], gone.length], [tag, 20])
})

test('a push is small, says nothing of what was said to who does not want it, and takes back what was read elsewhere', async () => {
  const { ben, browser, room } = await subscribed()
  const { seq } = await say(room, 'word '.repeat(400), ben)
  await runJobsNow(app, 'notifications.tell')
  const first = await until(async () => browser.pushes()[0])
  const { tag, body } = browser.read(first)
  assert.ok(body.startsWith('word word') && first.body.length < 1_024, String(first.body.length))
  assert.equal((await ben.patch('/notification-preferences', { push_snippets: false })).push_snippets, false)
  await until(async () => (await dispatchesOf(ben)).every(({ sent }) => sent))
  await ben.post(`/rooms/${room}/read`, { seq }, 200)
  await ann.post('/tasks', { title: 'x'.repeat(200), assignee_ids: [ben.user_id] })
  const { id: other } = await ann.post('/rooms', { kind: 'channel', name: unique('channel'), user_ids: [ben.user_id] })
  await say(other, `Secret, [@x](user:${ben.user_id})`, ben)
  await runJobsNow(app, 'notifications.tell')
  const others = (await until(async () => browser.pushes().length === 3 && browser.pushes())).slice(1).map((push) => browser.read(push))
  assert.deepEqual(others.map((each) => [each.body, each.gone]), [['', [tag]], ['', [tag]]])
  assert.deepEqual(others.map(({ title }) => [...title].length <= 120), [true, true])
})

test('who is not to be disturbed is told afterwards, and of what is urgent at once, unless they do not let it', async () => {
  const { ben, browser, room } = await subscribed()
  await ben.patch('/availability', { quiet_until: '2999-01-01T00:00:00Z' })
  await say(room, 'Later', ben)
  const { id: task } = await ann.post('/tasks', { title: 'Now', assignee_ids: [ben.user_id] })
  await until(async () => (await ben.get('/notifications')).data.length === 2)
  await app.database.query("update notification set kind = 'urgent' where user_id = $1 and place = $2", [ben.user_id, `task:${task}`])
  const due = async () => (await app.database.query<{ due: string | null }>('select push_due_at::text as due from inbox where user_id = $1', [ben.user_id]))[0]!.due
  await hurryJobs(app, 'notifications.tell')
  await until(async () => (await due())?.startsWith('2999'))
  assert.equal((await until(async () => browser.pushes().length > 0 && browser.pushes())).length, 1)
  assert.match(browser.read(browser.pushes()[0]!).title, /^Urgent/)
  await ben.patch('/availability', { quiet_until: null })
  await hurryJobs(app, 'notifications.tell')
  const [, later] = await until(async () => browser.pushes().length > 1 && browser.pushes())
  assert.equal(browser.read(later!).body, 'Later')
  assert.equal(await due(), null)
})

test('who is looking at one device is pushed on the others what is urgent alone, and the rest once they have gone without reading it', async (t) => {
  const { ben, browser, room } = await subscribed()
  const client = liveClient(ben.headers)
  onClose(t, () => client.cut())
  await client.connect(url)
  const isSeen = (presence: string) => until(async () => (await ann.get(`/presence?user_ids=${ben.user_id}`)).data[0].presence === presence)
  await isSeen('online')
  await say(room, 'While you look', ben)
  const { id: task } = await ann.post('/tasks', { title: 'Now', assignee_ids: [ben.user_id] })
  await until(async () => (await ben.get('/notifications')).data.length === 2)
  await app.database.query("update notification set kind = 'urgent' where user_id = $1 and place = $2", [ben.user_id, `task:${task}`])
  await hurryJobs(app, 'notifications.tell')
  const [first] = await until(async () => browser.pushes().length > 0 && browser.pushes())
  assert.match(browser.read(first!).title, /^Urgent/)

  client.socket()!.send(JSON.stringify({ active: false }))
  await isSeen('idle')
  await hurryJobs(app, 'notifications.tell')
  const [, later] = await until(async () => browser.pushes().length > 1 && browser.pushes())
  assert.equal(browser.read(later!).body, 'While you look')
  assert.equal(browser.pushes().length, 2)
})

test('a room that is muted meanwhile, and a kind that is not wanted any more, are not pushed; what comes back from being snoozed is', async () => {
  const { ben, browser, room } = await subscribed()
  await say(room, 'Muted', ben)
  await ben.patch(`/rooms/${room}/membership`, { muted_until: '2999-01-01T00:00:00Z' })
  await ann.post('/tasks', { title: 'Unwanted', assignee_ids: [ben.user_id] })
  await until(async () => (await ben.get('/notifications')).data.length === 2)
  await ben.patch('/notification-preferences', { kinds: { assigned: { push: false } } })
  await runJobsNow(app, 'notifications.tell')
  assert.deepEqual(await dispatchesOf(ben), [])
  await ben.patch(`/rooms/${room}/membership`, { muted_until: null })
  const [entry] = (await ben.get('/notifications?kind=direct_message')).data
  await ben.patch(`/notifications/${entry.id}`, { snoozed_until: '2999-01-01T00:00:00Z' })
  await app.database.query('update notification set snoozed_until = now() where id = $1', [entry.id])
  await hurryJobs(app, 'notifications.wake')
  await until(async () => (await ben.get(`/notifications/${entry.id}`)).snoozed_until === null)
  await runJobsNow(app, 'notifications.tell')
  assert.deepEqual((await until(async () => browser.pushes().length > 0 && browser.pushes())).map((push) => browser.read(push).body), ['Muted'])
})

test('a browser is pushed to until whoever uses it signs out, says so, or somebody else uses it', async () => {
  const { ben, browser, id } = await subscribed()
  const count = async () => (await app.database.query('select from push_subscription where endpoint = $1', [browser.subscription.endpoint])).length
  await ann.remove(`/push-subscriptions/${id}`, 404)
  await ben.remove(`/push-subscriptions/${id}`)
  assert.equal(await count(), 0)
  await ben.post('/push-subscriptions', { ...browser.subscription, language: 'en' })
  const cat = await person()
  await cat.post('/push-subscriptions', { ...browser.subscription, language: 'en' })
  assert.deepEqual(await app.database.query('select user_id from push_subscription where endpoint = $1', [browser.subscription.endpoint]), [{ user_id: cat.user_id }])
  await cat.remove('/sessions/current')
  assert.equal(await count(), 0)
})

test('the keys that browsers know outlive the secret that they are encrypted with', async (t) => {
  const database = await testDatabase(t)
  const keysBy = (secret_key: string, secret_key_previous?: string) =>
    getPushKeys(database, createSecrets({ secret_key, secret_key_previous, database_url: undefined, data_folder: '' }), acme.organization_id)
  const [before, after] = ['a'.repeat(64), 'b'.repeat(64)]
  const keys = await keysBy(before)
  await assert.rejects(keysBy(after), /RAPPORT_SECRET_KEY_PREVIOUS/)
  assert.deepEqual(await keysBy(after, before), keys)
  assert.deepEqual(await keysBy(after), keys)
})

test('a browser leads nowhere but to where Rapport may ask', async () => {
  const ben = await person()
  const { keys } = subscribingBrowser(service, 'x').subscription
  for (const endpoint of ['https://169.254.169.254/x', 'https://10.0.0.1/x', 'https://user:password@push.example/x', 'file:///etc/passwd']) {
    await ben.post('/push-subscriptions', { endpoint, keys, language: 'en' }, 400)
  }
  await acme.get('/push-key')
  await acme.post('/push-subscriptions', { endpoint: `${service.url}/x`, keys, language: 'en' }, 400)
})
