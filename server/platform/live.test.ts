import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { sql } from 'kysely'
import { pino } from 'pino'
import WebSocket from 'ws'
import { roomAudiences } from '#modules/rooms'
import { publish, type Audience } from '#platform/events'
import { startLive } from '#platform/live'
import { createTailer } from '#platform/tailer'
import { testApp, type TestApp } from '#test/app'
import { openTestDatabase, testDatabase, type TestDatabase } from '#test/database'
import { callerWithRole, organization, until, type Organization } from '#test/factories'
import { liveClient } from '#test/live-client'
import { startProxy } from '#test/proxy'
import { file, onClose, type Scope } from '#test/scope'

const { app, url, us } = await begin(file)

test('a client is told what happens in its organization, and nothing of another', async (t) => {
  const client = await connected(t, us)
  const others = await connected(t, await organization(app))
  const contact = await us.post('/contacts', { name: 'Ada' })
  await until(async () => client.events.length > 0)
  assert.deepEqual(client.events.map(({ type, data }) => [type, data.contact]), [['contact.created', contact]])
  assert.deepEqual(others.events, [])
})

test('what is for the admins’ audit log, or for somebody else, reaches no client, live or later', async (t) => {
  const client = await connected(t, us)
  const tell = (audience: Audience) =>
    app.database.transact(us.actor, (tx) => publish(tx, us.actor, { type: 'test.told', subject: 'test:1', audience, data: { audience } }))
  for (const audience of ['admins', 'user:1', 'room:1', 'org'] as const) await tell(audience)
  await until(async () => client.events.length > 0)
  client.cut()
  for (const audience of ['admins', 'user:1', 'room:1', 'org'] as const) await tell(audience)
  await client.connect(url)
  await until(async () => client.events.length > 1)
  assert.deepEqual(client.events.map(({ data }) => data.audience), ['org', 'org'])
})

test('what is for one person reaches each of their clients, live and later, between what is for everybody, and nobody else', async (t) => {
  const [anna, ben] = [await callerWithRole(app, us, 'member'), await callerWithRole(app, us, 'member')]
  const [annas, other, bens] = [liveClient(anna.headers), liveClient(anna.headers), liveClient(ben.headers)]
  for (const client of [annas, other, bens]) {
    onClose(t, () => client.cut())
    await client.connect(url)
  }
  const speak = async () => {
    await app.database.transact(us.actor, async (tx) => {
      for (const [word, audience] of [['one', 'org'], ['two', `user:${anna.user_id}`], ['three', 'org']] as const) {
        await publish(tx, us.actor, { type: 'test.told', subject: 'test:1', audience, data: { word } })
      }
    })
  }
  const words = (events: { data: Record<string, unknown> }[]) => events.map(({ data }) => data.word)
  await speak()
  await until(async () => annas.events.length >= 3 && other.events.length >= 3 && bens.events.length >= 2)
  assert.deepEqual([annas, other, bens].map(({ events }) => words(events)), [['one', 'two', 'three'], ['one', 'two', 'three'], ['one', 'three']])

  for (const client of [annas, bens]) client.cut()
  await speak()
  for (const client of [annas, bens]) await client.connect(url)
  await until(async () => annas.events.length >= 6 && bens.events.length >= 4)
  assert.deepEqual([annas, bens].map(({ events }) => words(events.slice(-2))), [['two', 'three'], ['one', 'three']])
  const polled = async ({ get }: typeof anna) => words((await get('/events?limit=100')).data.slice(-3))
  assert.deepEqual([await polled(anna), await polled(ben)], [['one', 'two', 'three'], ['three', 'one', 'three']])
})

test('a saved view of one’s own is told to its owner, and to nobody else', async (t) => {
  const [anna, ben] = [await callerWithRole(app, us, 'member'), await callerWithRole(app, us, 'member')]
  const [annas, bens] = [liveClient(anna.headers), liveClient(ben.headers)]
  for (const client of [annas, bens]) {
    onClose(t, () => client.cut())
    await client.connect(url)
  }
  const { id } = await anna.post('/views', { name: 'Mine' })
  await us.post('/contacts', { name: 'Heard by both' })
  await until(async () => annas.events.length >= 2 && bens.events.length >= 1)
  assert.deepEqual(annas.events.map(({ type, subject }) => (type.startsWith('view') ? subject : type)), [`view:${id}`, 'contact.created'])
  assert.deepEqual(bens.events.map(({ type }) => type), ['contact.created'])
})

