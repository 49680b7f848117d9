import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { testApp, type Answer } from '#test/app'
import { allEvents, callerWithRole, organization, unique, until, type Person } from '#test/factories'
import { form } from '#test/forms'
import { seededRandom } from '#test/random'
import { roomsClient } from '#test/rooms-client'
import { file } from '#test/scope'
import type { Actor } from '#platform/tenancy'
import { sendMessage } from './messages/actions.ts'
import { expireRoom } from './retention.ts'

const app = await testApp(file, { worker: true })
const acme = await organization(app)
const [ann, ben, admin] = [await callerWithRole(app, acme, 'member'), await callerWithRole(app, acme, 'member'), await callerWithRole(app, acme, 'admin')]
const newRoom = () => ann.post('/rooms', { kind: 'channel', name: unique('channel'), user_ids: [ben.user_id, admin.user_id] })
const send = (by: Person, room: { id: string }, text: string, more: object = {}) => by.post(`/rooms/${room.id}/messages`, { text, ...more })
const age = (days: number, ...ids: string[]) => app.database.query("update message set created_at = now() - make_interval(days => $1) where id = any($2)", [days, ids])
const texts = async (room: { id: string }, path = `/rooms/${room.id}/messages`) => (await ben.get(path)).data.map(({ text, deleted_at }: Answer['json']) => (deleted_at ? '-' : text))

async function expire() {
  await app.database.query('select queue_expiring_rooms(30)')
  await until(async () => {
    const [row] = await app.database.query<{ count: number }>("select count(*)::int as count from graphile_worker.jobs where task_identifier in ('rooms.expire', 'rooms.remove_files') and run_at <= now()")
    return row!.count === 0
  })
}

test('what is older than its room keeps it goes for good, with its files and its traces; what is pinned stays', async () => {
  const room = await newRoom()
  const { body, headers } = form({ file: 'secret', filename: 'secret.txt' })
  const { json: uploaded } = await app.call({ method: 'POST', url: `/api/v1/rooms/${room.id}/files`, body, headers: { ...headers, ...ann.headers } })
  const old = await send(ann, room, 'An old walrus', { file_ids: [uploaded.id] })
  const pinned = await send(ann, room, 'Pinned')
  await send(ann, room, 'Young')
  await ann.put(`/messages/${pinned.id}/pin`, {})
  await ann.patch(`/messages/${old.id}`, { text: 'An old walrus, again' })
  await age(31, old.id, pinned.id)
  await expire()
  assert.deepEqual(await texts(room), ['An old walrus, again', 'Pinned', 'Young'], 'for ever, unless somebody says otherwise')

  await ann.patch(`/rooms/${room.id}`, { retention_days: 30 }, 403)
  const { retention_days, kept_days } = await admin.patch(`/rooms/${room.id}`, { retention_days: 30 })
  assert.deepEqual([retention_days, kept_days], [30, 30])
  await expire()
  assert.deepEqual(await texts(room), ['Pinned', 'Young'])
  await ben.get(`/messages/${old.id}`, 404)
  await ben.get(`/files/${uploaded.id}`, 404)
  assert.deepEqual((await ben.get('/rooms/search?q=walrus')).data, [])
  assert.doesNotMatch(JSON.stringify((await allEvents(ben)).events), /walrus/)
  for (const table of ['message_edit', 'message_file', 'message_words']) assert.deepEqual(await app.database.query(`select from ${table} where message_id = $1`, [old.id]), [], table)
  const stored = await readdir(join(app.data_folder, 'files'), { recursive: true })
  assert.ok(!stored.some((name) => name.includes(uploaded.id)))
})

test('an organization says it for all of its rooms, and a room otherwise; a day is enough, and direct messages are no exception', async () => {
  const us = await organization(app)
  const [boss, one, other] = [await callerWithRole(app, us, 'admin'), await callerWithRole(app, us, 'member'), await callerWithRole(app, us, 'member')]
  const [channel, kept] = [await one.post('/rooms', { kind: 'channel', name: 'a' }), await one.post('/rooms', { kind: 'channel', name: 'b', user_ids: [boss.user_id] })]
  const direct = await one.post('/rooms', { kind: 'direct', user_ids: [other.user_id] })
  for (const room of [channel, kept, direct]) await age(2, (await send(one, room, 'Said')).id)
  await one.put('/rooms/retention', { days: 1 }, 403)
  assert.deepEqual(await one.get('/rooms/retention'), { days: null })
  await boss.patch(`/rooms/${kept.id}`, { retention_days: 0 })
  assert.deepEqual(await boss.put('/rooms/retention', { days: 1 }), { days: 1 })
  assert.deepEqual([(await one.get(`/rooms/${channel.id}`)).kept_days, (await one.get(`/rooms/${kept.id}`)).kept_days], [1, null])
  await expire()
  const left = await Promise.all([channel, kept, direct].map(async ({ id }) => (await one.get(`/rooms/${id}/messages`)).data.length))
  assert.deepEqual(left, [0, 1, 0])
  await boss.put('/rooms/retention', { days: 0 }, 400)
  assert.deepEqual(await boss.put('/rooms/retention', { days: null }), { days: null })
})

