// Who hears what of rooms: over the WebSocket, by resuming, by long polling, and by webhooks.

import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { publicHearing } from '#platform/audiences'
import { listEvents } from '#platform/events'
import { testApp } from '#test/app'
import { allEvents, callerWithRole, organization, unique, until, type Caller, type Person } from '#test/factories'
import { liveClient } from '#test/live-client'
import { file, onClose, type Scope } from '#test/scope'
import { roomAudiences } from './audiences.ts'

const app = await testApp(file)
app.http.server.listen(0, '127.0.0.1')
await once(app.http.server, 'listening')
const url = `http://127.0.0.1:${(app.http.server.address() as AddressInfo).port}`
const acme = await organization(app)
const [ann, ben, cat] = [await callerWithRole(app, acme, 'member'), await callerWithRole(app, acme, 'member'), await callerWithRole(app, acme, 'member')]
const guest = await callerWithRole(app, acme, 'guest')

const newRoom = (more: object = {}) => ann.post('/rooms', { kind: 'channel', name: unique('channel'), visibility: 'private', user_ids: [ben.user_id], ...more })
const say = (by: Caller, room: string, text: string) => by.post(`/rooms/${room}/messages`, { text })
type Event = { type: string; data: Record<string, unknown> }
const heard = (events: Event[]) =>
  events.map(({ type, data }) => (type === 'message.created' ? (data.message as { text: string }).text : type))

async function connected(t: Scope, by: Caller) {
  const client = liveClient(by.headers)
  onClose(t, () => client.cut())
  await client.connect(url)
  return client
}

/** What all of them have heard when each has heard of a contact that comes last, but for guests, who hear nothing of it. */
async function listen(clients: Awaited<ReturnType<typeof connected>>[]) {
  const { id } = await acme.post('/contacts', { name: 'Last' })
  await until(async () => clients.every(({ events }) => events.some(({ subject }) => subject === `contact:${id}`)))
  return clients.map(({ events }) => heard(events.filter(({ type }) => type !== 'contact.created')))
}

test('what is said in a private room reaches those who are in it, and nobody else, from the moment on in which they are', async (t) => {
  const clients = await Promise.all([ann, ben, cat, acme].map((person) => connected(t, person)))
  const room = await newRoom()
  await say(ann, room.id, 'one')
  await ann.post(`/rooms/${room.id}/members`, { user_ids: [cat.user_id] }, 200)
  await say(ben, room.id, 'two')
  await ann.remove(`/rooms/${room.id}/members/${ben.user_id}`)
  await say(ann, room.id, 'three')
  const [anns, bens, cats, keys] = await listen(clients)
  assert.deepEqual(anns, ['room.members_added', 'room.joined', 'one', 'room.members_added', 'two', 'room.member_removed', 'three'])
  assert.deepEqual(bens, ['room.members_added', 'room.joined', 'one', 'room.members_added', 'two', 'room.left'])
  assert.deepEqual(cats, ['room.members_added', 'room.joined', 'two', 'room.member_removed', 'three'])
  assert.deepEqual(keys, [])
})

test('who leaves a room hears nothing of it any more, however its id is written, and who is in it hears that they have left', async (t) => {
  const clients = await Promise.all([ann, ben, cat].map((person) => connected(t, person)))
  const room = await newRoom({ user_ids: [ben.user_id, cat.user_id] })
  await say(ann, room.id, 'one')
  await ben.remove(`/rooms/${room.id.toUpperCase()}/membership`)
  await ann.remove(`/rooms/${room.id.toUpperCase()}/members/${cat.user_id.toUpperCase()}`)
  await say(ann, room.id.toUpperCase(), 'two')
  const [anns, bens, cats] = await listen(clients)
  assert.deepEqual(anns, ['room.members_added', 'room.joined', 'one', 'room.member_removed', 'room.member_removed', 'two'])
  assert.deepEqual([bens, cats], [['room.members_added', 'room.joined', 'one', 'room.left'], ['room.members_added', 'room.joined', 'one', 'room.member_removed', 'room.left']])
})

test('who resumes gets what they may see now: nothing of a room that they have left meanwhile', async (t) => {
  const [left, stays] = [await newRoom(), await newRoom()]
  const client = await connected(t, ben)
  client.cut()
  for (const { id } of [left, stays]) await say(ann, id, 'said while away')
  await ann.remove(`/rooms/${left.id}/members/${ben.user_id}`)
  await client.connect(url)
  assert.deepEqual((await listen([client]))[0], ['said while away', 'room.left'])
  const { events } = await allEvents(ben)
  assert.ok(events.every(({ data }) => data.message?.room_id !== left.id))
})

test('a guest hears of the rooms in which they are, and of nothing else in the organization', async (t) => {
  const client = await connected(t, guest)
  const room = await newRoom({ user_ids: [guest.user_id], visibility: 'public' })
  const other = await newRoom({ visibility: 'public' })
  await acme.post('/contacts', { name: 'Not for guests' })
  await say(ann, other.id, 'not for them')
  await say(ann, room.id, 'for them')
  await ann.patch(`/rooms/${room.id}`, { topic: 'New' })
  await until(async () => client.events.length >= 4)
  assert.deepEqual(heard(client.events), ['room.members_added', 'room.joined', 'for them', 'room.updated'])
  const { events } = await allEvents(guest)
  assert.deepEqual(heard(events), heard(client.events))
})

