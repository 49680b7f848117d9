import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createStorage } from '#platform/storage'
import { testApp } from '#test/app'
import { allEvents, allItems, callerWithRole, organization, unique, until, type Person } from '#test/factories'
import { form } from '#test/forms'
import { runJobsNow } from '#test/jobs'
import { file } from '#test/scope'
import { removeFiles } from '../files/actions.ts'
import { sendScheduled } from './actions.ts'

const app = await testApp(file, { worker: true })
const acme = await organization(app)
const [ann, ben] = [await callerWithRole(app, acme, 'member'), await callerWithRole(app, acme, 'member')]

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString()
const newRoom = () => ann.post('/rooms', { kind: 'channel', name: unique('channel'), visibility: 'private', user_ids: [ben.user_id] })
const schedule = (room: { id: string }, text: string, more: object = {}) => ann.post(`/rooms/${room.id}/scheduled-messages`, { text, send_at: inAnHour(), ...more })
const texts = async (room: { id: string }) => (await ann.get(`/rooms/${room.id}/messages`)).data.map(({ text }: { text: string }) => text)
const waiting = async () => (await allItems(ann, '/scheduled-messages', 1)).map(({ text }) => text)

const inbox = async (id: string) => (await ann.get('/notifications?kind=not_sent&limit=100')).data.filter(({ place }: { place: string }) => place === `scheduled_message:${id}`)
const download = async (by: Person, url: string) => (await app.call({ url, headers: by.headers })).status

async function upload(room: { id: string }, content: string) {
  const { body, headers } = form({ file: content, filename: `${content}.txt` })
  return (await app.call({ method: 'POST', url: `/api/v1/rooms/${room.id}/files`, body, headers: { ...headers, ...ann.headers } })).json
}

/** What is done with files a day after they came. */
const sweep = (...files: { id: string }[]) =>
  removeFiles(app.database, createStorage({ data_folder: app.data_folder }), { org_id: acme.organization_id, files: files.map(({ id }) => id) })

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
  assert.deepEqual(events.map(({ type }) => type), ['scheduled_message.removed', 'message.created'])
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
  const own = events.filter(({ type }) => type.startsWith('scheduled_message.'))
  assert.deepEqual(own.map(({ type, data }) => [type, data.scheduled_message.problem]), [['scheduled_message.failed', 'room_gone']])
  const [told] = await until(async () => ((await inbox(id)).length === 1 ? inbox(id) : undefined))
  assert.deepEqual([told.title, told.snippet, told.actor.name, told.unread_count], [null, 'Too late', null, 1])
  await ben.post(`/rooms/${room.id}/members`, { user_ids: [ann.user_id] }, 200)
  await ben.patch(`/rooms/${room.id}`, { archived: true })
  await ann.post(`/scheduled-messages/${id}/send`, {}, 409)
  await ben.patch(`/rooms/${room.id}`, { archived: false })
  await ann.post(`/scheduled-messages/${id}/send`, {}, 200)
  assert.deepEqual(await texts(room), ['Too late'])
  await until(async () => (await inbox(id)).length === 0)
})

test('what is urgent is urgent at its time: whom it names then is asked, and who may not send such is told at once', async () => {
  const room = await newRoom()
  await ann.post(`/rooms/${room.id}/scheduled-messages`, { text: 'For nobody', send_at: inAnHour(), urgent: true }, 400)
  const guest = await callerWithRole(app, acme, 'guest')
  await ann.post(`/rooms/${room.id}/members`, { user_ids: [guest.user_id] }, 200)
  const text = `[@ben](user:${ben.user_id}) now`
  await guest.post(`/rooms/${room.id}/scheduled-messages`, { text, send_at: inAnHour(), urgent: true }, 403)
  const [asked, left, other] = [await schedule(room, text, { urgent: true }), await schedule(room, text, { urgent: true }), await schedule(room, 'Another')]
  assert.deepEqual([asked.urgent, other.urgent], [true, false])
  await letTimePass(asked.id)
  await runJobsNow(app, 'rooms.send_scheduled')
  const [message] = (await ben.get(`/rooms/${room.id}/messages`)).data
  assert.deepEqual(message.urgent.acknowledgements, [{ user_id: ben.user_id, acknowledged_at: null }])
  await until(async () => (await ben.get('/notifications?kind=urgent')).data.some(({ subject }: { subject: string }) => subject === `message:${message.id}`))

  await ann.remove(`/rooms/${room.id}/members/${ben.user_id}`)
  await letTimePass(left.id)
  await sendScheduled(app.database, { org_id: acme.organization_id, id: left.id })
  const [kept] = (await ann.get('/scheduled-messages')).data
  assert.deepEqual([kept.id, kept.problem], [left.id, 'refused'])
  for (const { id } of [left, other]) await ann.remove(`/scheduled-messages/${id}`)
})