test('opening a socket counts for the limit of the plan, and staying open does not', async (t) => {
  const free = await organization(app, { plan: 'free' })
  const staying = await connected(t, free)
  await Promise.all(Array.from({ length: 98 }, () => free.get('/me')))
  const opened = new WebSocket(`${url.replace('http', 'ws')}/api/v1/live`, { headers: free.headers }).on('error', () => {})
  const [, response] = await once(opened, 'unexpected-response')
  assert.equal(response.statusCode, 429)
  assert.deepEqual(staying.closed, [])
})

test('a client that was away gets what it missed, once, and then what is new', async (t) => {
  const client = await connected(t, us)
  client.cut()
  for (const name of ['One', 'Two', 'Three']) await us.post('/contacts', { name })
  await client.connect(url)
  await us.post('/contacts', { name: 'Four' })
  await until(async () => client.events.length >= 4)
  const names = client.events.map(({ data }) => (data.contact as { name: string }).name)
  assert.deepEqual(names, ['One', 'Two', 'Three', 'Four'])
})

test('a client that was away for longer than a page gets everything in order', async (t) => {
  const client = await connected(t, us)
  client.cut()
  await app.database.transact(us.actor, async (tx) => {
    for (let n = 0; n < 250; n++) await publish(tx, us.actor, { type: 'test.counted', subject: 'test:1', data: { n } })
  })
  await client.connect(url)
  await until(async () => client.events.length >= 250)
  assert.deepEqual(client.events.map(({ data }) => data.n), Array.from({ length: 250 }, (_, n) => n))
})

test('events of transactions that overlap a resumption arrive once, however their commits fall', async (t) => {
  const client = await connected(t, us)
  const held = Array.from({ length: 20 }, (_, n) =>
    app.database.transact(us.actor, async (tx) => {
      await publish(tx, us.actor, { type: 'test.held', subject: `test:${n}`, data: { n } })
      await sql`select pg_sleep(${Math.random() * 0.3})`.execute(tx)
    }),
  )
  for (let cuts = 0; cuts < 10; cuts++) {
    client.cut()
    await client.connect(url)
  }
  await Promise.all(held)
  await until(async () => client.events.length >= 20)
  assert.equal(new Set(client.ids).size, client.ids.length)
  assert.deepEqual(client.events.map(({ data }) => data.n as number).toSorted((a, b) => a - b), Array.from({ length: 20 }, (_, n) => n))
})

test('a cursor of another epoch is answered with a reset and one that works', async (t) => {
  const client = liveClient(us.key, '00000000-0000-4000-8000-000000000000~5:5:~~0')
  t.after(() => client.cut())
  await client.connect(url)
  assert.equal(client.resets, 1)
  await us.post('/contacts', { name: 'After the reset' })
  await until(async () => client.events.length === 1)
})

test('a cursor that is none closes the socket with a code that says so', async () => {
  const client = liveClient(us.key, 'nonsense')
  await client.connect(url)
  await until(async () => client.closed.length > 0)
  assert.deepEqual(client.closed, [4400])
})

test('when its key is revoked a client is disconnected at once, and the others stay', async (t) => {
  const { id, key } = await us.post('/api-keys', { name: 'Soon revoked', scope: 'read' })
  const client = liveClient(key)
  t.after(() => client.cut())
  await client.connect(url)
  const other = await connected(t, us)
  await app.call({ method: 'DELETE', url: `/api/v1/api-keys/${id}`, key: us.key })
  await until(async () => client.closed.length > 0)
  assert.deepEqual([client.closed, other.closed], [[4401], []])
})

test('without a key, with an unknown one, and elsewhere there is no socket', async () => {
  const refused = async (path: string, headers: Record<string, string> = {}) => {
    const [, response] = await once(new WebSocket(url.replace('http', 'ws') + path, { headers }).on('error', () => {}), 'unexpected-response')
    return response.statusCode
  }
  assert.equal(await refused('/api/v1/live'), 401)
  assert.equal(await refused('/api/v1/live', { authorization: `Bearer rk_${'x'.repeat(43)}` }), 401)
  assert.equal(await refused('/elsewhere', us.headers), 404)
})

test('a target that is no URL is refused, and the program goes on', async () => {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  socket.write('GET // HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n')
  assert.match(await text(socket), /^HTTP\/1\.1 404 /)
})

