import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { Webhook } from 'standardwebhooks'
import { publish, type NewEvent } from '#platform/events'
import { purge } from '#platform/housekeeping'
import { testApp, type Answer, type TestApp } from '#test/app'
import { testDatabase } from '#test/database'
import { startNameServer } from '#test/dns'
import { allItems, callerWithRole, organization, until, type Organization } from '#test/factories'
import { startReceiver, type Receiver } from '#test/receiver'
import { file, type Scope } from '#test/scope'

const env = { OUTGOING_ALLOW: '127.0.0.1' }
const app = await testApp(file, { worker: true, env })

test('what happens is sent, signed as the library of Standard Webhooks verifies it', async (t) => {
  const { us, receiver, webhook } = await begin(t)
  const contact = await us.post('/contacts', { name: 'Ada' })
  const [message] = await received(receiver, 1)
  const { type, timestamp, data } = message!.verify(webhook.secret)
  assert.deepEqual([type, data], ['contact.created', { contact }])
  const [event] = (await us.get('/events?limit=100')).data.filter((each: { type: string }) => each.type === type)
  assert.equal(timestamp, event.created_at)
  assert.deepEqual(Object.keys(JSON.parse(message!.body)), ['type', 'timestamp', 'data'])
  assert.equal(message!.headers['content-type'], 'application/json')
  assert.equal(message!.headers['webhook-id'], `event_${event.id}`)
  assert.throws(() => message!.verify(`whsec_${Buffer.alloc(32).toString('base64')}`), /No matching signature/)

  const [{ id, created_at, attempts, ...delivery }] = await ended(us, webhook, 1)
  assert.deepEqual(delivery, {
    webhook_id: webhook.id, message_id: `event_${event.id}`, cause: 'event', event_type: 'contact.created', status: 'succeeded',
    response_body: '', next_attempt_at: null,
  })
  const [{ at, duration_ms, ...attempt }] = attempts
  assert.ok(Date.parse(at) >= Date.parse(created_at) && Number.isInteger(duration_ms))
  assert.deepEqual(attempt, { response_status: 204, error: null })
  assert.deepEqual((await us.get(`/webhooks/${webhook.id}/deliveries/${id}`)).attempts, attempts)
})

test('a webhook gets the types that it asked for, of its organization, and nothing that is for others', async (t) => {
  const { us, receiver, webhook } = await begin(t, { event_types: ['thing.*', 'other_thing.made'] })
  const { us: others, receiver: theirs } = await begin(t)
  await others.post('/contacts', { name: 'Theirs' })
  await us.post('/contacts', { name: 'Ours' })
  for (const type of ['thing.made', 'thing.made.twice', 'thingy.made', 'other_thing.made', 'otherxthing.made', 'other_thing.changed']) {
    await tell(us, { type })
  }
  for (const audience of ['admins', 'room:1', 'user:1'] as const) await tell(us, { type: 'thing.hidden', audience })
  await tell(us, { type: 'thing.last' })
  const types = (await received(receiver, 4)).map((message) => message.verify(webhook.secret).type)
  assert.deepEqual(types.toSorted(), ['other_thing.made', 'thing.last', 'thing.made', 'thing.made.twice'])
  assert.equal((await allItems(us, `/webhooks/${webhook.id}/deliveries`)).length, 4)
  assert.equal((await received(theirs, 1))[0]!.verify.length, 1)
})

test('of rooms and tasks a webhook gets what every member may see', async (t) => {
  const { us, receiver, webhook } = await begin(t, { event_types: ['room.*', 'message.*', 'task.*', 'thing.last'] })
  const [ann, ben] = [await callerWithRole(app, us, 'member'), await callerWithRole(app, us, 'member')]
  const open = await ann.post('/rooms', { kind: 'channel', name: 'open' })
  const secret = await ann.post('/rooms', { kind: 'channel', name: 'secret', visibility: 'private', user_ids: [ben.user_id] })
  const direct = await ann.post('/rooms', { kind: 'direct', user_ids: [ben.user_id] })
  for (const [room, text] of [[open, 'Said to all'], [secret, 'Said to some'], [direct, 'Said to one']]) await ann.post(`/rooms/${room.id}/messages`, { text })
  const task = await ann.post('/tasks', { title: 'To be done' })
  await ann.put(`/tasks/${task.id}/plan`, { planned_on: '2026-05-05' })
  await tell(us, { type: 'thing.last' })
  const told = (await received(receiver, 5)).map(({ body }) => JSON.parse(body))
  assert.deepEqual(told.map(({ type }) => type).toSorted(), ['message.created', 'room.created', 'room.members_added', 'task.created', 'thing.last'])
  assert.doesNotMatch(JSON.stringify(told), /Said to (?:some|one)|secret/)
  assert.equal((await allItems(us, `/webhooks/${webhook.id}/deliveries`)).length, 5)
})