test('files wait with it: only its author has them, nothing sweeps them meanwhile, and then they are those of the message', async () => {
  const room = await newRoom()
  const [kept, left] = [await upload(room, 'kept'), await upload(room, 'left')]
  await ben.post(`/rooms/${room.id}/scheduled-messages`, { text: '', send_at: inAnHour(), file_ids: [kept.id] }, 404)
  const { id, files } = await schedule(room, '', { file_ids: [left.id, kept.id] })
  assert.deepEqual(files.map(({ name }: { name: string }) => name), ['left.txt', 'kept.txt'])
  await ann.post(`/rooms/${room.id}/messages`, { text: 'mine', file_ids: [kept.id] }, 404)
  await ann.post(`/rooms/${room.id}/scheduled-messages`, { text: 'x', send_at: inAnHour(), file_ids: [kept.id] }, 404)
  await ann.patch(`/scheduled-messages/${id}`, { file_ids: [] }, 400)
  assert.deepEqual((await ann.patch(`/scheduled-messages/${id}`, { file_ids: [kept.id] })).files, [kept])
  await sweep(kept, left)
  assert.deepEqual([await download(ann, kept.url), await download(ann, left.url), await download(ben, kept.url)], [200, 404, 404])
  await letTimePass(id)
  await sendScheduled(app.database, { org_id: acme.organization_id, id })
  const [message] = (await ben.get(`/rooms/${room.id}/messages`)).data
  assert.deepEqual([message.files, await download(ben, kept.url)], [[kept], 200])

  const gone = await upload(room, 'gone')
  const removed = await schedule(room, 'x', { file_ids: [gone.id] })
  await ann.remove(`/scheduled-messages/${removed.id}`)
  await sweep(gone)
  assert.equal(await download(ann, gone.url), 404)
})

test('what could not be sent is sent in another room with its files, or as an answer to nothing; what is not taken is told as well', async () => {
  const [archived, open] = [await newRoom(), await newRoom()]
  const attached = await upload(archived, 'plan')
  const { id } = await schedule(archived, 'The plan', { file_ids: [attached.id] })
  const root = await ann.post(`/rooms/${open.id}/messages`, { text: 'Root' })
  const answer = await schedule(open, 'Answer', { thread_id: root.id })
  const refused = await schedule(open, 'x')
  await ann.patch(`/rooms/${archived.id}`, { archived: true })
  // Its time is over: not even who begins the thread is there.
  await app.database.query('delete from message where id = $1', [root.id])
  await app.database.query("update scheduled_message set text = '' where id = $1", [refused.id])
  await letTimePass(id, answer.id, refused.id)
  for (const each of [id, answer.id, refused.id]) await sendScheduled(app.database, { org_id: acme.organization_id, id: each })
  const problems = async () => Object.fromEntries((await ann.get('/scheduled-messages?limit=100')).data.map((each: { id: string; problem: string }) => [each.id, each.problem]))
  assert.deepEqual(await problems(), { [id]: 'room_archived', [answer.id]: 'thread_gone', [refused.id]: 'refused' })
  const [told] = await until(async () => ((await inbox(id)).length === 1 ? inbox(id) : undefined))
  assert.deepEqual([told.title, told.snippet], [archived.name, 'The plan'])

  const elsewhere = await ben.post('/rooms', { kind: 'channel', name: unique('channel'), visibility: 'private' })
  await ann.patch(`/scheduled-messages/${id}`, { room_id: elsewhere.id }, 404)
  await ann.patch(`/scheduled-messages/${id}`, { room_id: open.id })
  await ann.patch(`/scheduled-messages/${answer.id}`, { thread_id: null })
  for (const each of [id, answer.id]) await ann.post(`/scheduled-messages/${each}/send`, {}, 200)
  assert.deepEqual(await texts(open), ['The plan', 'Answer'])
  assert.equal(await download(ben, attached.url), 200)
  await ann.remove(`/scheduled-messages/${refused.id}`)
  await until(async () => (await inbox(refused.id)).length === 0)
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
