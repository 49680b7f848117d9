import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#test/app'
import { allEvents, allItems, callerWithRole, organization, unique, until } from '#test/factories'
import { runJobsNow } from '#test/jobs'
import { file } from '#test/scope'
import { sendScheduled } from './actions.ts'

const app = await testApp(file, { worker: true })
const acme = await organization(app)
const [ann, ben] = [await callerWithRole(app, acme, 'member'), await callerWithRole(app, acme, 'member')]

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString()
const newRoom = () => ann.post('/rooms', { kind: 'channel', name: unique('channel'), visibility: 'private', user_ids: [ben.user_id] })
const schedule = (room: { id: string }, text: string, more: object = {}) => ann.post(`/rooms/${room.id}/scheduled-messages`, { text, send_at: inAnHour(), ...more })
const texts = async (room: { id: string }) => (await ann.get(`/rooms/${room.id}/messages`)).data.map(({ text }: { text: string }) => text)
const waiting = async () => (await allItems(ann, '/scheduled-messages', 1)).map(({ text }) => text)

/** As if their time had come. */
async function letTimePass(...ids: string[]) {
  await app.database.query(`update scheduled_message set send_at = now() where id = any($1)`, [ids])
}

test('a message is sent at its time, once however often its job runs, and counts as unread then', async () => {
  const room = await newRoom()
  const { cursor } = await allEvents(ann, 'now')
  const { id } = await schedule(room, 'Good **morning**')
  assert.deepEqual([await texts(room), await waiting()], [[], ['Good **morning**']])
  await letTimePass(id)
  await Promise.all([runJobsNow(app, 'rooms.send_scheduled'), ...Array.from({ length: 3 }, () => sendScheduled(app.database, { org_id: acme.organization_id, id }))])
  assert.deepEqual([await texts(room), await waiting()], [['Good **morning**'], []])
  const [message] = (await ben.get(`/rooms/${room.id}/messages`)).data
  assert.deepEqual([message.author.id, message.client_id, (await ben.get(`/rooms/${room.id}`)).membership.unread_count], [ann.user_id, id, 1])
  const { events } = await allEvents(ann, cursor)
  assert.deepEqual(events.map(({ type }) => type), ['scheduled_message.created', 'scheduled_message.removed', 'message.created'])
})

test('a job that comes before its time, as after a change of it, sends nothing', async () => {
  const room = await newRoom()
  const { id } = await schedule(room, 'Later')
  await runJobsNow(app, 'rooms.send_scheduled')
  assert.deepEqual(await texts(room), [])
  const later = new Date(Date.now() + 7_200_000).toISOString()
  const changed = await ann.patch(`/scheduled-messages/${id}`, { text: 'Even later', send_at: later })
  assert.deepEqual([changed.text, Date.parse(changed.send_at)], ['Even later', Date.parse(later)])
  await ann.post(`/scheduled-messages/${id}/send`, {}, 200)
  assert.deepEqual(await texts(room), ['Even later'])
  await ann.post(`/scheduled-messages/${id}/send`, {}, 404)
})

test('what is removed is not sent, and nobody else has anything to do with it', async () => {
  const room = await newRoom()
  const { id } = await schedule(room, 'Never')
  await ben.patch(`/scheduled-messages/${id}`, { text: 'Mine' }, 404)
  await ben.remove(`/scheduled-messages/${id}`, 404)
  await ben.post(`/scheduled-messages/${id}/send`, {}, 404)
  assert.deepEqual((await ben.get('/scheduled-messages')).data, [])
  await ann.remove(`/scheduled-messages/${id}`)
  await runJobsNow(app, 'rooms.send_scheduled')
  assert.deepEqual(await texts(room), [])
})

test('whoever may not write there any more is told why it was not sent, and can send it when they may again', async () => {
  const room = await ben.post('/rooms', { kind: 'channel', name: unique('channel'), visibility: 'private', user_ids: [ann.user_id] })
  const { id } = await schedule(room, 'Too late')
  await ann.remove(`/rooms/${room.id}/membership`)
  await letTimePass(id)
  const { cursor } = await allEvents(ann, 'now')
  await runJobsNow(app, 'rooms.send_scheduled')
  const [kept] = (await ann.get('/scheduled-messages')).data
  assert.deepEqual([kept.id, kept.problem], [id, 'room_gone'])
  const { events } = await allEvents(ann, cursor)
  assert.deepEqual(events.map(({ type, data }) => [type, data.scheduled_message.problem]), [['scheduled_message.failed', 'room_gone']])
  await ben.post(`/rooms/${room.id}/members`, { user_ids: [ann.user_id] }, 200)
  await ben.patch(`/rooms/${room.id}`, { archived: true })
  await ann.post(`/scheduled-messages/${id}/send`, {}, 409)
  await ben.patch(`/rooms/${room.id}`, { archived: false })
  await ann.post(`/scheduled-messages/${id}/send`, {}, 200)
  assert.deepEqual(await texts(room), ['Too late'])
})

test('an answer waits for its thread, and what lost its job is found within a minute', async () => {
  const room = await newRoom()
  const { id: thread_id } = await ann.post(`/rooms/${room.id}/messages`, { text: 'Root' })
  const { id } = await schedule(room, 'Answer', { thread_id })
  await app.database.query(`update graphile_worker._private_jobs set key = null, attempts = max_attempts where key = $1`, [`rooms.send_scheduled:${id}`])
  await app.database.query(`update scheduled_message set send_at = now() - interval '2 minutes' where id = $1`, [id])
  await app.database.pools.system.query('select queue_late_messages()')
  await until(async () => (await ann.get(`/messages/${thread_id}/replies`)).data.length === 1)
})

test('what cannot be scheduled is refused', async () => {
  const room = await newRoom()
  for (const send_at of ['2020-01-01T00:00:00Z', '2099-01-01T00:00:00Z']) await ann.post(`/rooms/${room.id}/scheduled-messages`, { text: 'x', send_at }, 400)
  await ann.post(`/rooms/${room.id}/scheduled-messages`, { text: ' ', send_at: inAnHour() }, 400)
  const cat = await callerWithRole(app, acme, 'member')
  await cat.post(`/rooms/${room.id}/scheduled-messages`, { text: 'x', send_at: inAnHour() }, 404)
  const elsewhere = await newRoom()
  const { id: thread_id } = await ann.post(`/rooms/${elsewhere.id}/messages`, { text: 'Root' })
  await ann.post(`/rooms/${room.id}/scheduled-messages`, { text: 'x', send_at: inAnHour(), thread_id }, 400)
})