test('every event is delivered, and none twice by itself, however transactions overlap', async (t) => {
  const { us, receiver } = await begin(t, { event_types: ['thing.*'] })
  const write = async (writer: number) => {
    for (let round = 0; round < 10; round++) {
      const rolledBack = (writer + round) % 5 === 0
      await app.database.transact(us.actor, async (tx) => {
        await publish(tx, us.actor, { type: 'thing.made', subject: `thing:${writer}`, data: { n: `${writer}.${round}` } })
        if ((writer + round) % 3 === 0) await setTimeout((writer % 4) * 10)
        if (rolledBack) throw new Error('rolled back')
      }).catch((error) => rolledBack || Promise.reject(error))
    }
  }
  await Promise.all(Array.from({ length: 6 }, (_, writer) => write(writer)))
  const expected = (await us.get('/events?limit=100')).data
    .filter(({ type }: { type: string }) => type === 'thing.made').map(({ data }: { data: { n: string } }) => data.n)
  const messages = await received(receiver, expected.length)
  assert.deepEqual(messages.map(({ body }) => JSON.parse(body).data.n).toSorted(), expected.toSorted())
  assert.equal(new Set(messages.map(({ headers }) => headers['webhook-id'])).size, expected.length)
})

test('a receiver that is slow gets a few messages at once, and holds up no other', async (t) => {
  const held: (() => void)[] = []
  let most = 0
  const { us, receiver: slow, webhook } = await begin(t, { event_types: ['thing.*'] })
  slow.answer = (response) => {
    most = Math.max(most, slow.open)
    held.push(() => response.writeHead(200).end())
  }
  const quick = await startReceiver(t)
  await us.post('/webhooks', { url: quick.url, event_types: ['thing.*'] })
  for (let n = 0; n < 12; n++) await tell(us, { type: 'thing.made', data: { n } })
  await received(quick, 12)
  await until(async () => held.length === 4)
  assert.equal(slow.messages.length, 4)
  slow.answer = (response) => {
    most = Math.max(most, slow.open)
    response.writeHead(200).end()
  }
  for (const release of held) release()
  await ended(us, webhook, 12)
  assert.deepEqual([slow.messages.length, most], [12, 4])
})

test('a redirect is not followed, and counts as a failure', async (t) => {
  const inner = await startReceiver(t)
  for (const location of ['http://169.254.169.254/latest/meta-data/', inner.url]) {
    const { us, receiver, webhook } = await begin(t, { event_types: ['contact.*'] })
    receiver.answer = (response) => response.writeHead(307, { location }).end('elsewhere')
    await us.post('/contacts', { name: 'Ada' })
    const [{ attempts, status, response_body }] = await attempted(us, webhook, 1)
    assert.deepEqual([status, response_body, attempts[0].response_status], ['pending', 'elsewhere', 307])
    assert.equal(attempts[0].error, 'It redirects, which is not followed.')
  }
  assert.deepEqual(inner.messages, [])
})