test('an answer goes by its own age; what begins a thread is emptied, and goes with the last answer', async () => {
  const room = await newRoom()
  const root = await send(ann, room, 'Root')
  const answers = [await send(ben, room, 'Old answer', { thread_id: root.id }), await send(ann, room, 'Young answer', { thread_id: root.id })]
  await admin.patch(`/rooms/${room.id}`, { retention_days: 30 })
  await age(40, root.id, answers[0]!.id)
  await expire()
  const emptied = await ben.get(`/messages/${root.id}`)
  assert.deepEqual([emptied.text, emptied.author, emptied.deleted_at !== null, emptied.thread.reply_count], ['', { kind: 'system', id: null, name: null }, true, 1])
  assert.deepEqual(await texts(room, `/messages/${root.id}/replies`), ['Young answer'])
  assert.equal((await ben.get('/rooms')).threads.find(({ thread_id }: Answer['json']) => thread_id === root.id)?.unread_count, 1)
  assert.equal((await ben.get('/rooms/threads')).data[0].last_reply.text, 'Young answer')
  await age(40, answers[1]!.id)
  await expire()
  assert.deepEqual(await texts(room), [])
  assert.deepEqual((await ben.get('/rooms/threads')).data, [])
  assert.equal((await ben.get('/rooms')).threads.find(({ thread_id }: Answer['json']) => thread_id === root.id), undefined)
})

test('who answers just while what is old goes has answered: neither the answer nor its thread is lost', async () => {
  const [room, pinned] = [await newRoom(), await newRoom()]
  for (const { id } of [room, pinned]) await admin.patch(`/rooms/${id}`, { retention_days: 30 })
  const roots = [await send(ann, room, 'Old root'), await send(ann, room, 'Old root with an answer'), await send(ann, pinned, 'Pinned root')]
  const old = [await send(ben, room, 'Old answer', { thread_id: roots[1]!.id }), await send(ben, pinned, 'Old answer', { thread_id: roots[2]!.id })]
  await ann.put(`/messages/${roots[2]!.id}/pin`, {})
  await age(40, ...[...roots, ...old].map(({ id }) => id))
  const actor: Actor = { org_id: acme.organization_id, kind: 'user', id: ann.user_id, role: 'member' }
  const { promise: isOver, resolve: end } = Promise.withResolvers<void>()
  const sent = roots.map(() => Promise.withResolvers<void>())
  const answering = roots.map((root, n) => app.database.transact(actor, async (tx) => {
    await sendMessage(tx, actor, { room_id: root.room_id, thread_id: root.id, text: `Answer ${n}` })
    sent[n]!.resolve()
    await isOver
  }))
  await Promise.all(sent.map(({ promise }) => promise))
  const expiring = [room, pinned].map(({ id }) => expireRoom(app.database, { org_id: acme.organization_id, room_id: id, deleted_days: 30 }, new AbortController().signal))
  await until(async () => (await app.database.query("select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")).length >= 2)
  end()
  await Promise.all([...answering, ...expiring])
  for (const [n, root] of roots.entries()) {
    assert.deepEqual(await texts(root, `/messages/${root.id}/replies`), [`Answer ${n}`])
    await ben.post(`/rooms/${root.room_id}/messages`, { text: 'And another', thread_id: root.id }, n === 2 ? 201 : 404)
    assert.equal((await ben.get(`/messages/${root.id}`)).thread.reply_count, n === 2 ? 2 : 1)
  }
})

test('unread counts stay exact whatever goes, and a client that heard of it has what a fresh fetch gives', async () => {
  const random = seededRandom(11)
  const between = (from: number, to: number) => from + Math.floor(random() * (to - from + 1))
  for (let round = 0; round < 4; round++) {
    const room = await newRoom()
    const client = await roomsClient(ben, ben.user_id)
    await admin.patch(`/rooms/${room.id}`, { retention_days: 30 })
    const sent: Answer['json'][] = []
    for (let n = 0; n < 24; n++) sent.push(await send(between(0, 2) === 0 ? ben : ann, room, n % 5 === 0 ? 'For @room' : `Message ${n}`))
    for (let n = 0; n < 5; n++) await ann.remove(`/messages/${sent[between(0, 23)]!.id}`, 204).catch(() => {})
    await ben.post(`/rooms/${room.id}/read`, { seq: between(0, 24) }, 200)
    const going = sent.filter(() => between(0, 1) === 0)
    await age(31, ...going.map(({ id }) => id))
    await expire()
    const entry = await ben.get(`/rooms/${room.id}`)
    const left = (await ben.get(`/rooms/${room.id}/messages?limit=100`)).data
    assert.ok(going.every(({ id }) => !left.some((message: Answer['json']) => message.id === id)))
    const unread = left.filter(({ seq, author, deleted_at }: Answer['json']) => seq > entry.membership.read_seq && author.id !== ben.user_id && !deleted_at)
    assert.equal(entry.membership.unread_count, unread.length)
    assert.equal(entry.membership.mention_count, unread.filter(({ mentions }: Answer['json']) => mentions.room).length)
    await client.follow()
    assert.deepEqual(client.rooms.get(room.id), entry)
    await send(ann, room, 'One more')
    await client.follow()
    assert.deepEqual(client.rooms.get(room.id), await ben.get(`/rooms/${room.id}`))
  }
})