test('a member who is made a guest is disconnected, and hears no more of what is for members when they are back', async (t) => {
  const dan = await callerWithRole(app, acme, 'member')
  const client = await connected(t, dan)
  const room = await newRoom({ user_ids: [dan.user_id] })
  const admin = await callerWithRole(app, acme, 'admin')
  await admin.patch(`/members/${dan.user_id}`, { role: 'guest' })
  await until(async () => client.closed.includes(4401), 5)
  await acme.post('/contacts', { name: 'Unheard' })
  await say(ann, room.id, 'heard')
  await client.connect(url)
  await until(async () => heard(client.events).includes('heard'))
  assert.ok(!heard(client.events).includes('contact.created'))
})

test('who leaves the organization hears nothing of its rooms; api keys hear the public ones', async (t) => {
  const dan = await callerWithRole(app, acme, 'member')
  const [open, closed] = [await newRoom({ visibility: 'public', user_ids: [dan.user_id] }), await newRoom({ user_ids: [dan.user_id] })]
  const [dans, keys] = [await connected(t, dan), await connected(t, acme)]
  await dan.remove(`/members/${dan.user_id}`)
  for (const { id } of [open, closed]) await say(ann, id, 'without them')
  const [heardByKey] = await listen([keys])
  assert.deepEqual(heardByKey, ['member.removed', 'without them'])
  assert.ok(!heard(dans.events).includes('without them'))
  // It is made private while somebody listens: from then on no key hears it.
  await ann.patch(`/rooms/${open.id}`, { visibility: 'private' })
  await say(ann, open.id, 'between us')
  assert.deepEqual((await listen([keys]))[0]!.slice(2), ['room.hidden'])
})

test('that somebody is typing is told to those who are in the room, at most every 2 s, and is in no log', async (t) => {
  const clients = await Promise.all([ann, ben, cat, acme].map((person) => connected(t, person)))
  const room = await newRoom()
  const type = (by: Caller, status = 204, body = {}) => by.post(`/rooms/${room.id}/typing`, body, status)
  for (let key = 0; key < 3; key++) await type(ann)
  await type(cat, 404)
  await say(ann, room.id, 'done')
  await listen(clients)
  const signal = { type: 'typing', room_id: room.id, thread_id: null, user_id: ann.user_id }
  const typing = clients.map(({ signals }) => () => signals.filter(({ type }) => type === 'typing'))
  assert.deepEqual(typing.map((heard) => heard()), [[signal], [signal], [], []])
  await ann.remove(`/rooms/${room.id}/members/${ben.user_id}`)
  await type(ann, 204, { thread_id: room.id })
  await listen(clients)
  assert.deepEqual([typing[0]!().length, typing[1]!().length], [2, 1])
})

test('who was removed is not told any more that somebody is typing, wherever that was done', async (t) => {
  // Without Redis, each process hears of what others do within a second.
  const other = await testApp(t, { database: app.database })
  const clients = await Promise.all([ann, ben].map((person) => connected(t, person)))
  const typing = () => clients.map(({ signals }) => signals.filter(({ type }) => type === 'typing').length)
  for (let turn = 1; turn <= 3; turn++) {
    const room = await newRoom()
    await ann.post(`/rooms/${room.id}/typing`, {}, 204)
    await until(async () => typing()[1] === turn)
    const removed = await other.call({ method: 'DELETE', url: `/api/v1/rooms/${room.id}/members/${ben.user_id}`, headers: ann.headers })
    assert.equal(removed.status, 204)
    await ann.post(`/rooms/${room.id}/typing`, { thread_id: room.id }, 204)
    await until(async () => typing()[0] === 2 * turn)
    assert.equal(typing()[1], turn)
  }
})

test('webhooks are told what is said in public channels, and nothing of private rooms', async () => {
  const [open, closed] = [await newRoom({ visibility: 'public' }), await newRoom()]
  for (const { id } of [open, closed]) await say(ann, id, `in ${id}`)
  const { data } = await listEvents(app.database.tenant(acme.organization_id), { limit: 1_000, hearing: publicHearing(roomAudiences) })
  assert.ok(heard(data).includes(`in ${open.id}`))
  assert.ok(!JSON.stringify(data).includes(closed.id))
})

test('an event waits for the answer to who hears it, and none is lost, doubled or overtaken, however rooms change', async (t) => {
  const rooms = await Promise.all([1, 2, 3].map(() => newRoom()))
  const clients = await Promise.all([ann, ben].map((person: Person) => connected(t, person)))
  for (let round = 0; round < 10; round++) {
    await Promise.all([
      ...rooms.map(({ id }, n) => say(n % 2 ? ann : ben, id, `${round}`)),
      ann.post(`/rooms/${rooms[round % 3]!.id}/members`, { user_ids: [cat.user_id] }, 200),
      cat.remove(`/rooms/${rooms[(round + 1) % 3]!.id}/membership`, (await cat.get('/rooms')).data.some(({ id }: { id: string }) => id === rooms[(round + 1) % 3]!.id) ? 204 : 404),
    ])
    if (round % 3 === 0) {
      clients[1]!.cut()
      await clients[1]!.connect(url)
    }
  }
  await listen(clients)
  for (const { events, ids } of clients) {
    assert.equal(new Set(ids).size, ids.length)
    for (const room of rooms) {
      const said = events.filter(({ type, data }) => type === 'message.created' && (data.message as { room_id: string }).room_id === room.id)
      assert.deepEqual(said.map(({ data }) => (data.message as { seq: number }).seq), Array.from({ length: 10 }, (_, n) => n + 1))
    }
  }
})