test('a receiver that is busy is left alone for as long as it wants, and the figures say how deliveries fare', async (t) => {
  const { us, receiver, webhook } = await begin(t, { event_types: ['contact.*'] })
  receiver.answer = (response) => response.writeHead(429, { 'retry-after': '1000' }).end()
  await us.post('/contacts', { name: 'Ada' })
  const [{ attempts, next_attempt_at }] = await attempted(us, webhook, 1)
  const wait = (Date.parse(next_attempt_at) - Date.parse(attempts[0].at)) / 1_000
  assert.ok(wait >= 1_000 && wait < 1_060, String(wait))
  // By all messages; a test, which a person sends, goes all the same.
  const { held_until } = await us.get(`/webhooks/${webhook.id}`)
  assert.ok(Math.abs(Date.parse(held_until) - Date.parse(next_attempt_at)) < 60_000, held_until)
  await us.post('/contacts', { name: 'Brian' })
  await until(async () => (await deliveries(us, webhook)).length === 2)
  await us.post(`/webhooks/${webhook.id}/test`, {}, 202)
  await received(receiver, 2)
  const [, second] = await ended(us, webhook, 1)
  assert.deepEqual([receiver.messages.length, second.attempts, second.status], [2, [], 'pending'])
  await us.patch(`/webhooks/${webhook.id}`, { url: `${receiver.url}/other` })
  await us.post(`/webhooks/${webhook.id}/test`, {}, 202)
  await until(async () => (await us.get(`/webhooks/${webhook.id}/deliveries/${second.id}`)).attempts.length === 1)
  const { text } = await app.call({ url: '/metrics' })
  const figure = (name: string) => Number(new RegExp(`^${name} (\\d+)`, 'm').exec(text)?.[1])
  assert.ok(figure('rapport_webhook_attempt_seconds_count\\{outcome="retried"\\}') >= 1, text)
  assert.ok(figure('rapport_webhook_deliveries_waiting') >= 1)
})

test('a URL that leads into our network is refused when it is given, or when it is looked up', async (t) => {
  const names = await startNameServer(t)
  const guarded = await testApp(t, { worker: true, ports: { resolver: names.resolver } })
  const us = await organization(guarded)
  const receiver = await startReceiver(t)
  for (const url of ['https://127.0.0.1', 'https://2130706433', 'https://[::ffff:169.254.169.254]/', 'http://example.org', 'https://a:b@example.org', 'nonsense']) {
    const problem = await us.post('/webhooks', { url, event_types: ['*'] }, 400)
    assert.equal(problem.errors[0].path, '/url', url)
  }
  names.names = { 'inner.example': [['1.1.1.1', '127.0.0.1'], ['127.0.0.1']] }
  const webhook = await us.post('/webhooks', { url: `https://inner.example:${receiver.port}`, event_types: ['*'] })
  await us.patch(`/webhooks/${webhook.id}`, { url: 'https://10.0.0.1' }, 400)
  await us.post(`/webhooks/${webhook.id}/test`, {}, 202)
  const [{ attempts: [attempt], status }] = await ended(us, webhook, 1)
  assert.equal(status, 'failed')
  assert.match(attempt.error, /inner\.example is not a public address/)
  assert.deepEqual(receiver.messages, [])
})