test('while the database is gone a client is told to come back, not that its cursor is wrong', async (t) => {
  const own = await testDatabase(t)
  const proxy = await startProxy(t, own.address)
  const { app, url, us } = await begin(t, { ...openTestDatabase(t, proxy.address), query: own.query })
  const client = liveClient(us.key)
  await client.connect(url)
  client.cut()
  await proxy.cut()
  await client.connect(url)
  assert.deepEqual(client.closed.slice(-1), [1013])
  assert.equal(app.live(), 0)
})

test('when another server answers, a promoted replica, clients are told to begin afresh', async (t) => {
  const own = await testDatabase(t)
  const { url, us } = await begin(t, own)
  const client = liveClient(us.key)
  onClose(t, () => client.cut())
  await client.connect(url)
  await own.query("update event_epoch set cluster = 'another/1'")
  await until(async () => client.resets === 1)
  await us.post('/contacts', { name: 'Heard of again' })
  await until(async () => client.events.length === 1)
  assert.deepEqual(client.closed, [])
})

test('a client that does not read is closed, and the others do not wait for it', async (t) => {
  const slow = openRaw(Number(new URL(url).port))
  t.after(() => slow.destroy())
  await once(slow, 'data')
  slow.pause()
  const client = await connected(t, us)
  const before = app.live()
  const text = 'x'.repeat(200_000)
  let sent = 0
  // The system's buffers take some megabytes before anything waits in ours.
  await until(async () => {
    await app.database.transact(us.actor, (tx) => publish(tx, us.actor, { type: 'test.large', subject: 'test:1', data: { text } }))
    sent++
    return app.live() < before
  }, 60)
  await until(async () => client.events.length === sent)
})

test('a peer that vanishes without a word is let go, and one that answers pings stays', async (t) => {
  const tailer = createTailer(app.database.system, pino({ level: 'silent' }))
  await tailer.start()
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const options = { path: '/api/v1/live', tailer, tenancy: app.database, source: roomAudiences, admit: async () => us.actor }
  const live = startLive(server, { ...options, ping_ms: 100, dead_ms: 3_000 })
  onClose(t, async () => {
    live.stop()
    server.close()
    await tailer.stop()
  })
  const { port } = server.address() as AddressInfo
  const client = liveClient(us.key)
  onClose(t, () => client.cut())
  await client.connect(`http://127.0.0.1:${port}`)
  // It reads, so nothing is wrong with the connection; but nobody is there who would answer.
  const vanished = openRaw(port)
  onClose(t, () => vanished.destroy())
  const ended = once(vanished.resume(), 'close')
  await until(async () => live.count() === 2)
  const begun = performance.now()
  await ended
  assert.ok(performance.now() - begun > 1_000, 'it was not given its time')
  await until(async () => live.count() === 1)
  await us.post('/contacts', { name: 'Still heard of' })
  await until(async () => client.events.length === 1)
  assert.deepEqual(client.closed, [])
})

test('a wait for events ends with the first one, or with nothing in its time', async () => {
  const { next_cursor } = await us.get('/events?after=now')
  const waiting = us.get(`/events?after=${encodeURIComponent(next_cursor)}&wait=20`)
  await us.post('/contacts', { name: 'Awaited' })
  const page = await waiting
  assert.deepEqual(page.data.map(({ type }: { type: string }) => type), ['contact.created'])
  const empty = await us.get(`/events?after=${encodeURIComponent(page.next_cursor)}&wait=1`)
  assert.deepEqual(empty.data, [])
})

/** A WebSocket on which nobody answers. */
function openRaw(port: number): Socket {
  const socket = connect(port, '127.0.0.1')
  socket.write(
    `GET /api/v1/live HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n` +
      `Sec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}\r\nAuthorization: Bearer ${us.key}\r\n\r\n`,
  )
  return socket
}

async function connected(scope: Scope, { key }: Organization) {
  const client = liveClient(key)
  onClose(scope, () => client.cut())
  await client.connect(url)
  return client
}

async function begin(scope: Scope, database?: TestDatabase): Promise<{ app: TestApp; url: string; us: Organization }> {
  const opened = await testApp(scope, { database })
  const address = await opened.http.listen({ port: 0, host: '127.0.0.1' })
  return { app: opened, url: address, us: await organization(opened) }
}