test('a receiver that answers 500 for a day is tried again and again, then given up, and the admins are told', async (t) => {
  const clock = { time: Date.now(), now: () => new Date(clock.time) }
  const app = await testApp(t, { worker: true, env, ports: { clock } })
  const { us, receiver, webhook } = await begin(t, { event_types: ['contact.*'] }, app)
  receiver.answer = (response) => response.writeHead(500).end(`${'x'.repeat(2_000)}\0`)
  await us.post('/contacts', { name: 'Ada' })
  const start = clock.time
  const waits: number[] = []
  for (let n = 1; n < 8; n++) {
    const [{ next_attempt_at, status }] = await attempted(us, webhook, n)
    assert.equal(status, 'pending')
    waits.push((Date.parse(next_attempt_at) - clock.time) / 1_000)
    clock.time = Date.parse(next_attempt_at)
    if (n === 4) await us.post('/contacts', { name: 'Brian' })
    await wakeUntil(app, webhook, async () => (await deliveries(us, webhook)).at(-1).attempts.length > n)
  }
  const planned = [5, 300, 1_800, 7_200, 18_000, 36_000, 21_600]
  for (const [n, seconds] of planned.entries()) assert.ok(waits[n]! <= seconds && waits[n]! >= seconds * 0.9, `${n}: ${waits[n]}`)
  assert.ok(clock.time - start > 20 * 3_600_000 && clock.time - start < 24 * 3_600_000)

  const disabled = await until(async () => {
    const now = await us.get(`/webhooks/${webhook.id}`)
    return !now.enabled && now
  })
  assert.equal(disabled.disabled_reason, 'Nothing got through for a day. The last attempt: the receiver answered 500.')
  const [second, first] = await allItems(us, `/webhooks/${webhook.id}/deliveries`)
  assert.deepEqual([first.status, first.attempts.length, first.response_body], ['failed', 8, 'x'.repeat(1_024)])
  assert.deepEqual([second.status, second.next_attempt_at], ['cancelled', null])
  const same = receiver.messages.filter(({ headers }) => headers['webhook-id'] === first.message_id)
  assert.equal(same.length, 8)
  assert.equal(new Set(same.map(({ body }) => body)).size, 1)
  for (const { headers, body } of same) {
    const at = new Date(Number(headers['webhook-timestamp']) * 1_000)
    assert.equal(headers['webhook-signature'], new Webhook(webhook.secret).sign(first.message_id, at, body))
  }
  assert.deepEqual((await us.get('/audit?type=webhook.disabled')).data.map(({ data }: { data: { webhook: object } }) => data.webhook), [disabled])

  const [mail] = await until(async () => {
    const { data } = await us.get('/outbox')
    return data.length > 0 && data
  })
  assert.equal(mail.subject, 'A webhook was disabled')
  assert.match(mail.to, /^owner-.*@example\.org$/)
  assert.ok(mail.text.includes(webhook.url) && mail.text.includes(disabled.disabled_reason))

  // Mended and enabled, it goes on from now, and what it missed can be sent again.
  receiver.answer = (response) => response.writeHead(200).end()
  const enabled = await us.patch(`/webhooks/${webhook.id}`, { enabled: true })
  assert.deepEqual([enabled.enabled, enabled.disabled_reason, enabled.failing_since], [true, null, null])
  const replay = await us.post(`/webhooks/${webhook.id}/replay`, { from: new Date(start - 60_000).toISOString() }, 202)
  assert.deepEqual(replay, { deliveries: 2, next_cursor: null })
  const replays = (await ended(us, webhook, 4)).filter(({ cause }) => cause === 'replay')
  assert.deepEqual(replays.map(({ status, message_id }) => [status, message_id]), [['succeeded', second.message_id], ['succeeded', first.message_id]])
})

test('one delivery that fails for a day does not disable a webhook that gets others through', async (t) => {
  const clock = { time: Date.now(), now: () => new Date(clock.time) }
  const app = await testApp(t, { worker: true, env, ports: { clock } })
  const { us, receiver, webhook } = await begin(t, { event_types: ['thing.*'] }, app)
  receiver.answer = (response, { body }) => response.writeHead(JSON.parse(body).type === 'thing.broken' ? 500 : 200).end()
  await tell(us, { type: 'thing.broken' }, app)
  for (let n = 1; n < 8; n++) {
    const broken = await until(async () => (await deliveries(us, webhook)).find(({ event_type, attempts }) => event_type === 'thing.broken' && attempts.length === n))
    if (n === 3) {
      await tell(us, { type: 'thing.fine' }, app)
      await until(async () => (await deliveries(us, webhook)).some(({ status }) => status === 'succeeded'))
    }
    clock.time = Date.parse(broken.next_attempt_at)
    await wakeUntil(app, webhook, async () => (await us.get(`/webhooks/${webhook.id}/deliveries/${broken.id}`)).attempts.length > n)
  }
  await until(async () => (await deliveries(us, webhook)).some(({ status }) => status === 'failed'))
  assert.equal((await us.get(`/webhooks/${webhook.id}`)).enabled, true)
})

test('a receiver that says that it is gone is not asked again', async (t) => {
  const { us, receiver, webhook } = await begin(t, { event_types: ['contact.*'] })
  receiver.answer = (response) => response.writeHead(410).end()
  await us.post('/contacts', { name: 'Ada' })
  const [{ status }] = await ended(us, webhook, 1)
  assert.equal(status, 'failed')
  const { enabled, disabled_reason } = await us.get(`/webhooks/${webhook.id}`)
  assert.deepEqual([enabled, disabled_reason], [false, 'The receiver answered 410 Gone.'])
  await us.post('/contacts', { name: 'Brian' })
  await us.post(`/webhooks/${webhook.id}/replay`, { from: '2026-01-01T00:00:00Z' }, 409)
  assert.equal(receiver.messages.length, 1)
})

test('for a day after a rotation both secrets verify, then only the new one', async (t) => {
  const clock = { time: Date.now(), now: () => new Date(clock.time) }
  const app = await testApp(t, { worker: true, env, ports: { clock } })
  const { us, receiver, webhook } = await begin(t, { event_types: ['contact.*'] }, app)
  const { secret, previous_valid_until } = await us.post(`/webhooks/${webhook.id}/secret`, {})
  assert.equal(Date.parse(previous_valid_until), clock.time + 86_400_000)
  assert.notEqual(secret, webhook.secret)
  await us.post('/contacts', { name: 'Ada' })
  const [both] = await received(receiver, 1)
  for (const key of [secret, webhook.secret]) assert.equal(both!.verify(key).type, 'contact.created')
  clock.time += 86_400_001
  await us.post('/contacts', { name: 'Brian' })
  const [, one] = await received(receiver, 2)
  assert.equal(one!.headers['webhook-signature']!.toString().split(' ').length, 1)
  const at = new Date(Number(one!.headers['webhook-timestamp']) * 1_000)
  assert.equal(one!.headers['webhook-signature'], new Webhook(secret).sign(String(one!.headers['webhook-id']), at, one!.body))
})

test('a secret is shown once, and stored encrypted', async (t) => {
  const { us, webhook } = await begin(t)
  assert.match(webhook.secret, /^whsec_[\w+/]{43}=$/)
  for (const path of ['/webhooks', `/webhooks/${webhook.id}`, '/audit']) {
    assert.ok(!JSON.stringify(await us.get(path)).includes(webhook.secret), path)
  }
  const [{ secret }] = (await app.database.query('select secret from webhook where id = $1', [webhook.id])) as [{ secret: string }]
  assert.match(secret, /^v1\./)
})

test('a delivery can be replayed under its id, and a time, all of it or what never got through', async (t) => {
  const { us, receiver, webhook } = await begin(t, { event_types: ['thing.*'] })
  receiver.answer = (response, { body }) => response.writeHead(JSON.parse(body).data.n === 1 ? 410 : 200).end()
  const from = new Date(Date.now() - 60_000).toISOString()
  await tell(us, { type: 'thing.made', data: { n: 0 } })
  const [first] = await ended(us, webhook, 1)
  const again = await us.post(`/webhooks/${webhook.id}/deliveries/${first.id}/replay`, {}, 202)
  assert.deepEqual([again.cause, again.message_id, again.status], ['replay', first.message_id, 'pending'])
  await received(receiver, 2)

  await tell(us, { type: 'thing.made', data: { n: 1 } })
  await ended(us, webhook, 3)
  await us.post(`/webhooks/${webhook.id}/deliveries/${first.id}/replay`, {}, 409)
  receiver.answer = (response) => response.writeHead(200).end()
  await us.patch(`/webhooks/${webhook.id}`, { enabled: true })
  assert.deepEqual(await us.post(`/webhooks/${webhook.id}/replay`, { from }, 202), { deliveries: 1, next_cursor: null })
  await ended(us, webhook, 4)
  assert.deepEqual(await us.post(`/webhooks/${webhook.id}/replay`, { from }, 202), { deliveries: 0, next_cursor: null })
  assert.deepEqual(await us.post(`/webhooks/${webhook.id}/replay`, { from, to: from }, 202), { deliveries: 0, next_cursor: null })
  assert.deepEqual(await us.post(`/webhooks/${webhook.id}/replay`, { from, only: 'all' }, 202), { deliveries: 2, next_cursor: null })
  const { length } = await ended(us, webhook, 6)
  assert.equal(length, 6)

  await app.database.query("delete from event where org_id = $1 and type = 'thing.made'", [us.organization_id])
  const problem = await us.post(`/webhooks/${webhook.id}/deliveries/${first.id}/replay`, {}, 409)
  assert.equal(problem.code, 'event_gone')
})

test('a time with many events is replayed in batches, each event once', async (t) => {
  const { us, webhook } = await begin(t, { event_types: ['thing.*'] })
  await us.patch(`/webhooks/${webhook.id}`, { event_types: ['none.such'] })
  await app.database.transact(us.actor, async (tx) => {
    for (let n = 0; n < 1_001; n++) await publish(tx, us.actor, { type: 'thing.made', subject: 'thing:1', data: { n } })
  })
  await app.database.query("update webhook set event_types = '{thing.*}', url = 'https://127.0.0.1:1' where id = $1", [webhook.id])
  const input = { from: new Date(Date.now() - 60_000).toISOString(), only: 'all' }
  const first = await us.post(`/webhooks/${webhook.id}/replay`, input, 202)
  const second = await us.post(`/webhooks/${webhook.id}/replay`, { ...input, cursor: first.next_cursor }, 202)
  assert.deepEqual([first.deliveries, second], [1_000, { deliveries: 1, next_cursor: null }])
  const [{ events }] = (await app.database.query('select count(distinct event_id)::int as events from webhook_delivery where webhook_id = $1', [webhook.id])) as [{ events: number }]
  assert.equal(events, 1_001)
  await us.post(`/webhooks/${webhook.id}/replay`, { ...input, cursor: 'garbage' }, 400)
})

test('a test is sent once, also where the webhook is disabled, and changes nothing else', async (t) => {
  const { us, receiver, webhook } = await begin(t, { enabled: false })
  receiver.answer = (response) => response.writeHead(500).end('no')
  await us.post('/contacts', { name: 'Ada' })
  const { id } = await us.post(`/webhooks/${webhook.id}/test`, {}, 202)
  const [{ status, event_type, response_body, message_id }, ...others] = await ended(us, webhook, 1)
  assert.deepEqual([status, event_type, response_body, message_id, others], ['failed', 'webhook.test', 'no', `test_${id}`, []])
  assert.deepEqual(receiver.messages[0]!.verify(webhook.secret).data, { webhook_id: webhook.id })
  assert.equal((await us.get(`/webhooks/${webhook.id}`)).failing_since, null)
})

test('a server that stops in the middle of a message leaves it to the next, which sends it under the same id', async (t) => {
  const database = await testDatabase(t)
  const first = await testApp(t, { worker: true, env: { ...env, RAPPORT_SECRET_KEY: 'k'.repeat(32) }, database })
  const { us, receiver, webhook } = await begin(t, { event_types: ['contact.*'] }, first)
  receiver.answer = () => {}
  await us.post('/contacts', { name: 'Ada' })
  await received(receiver, 1)
  await first.stop()
  receiver.answer = (response) => response.writeHead(200).end()
  const second = await testApp(t, { worker: true, env: { ...env, RAPPORT_SECRET_KEY: 'k'.repeat(32) }, database })
  const [one, two] = await received(receiver, 2)
  assert.equal(one!.headers['webhook-id'], two!.headers['webhook-id'])
  const [delivery] = await until(async () => {
    const rows = await database.query<{ status: string; attempts: object[] }>('select status, attempts from webhook_delivery where webhook_id = $1', [webhook.id])
    return rows[0]!.status === 'succeeded' && rows
  })
  assert.equal(delivery!.attempts.length, 1)
  assert.deepEqual(second.logged, [])
})

test('after a restore elsewhere the events that were not collected are, and none a second time', async (t) => {
  const database = await testDatabase(t)
  const first = await testApp(t, { worker: true, env: { ...env, RAPPORT_SECRET_KEY: 'k'.repeat(32) }, database })
  const { us, receiver, webhook } = await begin(t, { event_types: ['thing.*'] }, first)
  await tell(us, { type: 'thing.made', data: { n: 1 } }, first)
  await ended(us, webhook, 1)
  await first.stop()
  await tell(us, { type: 'thing.made', data: { n: 2 } }, first)
  await database.query("update event_epoch set cluster = 'elsewhere/1'")
  await testApp(t, { worker: true, env: { ...env, RAPPORT_SECRET_KEY: 'k'.repeat(32) }, database })
  const messages = await received(receiver, 2)
  assert.deepEqual(messages.map(({ body }) => JSON.parse(body).data.n), [1, 2])
  const [{ count }] = (await database.query('select count(*)::int from webhook_delivery')) as [{ count: number }]
  assert.equal(count, 2)
})

test('only admins see webhooks; an organization has fifty at most; members are not told of their URLs', async (t) => {
  const { us, webhook } = await begin(t)
  for (const role of ['member', 'guest'] as const) {
    const caller = await callerWithRole(app, us, role)
    for (const path of ['/webhooks', `/webhooks/${webhook.id}`, `/webhooks/${webhook.id}/deliveries`]) await caller.get(path, 403)
    await caller.post('/webhooks', { url: webhook.url, event_types: ['*'] }, 403)
  }
  assert.doesNotMatch(JSON.stringify(await us.get('/events?limit=100')), /webhook/)
  for (let n = 1; n < 50; n++) await us.post('/webhooks', { url: 'https://example.org', event_types: ['none.such'] })
  assert.equal((await us.post('/webhooks', { url: 'https://example.org', event_types: ['*'] }, 409)).code, 'too_many_webhooks')
  assert.equal((await allItems(us, '/webhooks', 7)).length, 50)
})

test('the log is kept for its retention, and goes with its webhook', async (t) => {
  const { us, webhook } = await begin(t, { event_types: ['contact.*'] })
  for (const name of ['Old', 'New']) await us.post('/contacts', { name })
  const [, old] = await ended(us, webhook, 2)
  await app.database.query("update webhook_delivery set created_at = now() - interval '31 days' where id = $1", [old.id])
  await purge(app.database.pools.system, 'purge_webhook_deliveries', 30)
  assert.deepEqual((await allItems(us, `/webhooks/${webhook.id}/deliveries`)).map(({ id }) => id !== old.id), [true])
  await us.remove(`/webhooks/${webhook.id}`)
  await us.get(`/webhooks/${webhook.id}/deliveries`, 404)
  assert.deepEqual(await app.database.query('select from webhook_delivery where webhook_id = $1', [webhook.id]), [])
})

interface Begun {
  us: Organization
  receiver: Receiver
  webhook: Answer['json']
}

async function begin(t: Scope, input: object = {}, on: TestApp = app): Promise<Begun> {
  const us = await organization(on)
  const receiver = await startReceiver(t)
  const webhook = await us.post('/webhooks', { url: receiver.url, event_types: ['*'], ...input })
  return { us, receiver, webhook }
}

function tell({ actor }: Organization, event: Partial<NewEvent> & Pick<NewEvent, 'type'>, on: TestApp = app) {
  return on.database.transact(actor, (tx) => publish(tx, actor, { subject: 'thing:1', data: {}, ...event }))
}

function received({ messages }: Receiver, count: number) {
  return until(async () => messages.length >= count && messages)
}

function deliveries(us: Organization, { id }: { id: string }): Promise<Answer['json'][]> {
  return us.get(`/webhooks/${id}/deliveries?limit=100`).then(({ data }) => data)
}

/** The deliveries, newest first, when so many have come to an end. */
function ended(us: Organization, webhook: { id: string }, count: number): Promise<Answer['json'][]> {
  return until(async () => {
    const all = await deliveries(us, webhook)
    return all.filter(({ status }) => status !== 'pending').length >= count && all
  })
}

/** The deliveries, newest first, when the oldest was tried so often. */
function attempted(us: Organization, webhook: { id: string }, count: number): Promise<Answer['json'][]> {
  return until(async () => {
    const all = await deliveries(us, webhook)
    return all.at(-1)?.attempts.length >= count && all.slice(-1)
  })
}

/** Runs the job that waits for the time to which the clock was set: the queue has a clock of its own. */
async function wakeUntil({ database }: TestApp, { id }: { id: string }, condition: () => Promise<boolean>) {
  await until(async () => {
    await database.query('update graphile_worker._private_jobs set run_at = now() where key = $1', [`webhooks.deliver:${id}`])
    await database.query(`notify "jobs:insert", '{"count":1}'`)
    return condition()
  })
}
